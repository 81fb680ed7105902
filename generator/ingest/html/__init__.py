"""Pages of HTML: which of their text is the article, what they say of it, and how it is written as Markdown."""
