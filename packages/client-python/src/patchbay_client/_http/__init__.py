"""Sends requests: builds them, repeats them, holds deadlines, reads responses."""
