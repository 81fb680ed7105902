"""Sources as they were received, line by line, beside their articles, and the other editions of a story."""
