backfile.receive("documents", [{"ref":"articles/the-lighthouse-is-lit.html","title":"The lighthouse is lit","language":"en","text":"text/the-lighthouse-is-lit.e7e3106e1f.js"}]);
