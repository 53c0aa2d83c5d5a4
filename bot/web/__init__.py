"""The web server: the chat page, and the address that tells whether all is well."""
