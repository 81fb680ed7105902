"""Makes what an editor begins with: an empty archive, and a file for a new article."""

from __future__ import annotations

from pathlib import Path

from generator.articles.front_matter import FrontMatter, write_article
from generator.articles.read import ARTICLES, PAGES, PLACEHOLDER
from generator.articles.sources import SOURCES
from generator.config import SITE_YAML
from generator.errors import BackfileError
from generator.folder import file_names
from generator.urls import unique_slug

_ABOUT = f"""\
---
title: About this archive
---
{PLACEHOLDER}
"""

_SITE = """\
title: {title}
# description: One or two sentences for the home page.
# Of the site's own words (English, German, Russian), and of each article that does not name its own:
language: en

# What follows is left out; take away a `# ` to say it.
# url: https://example.org/archive/    # where the site will stand; without it, it works anywhere
# author: Who keeps the archive.
# rights: Who holds the rights, and what readers may do.
# notice: A sentence that every page shows.
# theme: broadsheet                    # an old newspaper; plain: words and links alone
# news: true                           # articles of a named publication are news to search engines
# featured: [an-article]               # the home page shows these first: names of their files, without `.md`
# feeds: {{people: [ada-example], tags: [radar]}}
# authorities: {{countries: true}}       # link countries and capitals without entries of yours
# per_page: 50                         # entries on one page of a list; 100 if not said
# source_pages: false                  # do not show the sources as received
# publish_comments: true               # show the readers' comments in them
# publish_emails: true                 # and the e-mail addresses
# search: {{enabled: false}}
# cleaning: {{numeric_dates: day-first}} # or month-first: how 03/04/2007 is meant in the sources
"""

_PEOPLE = """\
# One entry a person; articles that name one of them get a link. The same goes for places.yaml, organizations.yaml
# and publications.yaml beside this file. `python build.py suggest` writes entries for the names that recur.
# - id: ada-example
#   name: Ada Example
#   sort: Example, Ada
#   variants: [A. Example]
#   description: Who she is, in a sentence.
"""


def init_archive(folder: Path, title: str) -> None:
    """Makes an empty archive in `folder`. Raises BackfileError where one is there, or the folder cannot be made."""
    if not title.strip():
        raise BackfileError("an archive needs a title", "give it one with --title")
    if (folder / SITE_YAML).exists():
        raise BackfileError(f"{folder} is an archive already")
    files = {
        SITE_YAML: _SITE.format(title=_quoted(title)),
        f"{PAGES}/about.md": _ABOUT,
        "content/authorities/people.yaml": _PEOPLE,
        # Sources stay byte for byte as received, also through git.
        f"{SOURCES}/.gitattributes": "* -text\n",
        "output/.gitignore": "*\n!.gitignore\n",
        ".gitignore": "/.cache/\n/.output.*/\n",
    }
    try:
        for place in (ARTICLES, "content/media"):
            (folder / place).mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            # The settings come first in the list and last on the disk: they make the folder an archive.
            if not path.exists() and name != SITE_YAML:
                path.write_text(text, encoding="utf-8")
        (folder / SITE_YAML).write_text(files[SITE_YAML], encoding="utf-8")
    except OSError as error:
        raise BackfileError(f"{folder} cannot be made an archive: {error.strerror}") from error


def _quoted(title: str) -> str:
    """The title as YAML text on one line, whatever is in it."""
    import yaml

    # A value alone would be written as a document, with `...` after it; one in a list is not.
    return yaml.safe_dump([" ".join(title.split())], allow_unicode=True, width=1_000_000)[2:].rstrip("\n")


def new_article(root: Path, title: str) -> Path:
    """Writes a file for an article called `title` into the archive `root` and gives its path."""
    if not title.strip():
        raise BackfileError("an article needs a title")
    folder = root / ARTICLES
    slug = unique_slug(title, {Path(name).stem.casefold() for name in file_names(root, ARTICLES, ".md")})
    path = folder / f"{slug}.md"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(write_article(FrontMatter(title=title.strip()), "\nText.\n"), encoding="utf-8")
    except OSError as error:
        raise BackfileError(f"{path} cannot be written: {error.strerror}") from error
    return path
