"""What every test may ask for. Nothing here imports aiogram: the pure tests start at once."""

from hypothesis import settings

pytest_plugins = ["tests.learning", "tests.watch", "tests.stores", "tests.conversations"]

# A law holds however long it takes: the machine may be busy, and the first example is dearest.
settings.register_profile("office", deadline=None)
settings.load_profile("office")
