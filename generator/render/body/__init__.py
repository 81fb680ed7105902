"""The text of an article or a free page as its page has it: links made, tables and pictures held."""
