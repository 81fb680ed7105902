"""What stands among or below a page's paragraphs and is text, and what is another article's."""

from __future__ import annotations

import pytest

from tests.ingest.sources import PARAGRAPHS, TITLE
from tests.ingest.test_html_source import NOTES, PROSE, cleaned, kept

CODE = ('"date": "2006-07-30",', '"lamp": 15', "},", "{", "for n in range(9):", "    light(n)", "}")
PRE = "<pre><span class=share>" + "\n".join(CODE) + "</span></pre>"


def split(at: int) -> tuple[str, str]:
    above, below = ("".join(f"<p>{words}</p>" for words in part) for part in (PARAGRAPHS[:at], PARAGRAPHS[at:]))
    return above, below


@pytest.mark.parametrize("last", [False, True])
def test_code_is_kept_whole_whatever_its_lines_look_like(last: bool) -> None:
    above, below = (PROSE, "") if last else split(2)
    article = cleaned(f"<article><h1>{TITLE}</h1>{above}<div class=example>{PRE}</div>{below}</article>").article
    assert "```\n" + "\n".join(CODE) + "\n```" in article


def test_a_text_that_is_preformatted_is_text_like_any_other() -> None:
    text = "\n\n".join(PARAGRAPHS)
    article = cleaned(f"<h1>{TITLE}</h1><pre>{text}\n\n12 comments\n\nShare this on Facebook</pre>").article
    assert "Share this" not in article
    assert PARAGRAPHS[2] in article


def test_buttons_to_comment_on_a_text_do_not_make_it_a_comment() -> None:
    body = f"<div class='page post-content'><div class=comment-on-selection>{PROSE}</div></div>"
    comments = f"<div class=comments><p>Ada wrote:</p><p>{NOTES[0]}</p></div>"
    assert kept(f"<h1>{TITLE}</h1>{body}{comments}") == list(PARAGRAPHS)


def test_comments_that_are_longer_than_the_article_are_comments() -> None:
    comments = "".join(f"<p>Ada wrote on {day} May 2007:</p><p>{note}</p>" for day, note in enumerate(NOTES, 1))
    article = f"<div class=post-content><h1>{TITLE}</h1>{PROSE}</div>"
    assert kept(f"<div class=post>{article}<div class=comments>{comments}</div></div>") == list(PARAGRAPHS)


def story(title: str, paragraphs: tuple[str, ...] | list[str], more: str = "") -> str:
    text = "".join(f"<p>{words}</p>" for words in paragraphs)
    return f"<div class=story><h1 class='left post-title {more}'>{title}</h1><div class=body>{text}</div></div>"


def test_longer_stories_below_the_own_one_are_other_articles() -> None:
    others = story("The pier", NOTES) + story("The boats", [note.replace("day", "night") for note in NOTES])
    page = f"{story('The lamp', PARAGRAPHS, 'entry-title')}<div class=next>{others}</div>"
    assert kept(page) == list(PARAGRAPHS)


def test_a_teaser_headed_like_the_article_does_not_cost_its_text() -> None:
    above, below = split(3)
    teaser = "<aside><div class=story><h1 class=post-title><a href=/pier>The pier</a></h1></div></aside>"
    article = f"<h1 class=post-title>The lamp</h1><div class=body><p>More</p>{teaser}{above}{teaser}{below}</div>"
    assert kept(f"<article>{article}</article>") == list(PARAGRAPHS)


def test_sections_headed_like_the_title_are_the_article() -> None:
    above, below = split(3)
    sections = "".join(
        f"<section><h2 class=heading-title>{title}</h2>{text}</section>"
        for title, text in (("The lamp", above), ("The tower", below))
    )
    assert kept(sections) == [*PARAGRAPHS[:3], "The tower", *PARAGRAPHS[3:]]


def test_what_a_template_does_not_show_is_not_the_article() -> None:
    hidden = "".join(f"<p>{note}</p>" for note in NOTES)
    page = f"<div class=essay><h1>{TITLE}</h1>{PROSE}</div><div class='guide w-condition-invisible'>{hidden}</div>"
    assert kept(page) == list(PARAGRAPHS)


def test_what_extractors_lose_among_paragraphs_is_won_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page, **_: list(PARAGRAPHS[:4]))
    above, below = split(2)
    picture = "<figure><img src=a.jpg><figcaption>The lamp room</figcaption></figure>"
    items = "".join(
        f"{picture}<ul class=x><li><section>{words}</section></li></ul>" for words in ("One oil can", "Wicks")
    )
    plain = f"<div><div>{NOTES[0]}</div></div>"
    promoted = f"<div class=shop><div>{NOTES[1]}</div></div>"
    end = "<p>So it ended.</p>"
    inside = kept(f"<div class=main>{above}{items}{plain}{promoted}{below}{end}</div>")
    found = [*PARAGRAPHS[:2], "• One oil can", "• Wicks", NOTES[0], *PARAGRAPHS[2:], "So it ended."]
    assert [line for line in inside if line != "The lamp room"] == found


@pytest.mark.parametrize(
    ("sign", "note"),
    [
        ("<sup><a href=#n1>1</a></sup>", "<div class=below><h4>Notes</h4><p id=n1>{note}</p></div>"),
        ("<a href='page.html#n1'>[1]</a>", "<hr><div><h4>Notes</h4><ol><li id=n1><p>{note}</p></li></ol></div>"),
        ("<sup id=r1><a href=#n1>a</a></sup>", "<footer><h4>Notes</h4><p>{note} <a href='#r1'>^</a></p></footer>"),
        ("<sup class=note>1</sup>", "<div class='post__x footnotes'><h4>Notes</h4><p>{note}</p></div>"),
    ],
)
def test_notes_below_a_text_are_kept(sign: str, note: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page, **_: list(PARAGRAPHS))
    words = "Says the keeper's wife, who had it from her aunt."
    body = f"<article><h1>{TITLE}</h1>{PROSE[:-4]}{sign}</p></article>{note.format(note=words)}"
    inside = kept(body)
    assert "Notes" in inside
    assert any(line.removeprefix("1. ").startswith(words) for line in inside)


def test_links_to_comments_lead_to_no_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page, **_: list(PARAGRAPHS))
    body = f"<article><h1>{TITLE}</h1>{PROSE[:-4]} <a href=#comments>7</a></p></article>"
    assert len(kept(f"{body}<div id=comments><p>{NOTES[0]}</p></div>")) == len(PARAGRAPHS)


def test_no_line_of_the_text_is_its_title_where_the_metadata_tells_that() -> None:
    short = "The harbour and the lamp: what the town says"
    body = f"<article><p>{short}</p>{PROSE}</article>"
    assert "title" not in {span.rule for line in cleaned(body).ledger.lines for span in line.spans}
