"""Questions about the office itself, and the small talk around them."""
