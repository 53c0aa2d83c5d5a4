"""Procedures: which one, its papers, its fee and time."""
