"""Measurements of quality and speed that are run by hand, on material that is not kept in the repository."""
