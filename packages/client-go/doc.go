// Package patchbay is a client for the OpenRouter API.
package patchbay
