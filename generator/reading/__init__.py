"""An archive's folder is read into values, and linked; what has not changed is not read again."""
