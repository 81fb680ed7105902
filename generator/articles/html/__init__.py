"""The view of a page of HTML: all its text as numbered lines, the same on every machine and in every year."""
