"""From words to a question. Pure: no messenger, no database, no network."""
