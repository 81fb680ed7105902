"""Reads HTML as the tests of bodies want to see it."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"br", "hr", "img", "wbr", "col"}


class Reader(HTMLParser):
    """All elements of some HTML with their attributes; what is left open at the end; links within links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.nested_links = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "a" and "a" in self.open:
            self.nested_links += 1
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass
