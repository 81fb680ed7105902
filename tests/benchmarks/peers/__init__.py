"""Other makers of static sites, each set up to put out what Backfile does, as far as it can, from the same articles."""
