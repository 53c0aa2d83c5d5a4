"""Time and what is said unasked."""
