"""Runs one pure function over many things: here, or on all cores."""
