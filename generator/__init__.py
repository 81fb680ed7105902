"""Backfile turns messy source articles into a static archive site."""

__version__ = "0.1.0"
