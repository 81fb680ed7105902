"""What the names of a page's elements say of the text in them: comments, menus, promotions, captions …"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.articles.html.lines import Element, ViewLine
from generator.articles.ledger import Role

_TAGS = {
    **dict.fromkeys(("nav", "menu", "aside", "footer"), Role.NAVIGATION),
    **dict.fromkeys(("form", "select", "textarea", "button"), Role.NAVIGATION),
    **dict.fromkeys(("noscript", "template"), Role.RESIDUE),
    "figcaption": Role.CAPTION,
}
# Designers' words, whole or as parts of names such as `post-comments`. The first that is found counts.
_NAMES = (
    (Role.RESIDUE, r"state:hidden|visually-?hidden|screen-?reader|\bsr-only"),
    (Role.COMMENT, r"comment(?!ary|ator)|disqus|trackback|pingback|respond\b|reply"),
    (Role.CAPTION, r"caption|credit"),
    (Role.ADVERTISEMENT, r"advert|sponsor|\bads?\b|taboola|outbrain|banner|promo"),
    (Role.SHARING, r"share|sharing|social"),
    (Role.NOTICE, r"newsletter|subscri|cookie|consent|signup|paywall"),
    (Role.BYLINE, r"byline|author|\bbio\b|biography|author-bio"),
    (Role.TAGS, r"(?<![\w-])tags?(?![\w-])|tags(?![\w])|tag-?(?:list|cloud|links?)"),
    (
        Role.NAVIGATION,
        r"\brelated|recommend|sidebar|footer|breadcrumb|\bnav|teaser|popular|trending|(?<!\S)hidden(?!\S)",
    ),
)
_KNOWN = re.compile("|".join(f"(?P<{role.name}>{pattern})" for role, pattern in _NAMES))


class Furniture:
    """Remembers what it has found out about the elements of one page."""

    def __init__(self) -> None:
        self._roles: dict[int, Role | None] = {}

    def holds(self, element: Element | None, outer: Element | None) -> bool:
        """Whether the element, or one around it within `outer`, is furniture."""
        return self.role(element, outer) is not None

    def pass_over(self, elements: Iterable[Element]) -> None:
        """Takes the names of these elements for nothing, since they hold much of the text.

        Not so where they tell of comments, which can be longer than the article, or of what does not show.
        """
        for element in elements:
            if _role(element) not in (Role.COMMENT, Role.RESIDUE):
                self._roles[element.number] = None

    def read_on(self, elements: Iterable[Element]) -> None:
        """Takes names that tell of comments for nothing on these elements: buttons to comment on it surround a text."""
        for element in elements:
            if _role(element) is Role.COMMENT:
                self._roles[element.number] = None

    def role_of_line(self, line: ViewLine, outer: Element | None) -> Role | None:
        """What a line is by the elements around it within `outer`, or by one that holds the whole of it."""
        role = self.role(line.element, outer)
        if role is not None:
            return role
        for mark in line.marks:
            if mark.start == 0 and mark.end == len(line.text):
                known = _named(f"{mark.tag} {mark.names}")
                if known is not None:
                    return known
        return None

    def role(self, element: Element | None, outer: Element | None) -> Role | None:
        """What the innermost such element is; None where none is furniture."""
        while element is not None and element is not outer:
            if element.number not in self._roles:
                self._roles[element.number] = _role(element)
            role = self._roles[element.number]
            if role is not None:
                return role
            element = element.parent
        return None


def _role(element: Element) -> Role | None:
    tag = _TAGS.get(element.tag)
    if tag is not None:
        return tag
    if not element.names or (element.tag in _OF_TEXT and _BEHIND_WALL.search(element.names)):
        return None
    return _named(element.names)


_OF_TEXT = frozenset("p h2 h3 h4 ul ol blockquote".split())
_BEHIND_WALL = re.compile(r"(?<!\S)paywall(?!\S)")
"""A paragraph so named is no notice of a paywall but the text behind it, hidden until someone has paid."""


@lru_cache(maxsize=4096)
def _named(names: str) -> Role | None:
    match = _KNOWN.search(names)
    return Role[match.lastgroup] if match and match.lastgroup else None
