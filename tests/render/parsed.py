"""Reads a made page as a browser would, for the tests to ask it about its elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.output_file import OutputFile

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "rect"}


@dataclass
class Element:
    """One element with the text inside it."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    inside: list[str] = field(default_factory=list)
    """The names of the elements around it, outermost first."""

    def __getitem__(self, attribute: str) -> str:
        return self.attributes[attribute]

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class Parsed(HTMLParser):
    """A page's elements in the order in which they open. Fails on a tag that closes what is not open."""

    def __init__(self, page: OutputFile | str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(page.data.decode() if isinstance(page, OutputFile) else page)
        self.close()
        assert not self._open, [element.name for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inside = [element.name for element in self._open]
        element = Element(tag, {name: value or "" for name, value in attrs}, inside=inside)
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        assert self._open, f"</{tag}> closes nothing"
        assert self._open[-1].name == tag, f"</{tag}> inside <{self._open[-1].name}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, name: str, class_: str = "", /, **attributes: str) -> list[Element]:
        """The elements of that name, class and attributes."""
        return [
            element
            for element in self.elements
            if element.name == name
            and (not class_ or class_ in element.classes)
            and all(element.attributes.get(key.replace("_", "-")) == value for key, value in attributes.items())
        ]

    def one(self, name: str, class_: str = "", /, **attributes: str) -> Element:
        found = self.all(name, class_, **attributes)
        assert len(found) == 1, f"{len(found)} of <{name} class={class_} {attributes}>"
        return found[0]

    def texts(self, name: str, class_: str = "") -> list[str]:
        """Their text with white space collapsed."""
        return [" ".join(element.text.split()) for element in self.all(name, class_)]

    def links(self) -> dict[str, str]:
        """The text of each link to its address."""
        return {" ".join(link.text.split()): link["href"] for link in self.all("a") if "href" in link.attributes}
