"""Questions about the data that is kept about whoever asks."""
