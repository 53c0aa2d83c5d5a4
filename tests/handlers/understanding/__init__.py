"""From words to a question."""
