"""Parses article files and free pages into values, collecting every problem with its line."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import msgspec

from generator.articles.article import Article, Page
from generator.articles.front_matter import ArticleText, FrontMatter, sound_front_matter, split_article
from generator.articles.inside_links import host_of
from generator.articles.markdown_html import Body, NestedTooDeepError, convert
from generator.config import LANGUAGE_TAG
from generator.urls import is_slug, slugify
from generator.yaml_text import read_yaml
from generator.yaml_values import checked

if TYPE_CHECKING:
    from generator.problems import Problems

ARTICLES = "content/articles"
PAGES = "content/pages"
PLACEHOLDER = "Say here what this archive holds, where it comes from, and who keeps it."
"""What a new archive's page about it says until the editor writes it."""


class PageFrontMatter(msgspec.Struct, frozen=True, kw_only=True):
    """What a free page says of itself."""

    title: str


def read_article(path: str, data: bytes, problems: Problems) -> Article | None:
    """The article in the file `path` (relative to the archive's folder); None where `problems` says why not."""
    found = len(problems)
    slug = _slug(path, problems)
    parts = _split(path, data, problems)
    if parts is None:
        return None
    values, document = sound_front_matter(parts.front_matter, path, problems)
    language, url = values.get("language", ""), values.get("url", "")
    if language and not LANGUAGE_TAG.fullmatch(language):
        problems.error(path, document.line("language"), f"not a language tag: {language}", "BCP 47: en, de, pt-BR")
    if url and not url.startswith(("https://", "http://")):
        problems.error(path, document.line("url"), f"`url` is not a web address: {url}", "https://…")
    if slug is None or len(problems) > found:
        return None
    meta = FrontMatter(**values)
    body = _body(path, parts, problems, host_of(meta.url) if meta.source else None)
    if body is None:
        return None
    lines = {str(key[0]): line for key, line in document.lines.items() if len(key) == 1}
    return Article(slug, path, meta, body.html, body.text, body.wiki_links, lines)


def read_page(path: str, data: bytes, problems: Problems) -> Page | None:
    """The free page in the file `path`; None where `problems` says why not."""
    slug = _slug(path, problems)
    parts = _split(path, data, problems)
    if parts is None:
        return None
    document = read_yaml(parts.front_matter, path, problems, first_line=2)
    front_matter = checked(document, PageFrontMatter, problems) if document else None
    if document is None or front_matter is None:
        return None
    if not front_matter.title.strip():
        problems.error(path, document.line("title"), "`title` is empty", "write the page's title there")
        return None
    if slug is None:
        return None
    body = _body(path, parts, problems, None)
    return Page(slug, path, front_matter.title, body.html, body.text, body.wiki_links) if body else None


def _body(path: str, parts: ArticleText, problems: Problems, old_site: str | None) -> Body | None:
    try:
        return convert(parts.body, parts.body_line, old_site=old_site)
    except NestedTooDeepError as error:
        problems.error(path, error.line, "nested too deeply to be read", "take lists or quotations out of each other")
        return None


def _slug(path: str, problems: Problems) -> str | None:
    slug = posixpath.basename(path).removesuffix(".md")
    if is_slug(slug):
        return slug
    problems.error(
        path,
        0,
        "the file's name becomes its address: lower-case letters, digits and single hyphens, and no name of the "
        "site's own such as `index`",
        f"rename it to {slugify(slug)}.md",
    )
    return None


def _split(path: str, data: bytes, problems: Problems) -> ArticleText | None:
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.error(path, line, "not UTF-8", "save the file as UTF-8 in your editor")
        return None
    if "\0" in text:
        problems.error(path, text.count("\n", 0, text.index("\0")) + 1, "a NUL character", "remove it")
        return None
    parts = split_article(text.replace("\r\n", "\n"))
    if parts is None:
        if text.removeprefix("\ufeff").startswith("---"):
            problems.error(path, 1, "the front matter has no end", "close it with another line `---`")
        else:
            hint = "begin the file with a line `---`, then `title: …`, then another line `---`"
            problems.error(path, 1, "no front matter", hint)
    return parts
