"""The files under `search/`: the index for other people's tools, and what the search page loads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from generator.output_file import OutputFile
from generator.search.lunr_index import archive_languages, article_language, build_index, publication_name
from generator.search.scripts import client_script, lunr_js
from generator.search.terms import primary_language
from generator.urls import hashed_name

if TYPE_CHECKING:
    from generator.archive.values import Archive
    from generator.articles.article import Article

_CLIENT = ("engine.js", "excerpt.js", "page.js")
"""The scripts that make up the page's client, in the order in which they build upon each other."""


def render_search(archive: Archive) -> Iterator[OutputFile]:
    """Everything under `search/`; nothing where site.yaml turns search off.

    `search/manifest.js`, `search/index.json` and `search/pipeline.js` keep their names. All else has the hash of its
    content in its name, and is loaded by script elements that the manifest makes, so that it works from `file://`.
    """
    if not archive.config.search.enabled:
        return
    documents = []
    for article in sorted(archive.articles, key=lambda article: article.page):
        text = _text_file(article)
        documents.append(_document(archive, article, text))
        if text is not None:
            yield text
    index = msgspec.json.encode(build_index(archive))
    pipeline = _pipeline(archive)
    yield OutputFile("search/index.json", index)
    yield OutputFile("search/pipeline.js", pipeline)
    loaded = {
        "lunr": lunr_js(),
        "pipeline": _hashed("pipeline", pipeline),
        "index": _hashed("index", _handed_over("index", index.decode())),
        "documents": _hashed("documents", _handed_over("documents", _json(documents))),
        "client": _hashed("client", "\n".join(map(client_script, _CLIENT)).encode()),
    }
    yield from loaded.values()
    names = {name: file.path.removeprefix("search/") for name, file in loaded.items()}
    yield OutputFile("search/manifest.js", f"{client_script('loader.js')}\nbackfile.begin({_json(names)});\n".encode())


def _document(archive: Archive, article: Article, text: OutputFile | None) -> dict[str, str]:
    """What a result shows of an article; keys without a value are left out."""
    document = {
        "ref": article.page,
        "title": article.meta.title,
        "date": str(article.meta.date or ""),
        "publication": publication_name(archive, article),
        "language": article_language(archive, article),
        "text": text.path.removeprefix("search/") if text else "",
    }
    return {key: value for key, value in document.items() if value}


def _text_file(article: Article) -> OutputFile | None:
    """The text of which a result shows an excerpt, the summary first; None where there is none."""
    if article.meta.withdrawn:
        return None
    text = "\n".join(part for part in (article.meta.summary, article.text) if part.strip())
    if not text:
        return None
    data = _handed_over(article.page, _json(text))
    return OutputFile(hashed_name(f"search/text/{article.slug}.js", data), data)


def _pipeline(archive: Archive) -> bytes:
    languages = _json(archive_languages(archive) or [primary_language(archive.config.language)])
    return f"{client_script('pipeline.js')}lunr.backfile.languages = {languages};\n".encode()


def _hashed(name: str, data: bytes) -> OutputFile:
    return OutputFile(hashed_name(f"search/{name}.js", data), data)


def _handed_over(name: str, value: str) -> bytes:
    """A script that hands a value, given as JSON, to the loader."""
    return f"backfile.receive({_json(name)}, {_in_script(value)});\n".encode()


def _json(value: object) -> str:
    return _in_script(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _in_script(value: str) -> str:
    """JSON that is an expression in every JavaScript, and can stand in a page too."""
    return value.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
