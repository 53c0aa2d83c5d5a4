"""What the assistant answers."""
