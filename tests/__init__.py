"""Behaviour, told as conversations."""
