"""What every test may ask for. Nothing here imports aiogram: the pure tests start at once."""

pytest_plugins = ["tests.stores", "tests.conversations"]
