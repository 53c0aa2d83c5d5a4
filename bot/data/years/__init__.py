"""An office's printed year as records: as many as the page says, and no more than it says."""
