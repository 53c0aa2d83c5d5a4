"""The replies, one folder per language."""
