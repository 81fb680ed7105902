"""The archive and a theme become pages, feeds and redirects: values, nothing on the disk."""
