// Shows the buttons that copy a citation and does what they say; without it the citations are there to be selected.
"use strict";

(() => {
  const TOLD_FOR = 4000; // milliseconds

  /** Copies with italics for word processors, and without for all else. Resolves to whether that could be done. */
  async function copy(citation) {
    const forms = {
      "text/plain": citation.textContent.replace(/\s+/g, " ").trim(),
      "text/html": citation.innerHTML.trim(),
    };
    try {
      const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch {
      return copySelected(citation, forms);
    }
  }

  /** The same where the browser has no clipboard for pages, as it has none for those of a host without HTTPS. */
  function copySelected(citation, forms) {
    const selection = getSelection();
    selection.selectAllChildren(citation);
    const fill = (event) => {
      for (const [type, text] of Object.entries(forms)) event.clipboardData.setData(type, text);
      event.preventDefault();
    };
    document.addEventListener("copy", fill);
    const isCopied = document.execCommand("copy");
    document.removeEventListener("copy", fill);
    if (isCopied) selection.removeAllRanges();
    return isCopied;
  }

  for (const button of document.querySelectorAll(".citation-copy button")) {
    const words = button.closest(".cite").dataset;
    const status = button.parentElement.querySelector("[role=status]");
    const citation = button.closest(".citation").querySelector(".citation-text");
    let timer = 0;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const isCopied = await copy(citation);
      clearTimeout(timer);
      status.textContent = isCopied ? words.copied : words.selected;
      timer = setTimeout(() => status.replaceChildren(), TOLD_FOR);
    });
  }
})();
