"""What the assistant can answer: a folder per noun, a file per question."""
