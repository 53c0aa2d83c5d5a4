"""Speaking with a person of the office instead of the assistant."""
