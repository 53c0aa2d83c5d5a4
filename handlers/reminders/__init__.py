"""Reminders as a whole: who will be told of what."""
