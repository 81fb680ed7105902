"""Tests of reading an archive's folder."""
