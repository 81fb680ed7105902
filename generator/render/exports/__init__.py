"""The archive's catalogue as files for other programs."""
