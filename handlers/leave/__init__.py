"""Leave: somebody is away, and who gets their reminders meanwhile."""
