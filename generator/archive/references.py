"""What front matter says of authorities: those the editor adds to an article, and those that must not be linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.archive.authorities import Authorities, authority_file
from generator.archive.names import KnownNames
from generator.archive.values import MENTION_KINDS, Authority, Kind
from generator.articles.article import Article

if TYPE_CHECKING:
    from generator.problems import Problems


@dataclass(frozen=True, slots=True)
class References:
    """The authorities that one article's front matter names."""

    added: Mapping[Kind, tuple[str, ...]]
    """Ids, each once, in the order in which they are written; every mention kind has an entry."""
    denied: frozenset[str]
    """The ids in `not_mentions`."""


def resolve_references(article: Article, authorities: Authorities, problems: Problems) -> References:
    """Looks up `people`, `places`, `organizations` (ids or names: errors) and `not_mentions` (ids: warnings)."""
    written = {
        Kind.PEOPLE: article.meta.people,
        Kind.PLACES: article.meta.places,
        Kind.ORGANIZATIONS: article.meta.organizations,
    }
    added = {}
    for kind in MENTION_KINDS:
        found = (_resolve(article, kind, name, authorities, problems) for name in written[kind])
        added[kind] = tuple(dict.fromkeys(entry.id for entry in found if entry is not None))
    _check_denied(article, authorities, problems)
    return References(added, frozenset(article.meta.not_mentions))


def _resolve(article: Article, kind: Kind, name: str, authorities: Authorities, problems: Problems) -> Authority | None:
    found = authorities.find(kind, name)
    if len(found) == 1:
        return found[0]
    line = article.line(kind)
    if found:
        problems.error(article.path, line, f"`{kind}`: “{name}” may be several", which_id(found))
    else:
        hint = authorities.known_names[kind].hint(name, f"add an entry for it to {authority_file(kind)}")
        problems.error(article.path, line, f"`{kind}`: no entry for “{name}” in {authority_file(kind)}", hint)
    return None


def which_id(found: tuple[Authority, ...]) -> str:
    """The hint that lists the ids an ambiguous name may mean."""
    return "write the id: " + " or ".join(sorted(entry.id for entry in found))


def _check_denied(article: Article, authorities: Authorities, problems: Problems) -> None:
    unknown = [id_ for id_ in article.meta.not_mentions if id_ not in authorities.ids]
    if not unknown:
        return
    known = KnownNames(authorities.ids)
    for id_ in unknown:
        text = f"`not_mentions`: no authority has the id “{id_}”"
        problems.warning(article.path, article.line("not_mentions"), text, known.hint(id_, "write an id, not a name"))
