"""Reads an archive's folder and links what is in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from generator import folder
from generator.archive.marks import ArticleDigests, Marker
from generator.config import SITE_YAML
from generator.errors import ProblemsError
from generator.execution.run import Run
from generator.problems import Problems, Severity
from generator.reading.articles import FORMER_TERMS, Articles, Stage, read_articles, stored_body
from generator.reading.content import (
    AUTHORITIES,
    MEDIA,
    read_authorities,
    read_config,
    read_image_sizes,
    read_pages,
    tell_files_that_nothing_reads,
    tell_placeholders,
)
from generator.reading.inputs import Inputs, digest_of, digest_of_all
from generator.reading.linking import Linking, linked
from generator.reading.sources import Sources, read_sources

if TYPE_CHECKING:
    from generator.archive.mentions import MentionFinder
    from generator.archive.values import Archive
    from generator.articles.article import Article
    from generator.execution.store import Store


def study_of(article: Article, finder: MentionFinder) -> tuple[bytes, bytes, bytes]:
    """What linking needs of an article by itself, and apart what of it is asked for late: see `linking`."""
    from generator.archive.study import study

    made = study(article, finder)
    early = msgspec.structs.replace(made, contexts="", forms="")
    return msgspec.msgpack.encode(early), made.contexts.encode(), made.forms.encode()


def terms_of(article: Article, language: str) -> tuple[bytes]:
    """What the search index needs of an article by itself; `language` is the archive's."""
    from generator.archive.study import as_published
    from generator.search.studies import study

    return (study(as_published(article), language),)


@dataclass(frozen=True, slots=True)
class KeptTexts:
    """What the store has of articles' texts, by the paths of their files: see `search.texts`."""

    store: Store

    def study(self, path: str) -> bytes:
        return self.store.value("terms", path) or b""

    def former_study(self, path: str) -> tuple[bytes, bytes] | None:
        """The digest of an article that was edited as it was in the last site, and its study then."""
        study = self.store.value(FORMER_TERMS, path)
        return None if study is None else (self.store.keys(FORMER_TERMS)[path], study)

    def text(self, path: str) -> str:
        return stored_body(self.store, path).text


@dataclass(frozen=True, slots=True)
class ReadArchive:
    """An archive as it was read and linked, with what tells whether a part of it is another one."""

    archive: Archive
    inputs: Inputs
    articles: Articles
    sources: Sources
    settings: bytes
    """The digest of the settings and the themes, which all pages are made of."""

    def texts(self) -> KeptTexts:
        """What search needs of the articles' own texts."""
        return KeptTexts(self.articles.store)

    def digests(self) -> ArticleDigests:
        """What tells whether articles are the same as in another build."""
        # Their keys tell of which bytes and authorities all was made.
        studies, sources = self.articles.store.keys("study"), self.sources.digests
        by_slug = self.archive.by_slug
        return ArticleDigests.of(self.archive, lambda slug: studies[by_slug[slug].path] + sources.get(slug, b""))

    def marker(self) -> Marker:
        """What gives parts of the archive their marks."""
        heads, sources, by_slug = self.articles.heads, self.sources.digests, self.archive.by_slug
        return Marker(
            self.archive,
            lambda slug: heads[by_slug[slug].path].meta_digest,
            lambda slug: heads[by_slug[slug].path].body_digest,
            sources.__getitem__,
        )


def read_archive(inputs: Inputs, store: Store, problems: Problems, run: Run, *, thorough: bool = False) -> ReadArchive:
    """Reads and links an archive. Raises ProblemsError, with all of them, where there are errors.

    `thorough`: that a source does not fit its ledger is an error, and the names in authority files are looked at.
    """
    from generator.archive.common_names import tell_common_names
    from generator.archive.mentions import MentionFinder

    root = inputs.root
    settings = read_config(root, problems)
    authorities = read_authorities(root, settings, problems)
    about_names = repr((settings.language, settings.authorities)).encode()
    names = digest_of(about_names, digest_of_all(inputs.below(AUTHORITIES)))
    stages = [
        Stage(("study", "contexts", "forms"), names, partial(study_of, finder=MentionFinder(authorities))),
        *(
            [Stage(("terms",), settings.language.encode(), partial(terms_of, language=settings.language))]
            if settings.search.enabled
            else []
        ),
    ]
    read = read_articles(inputs, store, stages, problems, run)
    tell_files_that_nothing_reads(inputs, problems)
    pages = read_pages(root, problems)
    if thorough:
        tell_common_names(read.articles, authorities, problems)
        tell_placeholders(pages, problems)
    fixity = Severity.ERROR if thorough else Severity.WARNING
    if folder.theme_folder(root, settings.theme) is None:
        hint = "`theme` names a folder in themes/ with a theme.yaml, or one of the program's: reader, broadsheet, plain"
        problems.error(SITE_YAML, 0, f"there is no theme called {settings.theme}", hint)
    unfit = Problems()
    sources = read_sources(inputs, store, read.articles, problems, unfit, run)
    # The archive is linked even where files are broken, so that dead links are told in the same breath.
    sizes = read_image_sizes(inputs, store)
    media = [file.path.removeprefix("content/") for file in inputs.below(MEDIA)]
    with run.stage("linking"):
        linking = Linking(settings, read, pages, sources, authorities, sizes, media)
        archive = linked(linking, problems, run.executor(len(read.articles)))
    read.heads.let_go()
    is_broken = problems.has_errors
    # A site can be made all the same, and so what is wrong with its pages is told too.
    problems.extend(replace(problem, severity=fixity) for problem in unfit)
    if is_broken:
        raise ProblemsError(problems.sorted())
    themes = inputs.outside(folder.theme_files(root))
    settings_digest = digest_of_all([file for file in (inputs.one(SITE_YAML), *themes) if file])
    return ReadArchive(archive, inputs, read, sources, settings_digest)
