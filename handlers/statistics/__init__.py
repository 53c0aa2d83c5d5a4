"""Figures of a period: dossiers, documents, meetings, petitions, receptions of citizens."""
