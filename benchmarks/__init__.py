"""One file per claim of speed."""
