"""A Bot API server that others wrote (npm telegram-test-api), and what it lacks."""
