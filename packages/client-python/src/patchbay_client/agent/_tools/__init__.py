"""Tools: functions that a model calls."""
