backfile.receive("articles/letter-without-date.html", "The Harbour Board should mind its own harbour.");
