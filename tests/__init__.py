"""The tests, mirroring the package `generator`."""
