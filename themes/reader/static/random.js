// Draws an article by lot and goes there. The articles' names stand in lists, of which it loads the one that it needs.
"use strict";

(() => {
  const place = document.getElementById("draw");
  const { total, part, lists, articles } = place.dataset;
  const button = place.querySelector("a");

  function draw() {
    const number = Math.floor(Math.random() * total);
    const script = document.createElement("script");
    // In the place of this page, so that the way back leads to where the reader came from.
    window.backfileDraw = (slugs) =>
      location.replace(`${articles}${encodeURIComponent(slugs[number % part])}.html`);
    script.addEventListener("error", () => document.getElementById("draw_failed").removeAttribute("hidden"));
    script.src = lists.split(" ")[Math.floor(number / part)];
    document.head.append(script);
  }

  place.hidden = false;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    draw();
  });
  if (location.hash === "#draw") draw();
})();
