"""Tests of the linked archive."""
