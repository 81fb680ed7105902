"""Parses `content/site.yaml` into the frozen settings of an archive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

from generator.yaml_text import checked, read_yaml

if TYPE_CHECKING:
    from generator.problems import Problems

SITE_YAML = "content/site.yaml"

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


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """How the site is searched."""

    enabled: bool = True


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


def parse_config(text: str, problems: Problems) -> Config | None:
    """The settings in site.yaml's `text`, or None where `problems` says what is wrong with them."""
    document = read_yaml(text, SITE_YAML, problems)
    if document is None:
        return None
    wrong = len(problems)
    config = checked(document, Config, problems)
    given = document.value if isinstance(document.value, dict) else {}
    url, per_page = given.get("url", ""), given.get("per_page", "")
    if isinstance(url, str) and url and not url.startswith(("https://", "http://")):
        problems.error(SITE_YAML, document.line("url"), f"`url` is not a web address: {url}", "https://…/")
    if isinstance(per_page, str) and _INTEGER.fullmatch(per_page) and not _FROM_1_TO_1000.fullmatch(per_page):
        problems.error(SITE_YAML, document.line("per_page"), "`per_page` is to be between 1 and 1000")
    if config is None or len(problems) > wrong:
        return None
    if config.url and not config.url.endswith("/"):
        config = msgspec.structs.replace(config, url=config.url + "/")
    return config
