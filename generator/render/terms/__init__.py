"""The pages of people, places, organizations, publications, authors and tags, and the lists of them."""
