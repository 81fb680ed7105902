"""Parses `content/site.yaml` into the frozen settings of an archive."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from generator.yaml_text import YamlText, read_yaml
from generator.yaml_values import checked, sound_values

if TYPE_CHECKING:
    from generator.problems import Problems

SITE_YAML = "content/site.yaml"

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""BCP 47, as far as languages of texts need it."""

_INTEGER = re.compile(r"[+-]?[0-9]+")
_FROM_1_TO_1000 = re.compile(r"[1-9][0-9]{0,2}|1000")


class SiteRules(msgspec.Struct, frozen=True, kw_only=True):
    """What the archivist knows of the sources of one publication, or of some files, better than the rules do."""

    publication: str = ""
    """Its name as the sources tell it. Where `files` are given and a source tells none, this is its publication."""
    files: tuple[str, ...] = ()
    """Sources, relative to `content/sources/`, with `*` for any part of a path. Without both, all sources are meant."""
    forbid: tuple[str, ...] = ()
    """Names of rules that are not to decide about these sources, as ledgers have them."""
    set_aside: tuple[str, ...] = ()
    """Lines that are no part of an article, with `*` for any text; case and white space do not count."""
    keep: tuple[str, ...] = ()
    """Lines that are, likewise."""


class Cleaning(msgspec.Struct, frozen=True, kw_only=True):
    """How sources are turned into articles."""

    numeric_dates: Literal["", "day-first", "month-first"] = ""
    """How `03/04/2007` is meant in the sources; where nothing is said such a date counts as its year only."""
    largest_source: int = 20_000_000
    """Bytes. A larger file is refused by name rather than imported: it is hardly one article."""
    learn: bool = True
    """Whether lines that stand in many sources count as the publication's furniture."""
    rules: tuple[SiteRules, ...] = ()


class AuthoritySettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which names articles may link besides those of the authority files."""

    countries: bool = False
    """Countries and capitals, from a packaged list."""


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """How the site is searched."""

    enabled: bool = True


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A tag, person or other thing whose articles are to have a feed of their own."""

    kind: str
    """The key under which it stands: `tags`, `people` …"""
    name: str
    """Its name or id."""
    line: int
    """Of site.yaml."""


class Featured(msgspec.Struct, frozen=True, kw_only=True):
    """An article that the home page shows before others."""

    slug: str
    line: int
    """Of site.yaml."""


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of one archive, complete: what site.yaml leaves out has its default."""

    title: str
    description: str = ""
    language: str = "en"
    """BCP 47: of the interface, and of every article that does not name its own."""
    url: str = ""
    """Where the site will stand, ending in `/`; empty where that is not known."""
    author: str = ""
    """Who keeps the archive: for the feed."""
    rights: str = ""
    notice: str = ""
    """One sentence that every page shows."""
    news: bool = False
    """Whether the articles are news, as data for search engines is to call those that had a publication."""
    theme: str = "reader"
    per_page: int = 100
    """Entries on one page of a list."""
    source_pages: bool = True
    publish_comments: bool = False
    """Whether source pages show readers' comments."""
    publish_emails: bool = False
    """Whether source pages show e-mail addresses."""
    cleaning: Cleaning = Cleaning()
    search: Search = Search()
    authorities: AuthoritySettings = AuthoritySettings()
    feeds: tuple[Feed, ...] = ()
    """Besides the feed of the whole archive."""
    featured: tuple[Featured, ...] = ()
    """In the order in which the home page shows them."""


NO_SETTINGS = Config(title="?")
"""Stands where an archive has none that can be read; never seen, since there is no site then."""


def parse_config(text: str, problems: Problems) -> Config:
    """The settings in site.yaml's `text`. What is wrong in it is an error in `problems` and has its default here.

    So who goes on in order to tell more problems goes by what the editor did say.
    """
    document = read_yaml(text, SITE_YAML, problems)
    if document is None:
        return NO_SETTINGS
    plain = _only(document, lambda key: key not in ("feeds", "featured"))
    values = {"title": NO_SETTINGS.title, **sound_values(plain, Config, problems)}
    _leave_out_wrong_values(values, document, problems)
    url = values.get("url", "")
    if url and not url.endswith("/"):
        values["url"] = url + "/"
    chosen = {"feeds": _feeds(document, problems), "featured": _featured(document, problems)}
    return Config(**{**values, **chosen})


def _leave_out_wrong_values(values: dict[str, Any], document: YamlText, problems: Problems) -> None:
    """Tells what is wrong with values that have the right shape, and takes them out."""

    def wrong(key: str, text: str, hint: str = "") -> None:
        problems.error(SITE_YAML, document.line(key), text, hint)
        values.pop(key, None)

    url, language = values.get("url", ""), values.get("language", "")
    if url and not url.startswith(("https://", "http://")):
        wrong("url", f"`url` is not a web address: {url}", "https://…/")
    if language and not LANGUAGE_TAG.fullmatch(language):
        wrong("language", f"not a language tag: {language}", "BCP 47: en, de, pt-BR")
    # As it is written: a number with very many digits is none to msgspec.
    per_page = document.value.get("per_page", "") if isinstance(document.value, dict) else ""
    if isinstance(per_page, str) and _INTEGER.fullmatch(per_page) and not _FROM_1_TO_1000.fullmatch(per_page):
        wrong("per_page", "`per_page` is to be between 1 and 1000")


class _Feeds(msgspec.Struct, frozen=True, kw_only=True):
    """The feeds as site.yaml lists them: names or ids by their kinds."""

    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    publications: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


def _feeds(document: YamlText, problems: Problems) -> tuple[Feed, ...]:
    """The feeds that site.yaml lists, each with its line."""
    if not isinstance(document.value, dict) or document.value.get("feeds", "") == "":
        return ()
    checked_feeds = checked(document, _Feeds, problems, at=("feeds",))
    if checked_feeds is None:
        return ()
    names: dict[str, tuple[str, ...]] = msgspec.structs.asdict(checked_feeds)
    return tuple(
        Feed(kind=kind, name=name, line=document.line("feeds", kind, position))
        for kind, listed in names.items()
        for position, name in enumerate(listed)
    )


class _Featured(msgspec.Struct, frozen=True, kw_only=True):
    """The chosen articles as site.yaml lists them: slugs."""

    featured: tuple[str, ...] = ()


def _featured(document: YamlText, problems: Problems) -> tuple[Featured, ...]:
    """The articles that site.yaml chooses for the home page, each with its line."""
    if not isinstance(document.value, dict):
        return ()
    listed = checked(_only(document, lambda key: key == "featured"), _Featured, problems)
    slugs = listed.featured if listed else ()
    return tuple(Featured(slug=slug, line=document.line("featured", position)) for position, slug in enumerate(slugs))


def _only(document: YamlText, is_wanted: Callable[[str], bool]) -> YamlText:
    """The settings whose keys are wanted."""
    if not isinstance(document.value, dict):
        return document
    return YamlText(
        document.path, {key: value for key, value in document.value.items() if is_wanted(key)}, document.lines
    )
