"""A file of the office's own records, sent in the chat: looked at first, imported when told so."""
