"""Codes of dossiers, petitions and procedures, numbers of documents, telephones: however typed,
in their printed form. `finding` finds them all.
"""
