"""Who appears with whom: the picture, and where its boxes stand."""
