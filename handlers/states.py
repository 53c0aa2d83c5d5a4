"""What a conversation can be in the middle of."""

TALKING = "talking"  # with a person
FORM = "form"
DIGITS = "dossier.digits"  # asked for, of a dossier's owner
