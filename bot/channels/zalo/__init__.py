"""What Zalo's two products, Official Account and Bot Platform, need beside a session."""
