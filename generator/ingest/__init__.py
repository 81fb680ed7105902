"""Source articles as received become cleaned Markdown, with an account of every line."""
