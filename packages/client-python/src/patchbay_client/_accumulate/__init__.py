"""Adds up the events of a stream to its response. Plain data in, plain data out."""
