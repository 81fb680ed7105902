"""Names that recur in articles and have no entry in an authority file yet."""
