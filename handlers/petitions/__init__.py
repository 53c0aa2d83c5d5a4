"""Questions about petitions (đơn thư)."""
