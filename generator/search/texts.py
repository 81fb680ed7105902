"""Where the search gets articles' texts: one at a time, since not all are in memory at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from generator.search.studies import study

if TYPE_CHECKING:
    from generator.archive.values import Archive
    from generator.articles.article import Article


class Texts(Protocol):
    """Articles by the paths of their files; other processes ask it too."""

    def study(self, path: str) -> bytes:
        """What `studies.study` makes of one."""

    def text(self, path: str) -> str:
        """Its text."""


@dataclass(frozen=True, slots=True)
class OfArchive:
    """Those of an archive's own articles."""

    articles: Mapping[str, Article]
    language: str

    @staticmethod
    def of(archive: Archive) -> OfArchive:
        return OfArchive({article.path: article for article in archive.articles}, archive.config.language)

    def study(self, path: str) -> bytes:
        return study(self.articles[path], self.language)

    def text(self, path: str) -> str:
        return self.articles[path].text
