"""What the office knows: one schema, and the questions that may be asked of it."""
