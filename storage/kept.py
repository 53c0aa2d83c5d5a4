"""Statements that are built once and kept: building one costs more than SQLite needs to run it.

A function that builds a statement is decorated with `kept`. What it is called with is its shape:
who asks (`viewer.rights`), and which conditions there are. Days, hours, codes and page numbers
are `bindparam`s, filled in when it runs, so tomorrow the same statement serves.
"""

from functools import lru_cache

MOST_KEPT = 512  # shapes of one function: some sixty people of an office, a few questions each

kept = lru_cache(maxsize=MOST_KEPT)
