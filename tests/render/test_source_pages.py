from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from generator.articles.ledger import Fate, Role
from generator.articles.source_text import SourceText
from generator.config import Config
from generator.render.source_pages import source_page, source_pages
from tests.render.archives import BLANK, a_maker, a_source, a_span, an_archive, an_article, whole
from tests.render.parsed import Parsed


def parsed(source: SourceText, config: Config | None = None) -> Parsed:
    article = an_article("One", imported="2026-11-21")
    maker = a_maker(an_archive(article, sources={"one": source}, config=config))
    return Parsed(source_page(maker, article))


def lines(page: Parsed) -> list[tuple[str, str, str]]:
    """Each line's classes, text and notes."""
    shown = []
    for line in page.all("li", "line"):
        number = line["id"].removeprefix("L")
        parts = line.text.split("\n")
        assert parts[1] == number
        shown.append((" ".join(line.classes[1:]), parts[2], " ".join(" ".join(parts[3:]).split())))
    return shown


def test_each_line_is_there_with_what_became_of_it() -> None:
    page = parsed(
        a_source(
            whole("The title", Role.TITLE, Fate.LIFTED, "first-heading", "title"),
            BLANK,
            whole("  A <b> text", Role.BODY, Fate.KEPT, "prose"),
            whole("Share", Role.SHARING, Fate.SET_ASIDE, "share-line"),
            whole("Again", Role.DUPLICATE, Fate.SET_ASIDE, "repetition"),
        )
    )
    assert lines(page) == [
        ("lifted", "The title", "→ lifted to title first heading"),
        ("blank", "", ""),
        ("kept", "  A <b> text", "✓ kept text"),
        ("set-aside", "Share", "× set aside sharing · share line"),
        ("set-aside", "Again", "× set aside repetition"),
    ]
    assert page.all("a", "line-number")[2]["href"] == "source.html#L3"
    assert [line["id"] for line in page.all("li", "line")] == ["L1", "L2", "L3", "L4", "L5"]


def test_a_line_of_a_view_tells_where_it_stands_in_the_file() -> None:
    source = a_source(whole("The title", Role.TITLE, Fate.LIFTED, "metadata", "title"))
    ledger = structs.replace(source.ledger, lines=(structs.replace(source.ledger.lines[0], at=12),))
    (number,) = parsed(replace(source, ledger=ledger)).all("a", "line-number")
    assert number["title"] == number["aria-label"] == "Line 1, from line 12 of the file"
    (plain,) = parsed(source).all("a", "line-number")
    assert "title" not in plain.attributes


def test_parts_of_a_line_are_tied_to_their_notes_by_letters() -> None:
    text = "1 May 2007 by A. Writer"
    spans = [
        a_span(0, 10, Role.DATE, Fate.LIFTED, "posted-line", "date"),
        a_span(10, 14, Role.RESIDUE, Fate.SET_ASIDE, "posted-line"),
        a_span(14, 23, Role.BYLINE, Fate.LIFTED, "posted-line", "author", "extra", editor=True),
    ]
    page = parsed(a_source((text, spans)))
    assert lines(page) == [
        (
            "mixed",
            "1 May 2007a by bA. Writerc",
            "a → lifted to date posted line b × set aside residue · posted line "
            "c → lifted to author and extra byline · posted line · by the editor",
        )
    ]


def test_the_same_again_is_said_with_a_ditto_mark_and_read_out_in_full() -> None:
    page = parsed(
        a_source(
            whole("One", Role.BODY, Fate.KEPT, "prose"),
            BLANK,
            whole("Two", Role.BODY, Fate.KEPT, "prose"),
            whole("Three", Role.BODY, Fate.KEPT, "other"),
        )
    )
    assert [note for _, _, note in lines(page)] == ["✓ kept text", "", "✓ ″kept · text", "✓ ″kept · text"]
    assert [mark["aria-hidden"] for mark in page.all("span", "ditto")] == ["true", "true"]
    assert page.texts("span", "unseen") == ["kept · text", "kept · text"]


