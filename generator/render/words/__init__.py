"""The words of the interface: one catalogue for each language, and how a text of it is filled in."""
