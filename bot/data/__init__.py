"""Fills a store: a demo office around today, a real office's year, the days off."""