def test_the_account_counts_lines_by_fate_and_role() -> None:
    page = parsed(
        a_source(
            whole("Share", Role.SHARING, Fate.SET_ASIDE, "share-line"),
            whole("Text", Role.BODY, Fate.KEPT, "prose"),
            BLANK,
            ("ab", [a_span(0, 1, Role.BODY, Fate.KEPT, "a"), a_span(1, 2, Role.BODY, Fate.KEPT, "b")]),
            whole("Title", Role.TITLE, Fate.LIFTED, "first-heading", "title"),
        )
    )
    assert page.texts("tr")[1:] == [
        "✓ kepttext2 linesLine 2",
        "→ liftedtitle1 lineLine 5",
        "× set asidesharing1 lineLine 1",
    ]
    assert page.links()["Line 5"] == "source.html#L5"


def test_comments_are_counted_but_not_shown_unless_the_settings_say_so() -> None:
    source = a_source(whole("A reader said this.", Role.COMMENT, Fate.SET_ASIDE, "numbered-comment"))
    (hidden,) = lines(parsed(source))
    assert hidden[1] == "[reader comment, 19 characters, left out here]"
    (shown,) = lines(parsed(source, Config(title="T", publish_comments=True)))
    assert shown[1] == "A reader said this."


def test_email_addresses_are_left_out_unless_the_settings_say_so() -> None:
    text = "Write to jo.doe+x@mail.example.org or a@b.c, not @home or 3 @ 4."
    source = a_source(whole(text, Role.BODY, Fate.KEPT, "prose"))
    (hidden,) = lines(parsed(source))
    assert hidden[1] == "Write to [e-mail address] or [e-mail address], not @home or 3 @ 4."
    (shown,) = lines(parsed(source, Config(title="T", publish_emails=True)))
    assert shown[1] == text


def test_an_email_address_that_lies_in_two_parts_does_not_show() -> None:
    text = "by jo@mail.example x"
    spans = [a_span(0, 6, Role.BYLINE, Fate.LIFTED, "r", "author"), a_span(6, 20, Role.RESIDUE, Fate.SET_ASIDE, "r")]
    (line,) = lines(parsed(a_source((text, spans))))
    assert line[1] == "by [e-mail address]a xb"


def test_control_characters_are_shown_by_their_pictures() -> None:
    (line,) = lines(parsed(a_source(whole("a\x00b\x0cc\td", Role.BODY, Fate.KEPT, "prose"))))
    assert line[1] == "a␀b␌c\td"


def test_facts_and_the_way_back() -> None:
    page = parsed(a_source(whole("Text", Role.BODY, Fate.KEPT, "prose")))
    facts = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert facts == {
        "Article": "One",
        "Source file": "one.txt",
        "Size": "5 bytes",
        "Encoding": "utf-8",
        "SHA-256": "ab" * 32,
        "Imported": "21 November 2026",
    }
    assert page.links()["One"] == "../one.html"
    assert page.one("meta", name="robots")["content"] == "noindex"


def test_a_text_that_the_editor_changed_says_so() -> None:
    line = whole("Text", Role.BODY, Fate.KEPT, "prose")
    assert not parsed(a_source(line)).all("p", "edited")
    assert "changed by the editor" in parsed(a_source(line, edited=True)).one("p", "edited").text


def test_which_articles_have_a_source_page() -> None:
    articles = [
        an_article("With", imported="2026-11-21"),
        an_article("By hand"),
        an_article("Gone", withdrawn="A reason."),
    ]
    source = a_source(whole("Text", Role.BODY, Fate.KEPT, "prose"))
    sources = {"with": source, "gone": source}
    made = source_pages(a_maker(an_archive(*articles, sources=sources)))
    assert [page.path for page in made] == ["articles/with/source.html"]
    config = Config(title="T", source_pages=False)
    assert list(source_pages(a_maker(an_archive(*articles, sources=sources, config=config)))) == []


def test_a_rule_tells_why_it_decided() -> None:
    text = "Share this"
    known = a_source((text, [a_span(0, len(text), Role.SHARING, Fate.SET_ASIDE, "button")]))
    (line,) = lines(parsed(known))
    assert line[2] == "× set aside sharing · button: all its words are those of buttons and menus"
    editors = a_source((text, [a_span(0, len(text), Role.RESIDUE, Fate.SET_ASIDE, "editor", editor=True)]))
    (line,) = lines(parsed(editors))
    assert line[2] == "× set aside residue · by the editor"
