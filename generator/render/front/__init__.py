"""The pages around the articles: home, about, licences, search, one by lot, a theme's own, those at old addresses."""
