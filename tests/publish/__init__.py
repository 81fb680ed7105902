"""Tests of publishing and of the preview server."""
