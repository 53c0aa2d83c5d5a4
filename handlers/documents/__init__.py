"""Questions about documents (văn bản)."""
