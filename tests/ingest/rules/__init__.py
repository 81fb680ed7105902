"""Tests of the rules that tell an article from the page around it."""
