"""Questions about meetings (lịch họp)."""
