backfile.receive("articles/lampe-brennt-wieder.html", "Auf Marrow Head brennt die Lampe wieder, und niemand weiß, wer sie angezündet hat.");
