"""The linked archive: what articles share, found without changing an article."""
