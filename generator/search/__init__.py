"""The archive becomes a Lunr index and what the browser needs to search it."""
