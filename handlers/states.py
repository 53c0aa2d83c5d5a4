"""What a conversation may be in the middle of: the names under which its memory keeps that."""

FORM = "form"
TALKING = "talking"  # with a person of the office
