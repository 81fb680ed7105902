backfile.receive("articles/the-lighthouse-is-lit.html", "After nine years in the dark the lamp on Marrow Head was lit again last night.");
