"""What simpler ways make of the same inputs, so that a score can be judged."""

from __future__ import annotations

import html
import importlib
import importlib.util
from collections.abc import Callable

from generator.ingest.language import detect_language

Baseline = Callable[[bytes], str]
"""Makes the article's text out of an input's bytes."""

_STOP_LISTS = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
}


def baselines(suffix: str) -> dict[str, Baseline]:
    """The ways that there are for inputs of this kind, by name; what is not installed is left out."""
    if suffix in (".html", ".htm"):
        return {"trafilatura": _trafilatura} if importlib.util.find_spec("trafilatura") else {}
    return {"everything": _everything, **({"jusText": _justext} if importlib.util.find_spec("justext") else {})}


def _everything(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _justext(data: bytes) -> str:
    """The lines that jusText takes for text when each is a paragraph of a page."""
    justext = importlib.import_module("justext")
    text = _everything(data)
    page = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    stop_list = justext.get_stoplist(_STOP_LISTS.get(detect_language(text), "English"))
    paragraphs = justext.justext(f"<html><body>{page}</body></html>", stop_list)
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def _trafilatura(data: bytes) -> str:
    extracted = importlib.import_module("trafilatura").extract(data, include_comments=False)
    return str(extracted or "")
