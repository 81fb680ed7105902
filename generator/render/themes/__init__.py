"""Themes: their layers, stylesheets and templates, checked and compiled once."""
