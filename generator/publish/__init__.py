"""Output files become the site in `output/`, all or nothing; and the preview server."""
