"""The objects of a page's JSON-LD, put together again from the lines that its leaves are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LEAF = re.compile(r"(?P<object>.*?)\.?(?P<key>[^.\[\]]+)(?:\[\d+\])*$")
_STEP = re.compile(r"[^.\[\]]+")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value as the page has it, and the index of the block that says it."""

    value: str
    block: int


@dataclass(slots=True)
class Node:
    """One object."""

    script: int
    path: str
    """Of keys and indexes from the script's root; empty for the root."""
    leaves: dict[str, list[Leaf]] = field(default_factory=dict)
    children: dict[str, list[Node]] = field(default_factory=dict)

    @property
    def types(self) -> set[str]:
        return {leaf.value.rpartition("/")[2] for leaf in self.leaves.get("@type", ())}

    @property
    def is_article(self) -> bool:
        """Whether its type is an article's, not but a page's."""
        return any(_KINDS[0].match(name) for name in self.types)

    def first(self, *keys: str) -> Leaf | None:
        """The first value of the first key that has one."""
        return next((leaf for key in keys for leaf in self.leaves.get(key, ())), None)


class JsonData:
    """All objects of a page, in their order."""

    def __init__(self) -> None:
        self._nodes: dict[tuple[int, str], Node] = {}

    def add(self, script: int, path: str, value: str, block: int) -> None:
        match = _LEAF.match(path)
        if match:
            self._node(script, match["object"]).leaves.setdefault(match["key"], []).append(Leaf(value, block))

    def _node(self, script: int, path: str) -> Node:
        node = self._nodes.get((script, path))
        if node is None:
            node = self._nodes[script, path] = Node(script, path)
            match = _LEAF.match(path)
            if match:
                self._node(script, match["object"]).children.setdefault(match["key"], []).append(node)
        return node

    def articles(self) -> Iterator[Node]:
        """The objects that can be the page's own article: those of an article's type first, then pages and the like."""
        ranked = [(_rank(node), place, node) for place, node in enumerate(self._nodes.values()) if node.leaves]
        yield from (node for rank, _, node in sorted(ranked, key=lambda entry: entry[:2]) if rank < _NO_RANK)

    def of_type(self, name: str) -> Iterator[Node]:
        """All objects of a type, wherever they stand."""
        return (node for node in self._nodes.values() if name in node.types)

    def resolved(self, node: Node) -> Node:
        """The object that a bare reference means: the one with the same `@id` that has a name."""
        identity = node.first("@id")
        if identity is None or node.first("name"):
            return node
        for other in self._nodes.values():
            named = other.first("@id")
            if other is not node and named and named.value == identity.value and other.first("name"):
                return other
        return node


_NO_RANK = 9
# Keys on the way to the page's own article; below any other key stand teasers, comments, parts.
_WAY = frozenset({"@graph", "mainEntity", "mainEntityOfPage"})
_KINDS = (
    re.compile(r"(?:\w*Article|\w*Posting|Report|\w*NewsReport|Recipe|HowTo|Review|Chapter|Answer|CreativeWork)$"),
    re.compile(r"(?:\w*Page|VideoObject|AudioObject|PodcastEpisode|Event|Book|Product|Course|Question)$"),
)


def _rank(node: Node) -> int:
    """How likely an object is the article: 0 for an article's type, 1 for a page's, 9 for what cannot be it."""
    if not all(step in _WAY or step.isdigit() for step in _STEP.findall(node.path)):
        return _NO_RANK
    types = node.types
    for rank, kinds in enumerate(_KINDS):
        if any(kinds.match(name) for name in types):
            return rank
    return _NO_RANK
