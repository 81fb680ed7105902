"""Hand-made archives, and the least site that can search them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.archive.chronology import in_order_of_time
from generator.archive.values import Archive, Kind, Term
from generator.articles.article import Article
from generator.articles.edtf_date import parse_edtf
from generator.articles.front_matter import FrontMatter
from generator.config import Config
from generator.execution.executors import Executor, InProcess
from generator.output_file import KeptFile, OutputFile
from generator.render.words.catalogue import ENGLISH
from generator.render.words.for_scripts import words_for_scripts
from generator.search.record import SearchMemory, digest_of
from generator.search.site_search import build_search
from generator.search.spool import Spool
from generator.search.studies import study
from generator.search.texts import Texts

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
)

WORDS = words_for_scripts(ENGLISH, "find", "date", "list")

_NO_ICON = '<link rel="icon" href="data:,">'

SEARCH_PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
{_NO_ICON}
<title>Search</title>
</head>
<body>
<form id="search-form" action="search.html" method="get"><input id="search-input" name="q" type="search"></form>
<p id="search-status" data-state="idle" role="status"></p>
<ol id="search-results"></ol>
<script type="application/json" id="interface-words">{WORDS}</script>
<script src="search/manifest.js" defer></script>
</body>
</html>
"""

TermNames = dict[Kind, dict[str, str]]
"""Of each kind, names by id."""


@dataclass(frozen=True, slots=True)
class OfArchive:
    """The texts of an archive's own articles, by the paths of their files."""

    articles: Mapping[str, Article]
    language: str

    @staticmethod
    def of(archive: Archive) -> OfArchive:
        return OfArchive({article.path: article for article in archive.articles}, archive.config.language)

    def study(self, path: str) -> bytes:
        return study(self.articles[path], self.language)

    def text(self, path: str) -> str:
        return self.articles[path].text


class InMemory:
    """A spool for small archives."""

    def __init__(self) -> None:
        self._held = b""

    def append(self, data: bytes) -> int:
        self._held += data
        return len(self._held) - len(data)

    def read(self, start: int, size: int) -> bytes:
        return self._held[start : start + size]


def own_digest(article: Article) -> bytes:
    """The digest of all that an article itself says."""
    return digest_of(article.text, repr(article.meta))


def a_search(
    of: Archive,
    executor: Executor | None = None,
    texts: Texts | None = None,
    own: Callable[[Article], bytes] = own_digest,
    spool: Spool | None = None,
    without_texts: bytes = b"",
    memory: SearchMemory | None = None,
) -> Iterator[OutputFile | KeptFile]:
    """As `build_search`, with what suits a small archive."""
    run, texts, spool = executor or InProcess(), texts or OfArchive.of(of), spool or InMemory()
    return build_search(of, run, texts, own, spool, without_texts, memory or SearchMemory())


def render_search(archive: Archive, executor: Executor | None = None) -> Iterator[OutputFile]:
    """The search of a site that there was none of before."""
    return (file for file in a_search(archive, executor) if isinstance(file, OutputFile))


def article(slug: str, text: str = "", *, date: str = "", **meta: Any) -> Article:
    meta.setdefault("title", slug.replace("-", " ").capitalize())
    front_matter = FrontMatter(date=parse_edtf(date) if date else None, **meta)
    return Article(slug, f"content/articles/{slug}.md", front_matter, html="", text=text)


def archive(*articles: Article, terms: dict[str, TermNames] | None = None, language: str = "en") -> Archive:
    """An archive of the articles, of which `terms` says by slug what people, places … each is about."""
    named = terms or {}
    under: dict[tuple[Kind, str, str], list[str]] = {}
    for slug, kinds in named.items():
        for kind, names in kinds.items():
            for id_, name in names.items():
                under.setdefault((kind, id_, name), []).append(slug)
    return Archive(
        config=Config(title="Test", language=language),
        articles=in_order_of_time(articles),
        links={},
        terms_of={
            each.slug: {kind: tuple(names) for kind, names in named.get(each.slug, {}).items()} for each in articles
        },
        terms={
            kind: tuple(Term(kind, id_, name, tuple(slugs)) for (of, id_, name), slugs in under.items() if of is kind)
            for kind in Kind
        },
        pages=(),
        sources={},
        wiki_targets={},
        aliases={},
    )


def write_site(folder: Path, of: Archive) -> Path:
    """Writes the search files, the search page and an empty page for each article into `folder`."""
    for file in render_search(of):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for each in of.articles:
        (folder / each.page).write_text(f"<!doctype html>{_NO_ICON}<title>{each.slug}</title>", encoding="utf-8")
    (folder / "search.html").write_text(SEARCH_PAGE, encoding="utf-8")
    return folder


NEWS = (
    article(
        "radar-offer",
        "The U.S. offered Russia a share in its radar, said Attorney General Peter Keisler on Monday.\n"
        "Pre-emptive talks about $1,000 a day don’t help, the minister said; we always try.",
        title="Radar offer on the table",
        date="2007-04-23",
        publication="The Daily Example",
        author=("Alex Writer",),
        summary="A sudden offer from Washington.",
        tags=("radar", "treaties"),
    ),
    article(
        "prague-says-yes",
        "Prime Minister Mirek Topolánek told reporters in Prague that Turkey was consulted today.\n"
        "It cost 1,234.56 crowns, or 1.5 per cent; the run-up to the vote took 10 days.",
        title="Prague says yes — & then <no>",
        date="2007-10",
        publication="The Weekly Example",
    ),
    article(
        "dogovor",
        "Договор подписан в Москве. Российский министр сказал: «Ещё рано». Йод и ёлка.",
        title="Договор",
        date="2010-04-08",
        language="ru",
    ),
    article(
        "erklaerung",
        "Die Regierung erklärte: Die Attorneys der Länder war nicht zuständig; Straße, Maßnahmen und Größe.",
        title="Erklärung aus Prag",
        language="de",
    ),
    article(
        "constructor",
        "constructor __proto__ toString hasOwnProperty valueOf prototype are words like others; __defineGetter__ too.",
        title="constructor",
        date="2012~",
    ),
    article("empty", "", title="Nothing inside"),
    article("withdrawn", "", title="Taken down", summary="Secret summary", withdrawn="A court said so."),
    article("long", f"before {'ab' * 5000} after {'word ' * 2000}needle {'word ' * 2000}", title="A long one"),
    article("rare", "𐐨𐐩 and \ufa0e and हिन्दी and السَّلام and שָׁלוֹם and 北京 and ᏣᎳᎩ", title="Rare letters"),
    article(
        "emoji",
        "I ❤️ radar 1️⃣ ﬁnally co\u00adoperation </script><b>bold</b> \u2028 end.Next O'Brien’s U.S.-Russian",
        title="🙂 <script>alert(1)</script>",
        date="2001/2003",
    ),
)
"""Ten articles with a bit of everything."""

NEWS_TERMS: dict[str, TermNames] = {
    "radar-offer": {Kind.PEOPLE: {"peter-keisler": "Peter Keisler"}, Kind.PLACES: {"russia": "Russian Federation"}},
    "prague-says-yes": {Kind.ORGANIZATIONS: {"nato": "North Atlantic Treaty Organization"}},
}


def news() -> Archive:
    return archive(*NEWS, terms=NEWS_TERMS)


def text_of(folder: Path, slug: str) -> Path:
    """The script that hands over the text of an article."""
    (path,) = (path for path in folder.glob("search/text/*.js") if f'"articles/{slug}.html"' in path.read_text())
    return path
