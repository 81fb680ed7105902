"""Texts as a crawler leaves them, made of the corpus's articles: what stands around an article on a page is in them.

Each publication has furniture of its own, the same around all its texts, as real ones do: a menu, a line of buttons to
share, what is said of cookies, advertisements between the paragraphs, links to other stories, readers' comments, lists
of links at the end. Some texts are wrapped by hand, some have the title twice, some are in an older encoding.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from random import Random
from textwrap import fill

from tests.benchmarks.corpus import Corpus, MadeArticle

_SECTIONS = (
    "Home World Politics Business Sport Culture Opinion Science Travel Weather Archive Jobs Video Podcasts".split()
)
_BUTTONS = ("Share on Facebook", "Tweet", "Email", "Print", "Save", "Copy link", "Send to a friend", "WhatsApp")
_BREAKS = ("Advertisement", "Story continues below", "ADVERTISEMENT", "Continue reading the main story", "Read more:")
_NOTICES = (
    "We use cookies to make this site work. By going on you agree to our use of cookies.",
    "Sign up to our newsletter and get the best stories in your inbox each morning.",
    "You have read two of your five free articles this month. Subscribe now.",
    "Turn on notifications to get the latest news right on your browser.",
)
_ENDINGS = (
    "All rights reserved. No part of this text may be reproduced without permission.",
    "Terms of use | Privacy | Contact us | Advertise with us",
    "Follow us on Twitter, Facebook and Instagram",
    "Got a tip? Write to the newsroom.",
)
_SAID = (
    "I have read this twice and still don't see the point.",
    "Finally somebody says it. Thank you!!",
    "first :)",
    "What about the money? Nobody ever asks who pays for all this.",
    "You clearly have not been there yourself. I have, and it was nothing like that.",
)
_MONTHS = "January February March April May June July August September October November December".split()


class _Furniture:
    """What a publication puts around each of its texts."""

    def __init__(self, publication: str) -> None:
        chance = Random(f"furniture of {publication}")
        self.menu = chance.sample(_SECTIONS, chance.randint(4, 9))
        self.menu_is_a_line = chance.random() < 0.4
        self.buttons = chance.sample(_BUTTONS, chance.randint(2, 5))
        self.break_ = chance.choice(_BREAKS[:4])
        self.notice = chance.choice(_NOTICES)
        self.ending = [f"© {publication}", *chance.sample(_ENDINGS, chance.randint(1, 3))]
        self.has_comments = chance.random() < 0.5
        self.has_links = chance.random() < 0.6
        self.is_wrapped = chance.random() < 0.2
        self.encoding = chance.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "cp1252"))
        self.newline = chance.choice(("\n", "\n", "\r\n"))


@lru_cache(maxsize=64)
def _furniture(publication: str) -> _Furniture:
    return _Furniture(publication)


def messy_text(corpus: Corpus, article: MadeArticle) -> bytes:
    """The article as a text file with what stands around it."""
    meta = article.meta
    around = _furniture(meta.publication)
    chance = Random(f"messy {article.number}")
    menu = [" | ".join(around.menu)] if around.menu_is_a_line else around.menu
    lines = [*menu, "", around.notice, ""]
    lines += [meta.title, ""] * (2 if chance.random() < 0.2 else 1)
    lines += [meta.summary, ""] if meta.summary else []
    lines += [f"By {meta.author[0]}", _date(article), "", *around.buttons, ""]
    for paragraph in article.text.split("\n"):
        lines += [fill(paragraph, 76) if around.is_wrapped else paragraph, ""]
        if chance.random() < 0.15:
            lines += [around.break_, ""]
    lines += [f"Tags: {', '.join(meta.tags)}", ""]
    if around.has_links:
        others = (corpus.article(chance.randrange(article.number + 1)).meta.title for _ in range(2))
        lines += ["Related stories", "", *others, ""]
    if around.has_comments:
        lines += _comments(chance)
    return around.newline.join("\n".join((*lines, *around.ending, "")).split("\n")).encode(around.encoding, "replace")


def _date(article: MadeArticle) -> str:
    year, _, rest = str(article.meta.date or "").partition("-")
    month, _, day = rest.partition("-")
    if not day:
        return f"Published {_MONTHS[int(month) - 1]} {year}" if month else "Published"
    return f"Published {int(day)} {_MONTHS[int(month) - 1]} {year}"


def _comments(chance: Random) -> list[str]:
    said = [chance.choice(_SAID) for _ in range(chance.randint(1, 6))]
    lines = [f"{len(said)} Comments", ""]
    for number, text in enumerate(said, 1):
        lines += [f"reader{chance.randint(10, 999)}", f"{number} days ago", text, "Reply", ""]
    return [*lines, "Leave a comment", ""]


def write_messy(corpus: Corpus, count: int, folder: Path) -> None:
    """Writes the first so many articles into the folder, as files of text."""
    for article in corpus.articles(count):
        (folder / f"{article.number:06}.txt").write_bytes(messy_text(corpus, article))
