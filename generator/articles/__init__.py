"""Article files: front matter, ledgers and Markdown, parsed once into frozen values."""
