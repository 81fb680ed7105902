"""Tests of making the files of a site."""
