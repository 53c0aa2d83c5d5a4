"""The office's own sheets: read, checked, and put into the store as a whole or not at all."""
