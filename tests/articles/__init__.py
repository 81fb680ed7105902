"""Tests of generator.articles."""
