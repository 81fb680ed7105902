"""Tests of generator.ingest: sources in our own words, each small and messy in one way."""
