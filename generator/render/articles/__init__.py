"""The pages of articles, with what they offer for citing and who refers to them."""
