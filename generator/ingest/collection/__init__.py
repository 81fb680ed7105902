"""What the sources of an archive have in common: furniture, and stories told twice."""
