"""What the store promises, on both databases."""
