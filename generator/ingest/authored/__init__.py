"""Sources that somebody wrote or catalogued: Markdown with front matter, and tables of metadata."""
