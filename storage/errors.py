"""Problems a person can be told about, in words they can act on.

ProblemError
├── NotFoundError      no such record, or not this person's to see: worded alike on purpose
└── StaleError         what was offered has changed since: says what happened

StoreError             the store itself cannot be used; told to whoever starts the program
"""


class ProblemError(Exception):
    """The id of the words the asker should hear, and the facts those words need."""

    def __init__(self, text_id: str, **facts: object) -> None:
        super().__init__(text_id, facts)
        self.text_id = text_id
        self.facts = facts


class NotFoundError(ProblemError):
    """No such thing, or not this person's to see."""


class StaleError(ProblemError):
    """A button or a list is older than the record it speaks of."""


class StoreError(Exception):
    """The store cannot be opened or must not be used so. Its text is one sentence for a person."""
