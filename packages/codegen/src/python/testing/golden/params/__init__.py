"""The types of requests, by topic."""
