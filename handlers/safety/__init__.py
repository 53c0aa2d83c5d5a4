"""What is recognised before anything else, is kept nowhere and gets a fixed answer."""
