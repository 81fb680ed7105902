"""Cites articles: as formatted citations, for reference managers, and as data in a page's head."""
