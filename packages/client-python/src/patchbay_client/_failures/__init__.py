"""How failures are read: errors of any shape, their messages, and what they say about retries."""
