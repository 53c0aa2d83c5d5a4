"""Questions about who looked at what: for the administrator alone."""
