"""The history of the schema, a numbered file a change. `storage.migrate` walks it.

A change of a model needs a migration: `python -m storage.migrations "What changes"` drafts it
from the difference, then it is read through and corrected by hand. Two things that a draft does
not know: batch operations on SQLite make a table again without its CHECK constraints, so they
have to be named in `table_args`; and a column that must not be null needs a value for old rows.
There is no way down: the copy made before an upgrade is the way back.
"""
