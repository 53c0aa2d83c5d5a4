"""Reminders as a whole: who will be told of what, who was not, and what is stuck."""
