// Code generated from openapi/ by npm run generate. DO NOT EDIT.

package patchbay

import (
	"slices"
)

var knownModelIDs = []string{
	"openrouter/auto",
	"~anthropic/claude-sonnet-latest",
	"~anthropic/claude-opus-latest",
	"~anthropic/claude-haiku-latest",
	"~openai/gpt-latest",
	"~google/gemini-flash-latest",
	"~google/gemini-pro-latest",
	"openai/gpt-5",
	"openai/gpt-5-mini",
	"openai/gpt-5-nano",
	"openai/gpt-4.1",
	"openai/gpt-4o",
	"openai/gpt-4o-mini",
	"openai/gpt-4o-audio-preview",
	"openai/gpt-3.5-turbo",
	"openai/gpt-oss-120b",
	"openai/gpt-oss-20b",
	"openai/gpt-oss-20b:free",
	"anthropic/claude-opus-4.1",
	"anthropic/claude-sonnet-4.5",
	"anthropic/claude-haiku-4.5",
	"google/gemini-2.5-pro",
	"google/gemini-2.5-flash",
	"google/gemini-2.5-flash-lite",
	"google/gemini-2.5-flash-image",
	"google/gemma-3-27b-it",
	"google/gemma-3-27b-it:free",
	"x-ai/grok-4",
	"x-ai/grok-4-fast",
	"meta-llama/llama-4-maverick",
	"meta-llama/llama-3.3-70b-instruct",
	"meta-llama/llama-3.3-70b-instruct:free",
	"meta-llama/llama-3.1-8b-instruct",
	"mistralai/mistral-small-3.2-24b-instruct",
	"mistralai/mistral-medium-3.1",
	"mistralai/codestral-2508",
	"deepseek/deepseek-chat-v3.1",
	"deepseek/deepseek-r1-0528",
	"deepseek/deepseek-r1-0528:free",
	"qwen/qwen3-32b",
	"qwen/qwen3-235b-a22b-2507",
	"qwen/qwen3-coder",
	"qwen/qwen3-max",
	"moonshotai/kimi-k2-0905",
	"z-ai/glm-4.6",
	"cohere/command-a",
	"amazon/nova-pro-v1",
	"perplexity/sonar",
	"gryphe/mythomax-l2-13b",
}

// KnownModelIDs returns IDs of models that this version knows, such as "openai/gpt-5-mini". Any other ID is
// valid; [ModelsService.List] returns all models.
func KnownModelIDs() []string { return slices.Clone(knownModelIDs) }
