"""Importing the office's own sheets."""
