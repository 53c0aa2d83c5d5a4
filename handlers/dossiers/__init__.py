"""Questions about dossiers (hồ sơ)."""
