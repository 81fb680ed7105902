from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from generator.articles.article import Article
from generator.articles.ledger import Fate, RecordAccount, Role
from generator.articles.source_text import RecordText, SourceText
from generator.config import Config
from generator.render.sources.pages import source_page, source_pages
from tests.articles.nested import TOO_DEEP
from tests.render.archives import BLANK, a_maker, a_source, a_span, an_archive, an_article, whole
from tests.render.parsed import Parsed


def parsed(source: SourceText, config: Config | None = None, article: Article | None = None) -> Parsed:
    article = article or an_article("One", imported="2026-11-21")
    maker = a_maker(an_archive(article, sources={"one": source}, config=config))
    return Parsed(source_page(maker, article))


def lines(page: Parsed) -> list[str]:
    """The lines' texts."""
    return [line.text.partition(" ")[2] for line in page.all("p", "line")]


def notes(page: Parsed) -> list[tuple[str, str]]:
    """For each run of lines its fates, and what is said of it."""
    fates = [" ".join(run.classes[1:]) for run in page.all("div", "run")]
    return list(zip(fates, page.texts("div", "run-notes"), strict=True))


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
    assert lines(page) == ["The title", "", "  A <b> text", "Share", "Again"]
    assert notes(page) == [
        ("lifted", "→ lifted to title · first heading"),
        ("kept", "✓ kept · text"),
        ("set-aside", "× set aside · sharing · share line"),
        ("set-aside", "× set aside · repetition"),
    ]
    assert [line["id"] for line in page.all("p", "line")] == ["L1", "L2", "L3", "L4", "L5"]
    assert page.links()["3"] == "source.html#L3"
    assert [link["aria-label"] for link in page.all("a") if link.text == "3"] == ["Line 3"]


def test_a_line_of_a_view_tells_where_it_stands_in_the_file() -> None:
    source = a_source(whole("The title", Role.TITLE, Fate.LIFTED, "metadata", "title"))
    ledger = structs.replace(source.ledger, lines=(structs.replace(source.ledger.lines[0], at=12),))
    (number,) = (link for link in parsed(replace(source, ledger=ledger)).all("a") if link.text == "1")
    assert number["title"] == number["aria-label"] == "Line 1, from line 12 of the file"
    (plain,) = (link for link in parsed(source).all("a") if link.text == "1")
    assert "title" not in plain.attributes


def test_parts_of_a_line_are_tied_to_their_notes_by_letters() -> None:
    text = "1 May 2007 by A. Writer"
    spans = [
        a_span(0, 10, Role.DATE, Fate.LIFTED, "posted-line", "date"),
        a_span(10, 14, Role.RESIDUE, Fate.SET_ASIDE, "posted-line"),
        a_span(14, 23, Role.BYLINE, Fate.LIFTED, "posted-line", "author", "extra", editor=True),
    ]
    page = parsed(a_source((text, spans)))
    assert lines(page) == ["1 May 2007a by bA. Writerc"]
    assert notes(page) == [
        (
            "lifted set-aside",
            "a → lifted to date · posted line b × set aside · residue · posted line "
            "c → lifted to author and extra · byline · posted line · by the editor",
        )
    ]


def test_what_is_the_same_of_lines_in_a_row_is_said_once() -> None:
    page = parsed(
        a_source(
            BLANK,
            whole("Share", Role.SHARING, Fate.SET_ASIDE, "share-line"),
            BLANK,
            whole("Tweet", Role.SHARING, Fate.SET_ASIDE, "share-line"),
            whole("Other", Role.SHARING, Fate.SET_ASIDE, "button"),
        )
    )
    assert lines(page) == ["", "Share", "", "Tweet", "Other"]
    assert [note for _, note in notes(page)] == [
        "× set aside · sharing · share line Lines 2–4",
        "× set aside · sharing · button: all its words are those of buttons and menus",
    ]
    assert [passage.attributes.get("id") for passage in page.all("li", "passage")] == ["L2-4", None]
    assert page.links()["Lines 2–4"] == "source.html#L2-4"


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
    assert page.texts("label") == ["all lines 5", "✓kept 2", "→lifted 1", "×set aside 1"]
    assert [choice.attributes.get("checked") for choice in page.all("input", type="radio")] == ["", None, None, None]


def test_where_all_lines_have_one_fate_there_is_nothing_to_choose() -> None:
    assert not parsed(a_source(whole("Text", Role.BODY, Fate.KEPT, "prose"), BLANK)).all("fieldset")


def test_what_is_not_shown_leaves_a_mark_with_its_lines() -> None:
    page = parsed(
        a_source(
            whole("Share", Role.SHARING, Fate.SET_ASIDE, "share-line"),
            whole("Title", Role.TITLE, Fate.LIFTED, "first-heading", "title"),
            BLANK,
            whole("One", Role.BODY, Fate.KEPT, "prose"),
            whole("Two", Role.BODY, Fate.KEPT, "prose"),
        )
    )
    marks = page.all("p", "gap")
    assert [(mark.classes[1], mark.text) for mark in marks] == [
        ("kept", "3 lines not shown: 1–3"),
        ("lifted", "1 line not shown: 1"),
        ("set-aside", "4 lines not shown: 2–5"),
        ("lifted", "2 lines not shown: 4–5"),
    ]
    assert all("hidden" in mark.attributes for mark in marks)
    assert [passage.classes[1:] for passage in page.all("li", "passage")] == [
        ["set-aside", "gap-kept", "gap-lifted"],
        ["lifted", "gap-set-aside"],
        ["kept", "gap-lifted"],
    ]


def test_comments_are_counted_but_not_shown_unless_the_settings_say_so() -> None:
    source = a_source(whole("A reader said this.", Role.COMMENT, Fate.SET_ASIDE, "numbered-comment"))
    (hidden,) = lines(parsed(source))
    assert hidden == "[reader comment, 19 characters, left out here]"
    (shown,) = lines(parsed(source, Config(title="T", publish_comments=True)))
    assert shown == "A reader said this."


def test_email_addresses_are_left_out_unless_the_settings_say_so() -> None:
    text = "Write to jo.doe+x@mail.example.org or a@b.c, not @home or 3 @ 4."
    source = a_source(whole(text, Role.BODY, Fate.KEPT, "prose"))
    (hidden,) = lines(parsed(source))
    assert hidden == "Write to [e-mail address] or [e-mail address], not @home or 3 @ 4."
    (shown,) = lines(parsed(source, Config(title="T", publish_emails=True)))
    assert shown == text


def test_an_email_address_that_lies_in_two_parts_does_not_show() -> None:
    text = "by jo@mail.example x"
    spans = [a_span(0, 6, Role.BYLINE, Fate.LIFTED, "r", "author"), a_span(6, 20, Role.RESIDUE, Fate.SET_ASIDE, "r")]
    assert lines(parsed(a_source((text, spans)))) == ["by [e-mail address]a xb"]


def test_control_characters_are_shown_by_their_pictures() -> None:
    assert lines(parsed(a_source(whole("a\x00b\x0cc\td", Role.BODY, Fate.KEPT, "prose")))) == ["a␀b␌c\td"]


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


def test_an_article_that_the_editor_changed_says_so() -> None:
    line = whole("Text", Role.BODY, Fate.KEPT, "prose")
    assert not parsed(a_source(line)).all("p", "edited")
    assert "The editor changed the article" in parsed(a_source(line, edited=True)).one("p", "edited").text


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
    ((_, note),) = notes(parsed(known))
    assert note == "× set aside · sharing · button: all its words are those of buttons and menus"
    editors = a_source((text, [a_span(0, len(text), Role.RESIDUE, Fate.SET_ASIDE, "editor", editor=True)]))
    ((_, note),) = notes(parsed(editors))
    assert note == "× set aside · residue · by the editor"


def test_a_rule_that_weighs_many_signs_tells_the_strongest() -> None:
    span = a_span(0, 5, Role.RESIDUE, Fate.SET_ASIDE, "no-such-rule")
    signs = ("-short", "+quotes", "-unended", "-of-old-days")
    one = a_source(("Share", [structs.replace(span, signs=signs)]))
    ((_, note),) = notes(parsed(one))
    assert note == (
        "× set aside · residue · no such rule · against the text: few words, no sentence’s end "
        "· for the text: quotation marks"
    )


def test_lines_that_were_set_aside_for_other_signs_have_notes_of_their_own() -> None:
    span = a_span(0, 5, Role.RESIDUE, Fate.SET_ASIDE, "no-such-rule")
    page = parsed(
        a_source(*(("Share", [structs.replace(span, signs=(sign,))]) for sign in ("-short", "-short", "-address")))
    )
    assert [note.rpartition(": ")[2] for _, note in notes(page)] == ["few words Lines 1–2", "a web address"]


FERRY = "The ferry makes its last crossing of the year on Friday, the harbour office said."
CREW = "Nobody wants to be on that water in December, wrote jo@mail.example on Monday."
WRAPPED = (
    whole("The ferry makes its last crossing of the year", Role.BODY, Fate.KEPT, "prose"),
    whole("on Friday, the harbour office said.", Role.BODY, Fate.KEPT, "prose"),
    BLANK,
    whole(CREW, Role.BODY, Fate.KEPT, "prose"),
)


def imported(source: SourceText, text: str) -> SourceText:
    """The source as it was imported with the text, which the editor has changed since."""
    ledger = structs.replace(source.ledger, imported=text)
    return replace(source, ledger=ledger, edited=True, body_edited=True)


def test_a_paragraph_stands_beside_the_lines_that_it_came_from() -> None:
    article = an_article("One", text=f"{FERRY}\n{CREW}", imported="2026-11-21")
    page = parsed(a_source(*WRAPPED), article=article)
    assert page.texts("li", "passage") == [
        "1 The ferry makes its last crossing of the year 2 on Friday, the harbour office said. 3 "
        f"✓ kept · text Lines 1–2 {FERRY}",
        f"4 {CREW} ✓ kept · text {CREW}".replace("jo@mail.example", "[e-mail address]"),
    ]
    assert [beside["aria-hidden"] for beside in page.all("div", "repeated")] == ["true", "true"]
    shown = parsed(a_source(*WRAPPED), Config(title="T", publish_emails=True), article)
    assert shown.texts("p", "paragraph") == [FERRY, CREW]


def test_a_paragraph_around_a_line_that_was_set_aside() -> None:
    source = a_source(WRAPPED[0], whole("Advertisement", Role.ADVERTISEMENT, Fate.SET_ASIDE, "ad"), WRAPPED[1])
    page = parsed(source, article=an_article("One", text=FERRY, imported="2026-11-21"))
    (passage,) = page.all("li", "passage")
    assert passage.classes[1:] == ["kept", "set-aside", "gap-kept", "gap-set-aside"]
    assert [fates for fates, _ in notes(page)] == ["kept", "set-aside", "kept"]
    assert page.texts("p", "paragraph") == [FERRY]


def test_what_the_editor_changed_in_the_text() -> None:
    text = f"{FERRY.replace('Friday', 'Sunday')}\nA word of the editor.\n"
    source = imported(a_source(*WRAPPED), f"---\ntitle: One\n---\n{FERRY}\n\n{CREW}\n")
    page = parsed(source, article=an_article("One", text=text, imported="2026-11-21"))
    assert page.texts("div", "beside") == [
        "In the article ≠ changed by the editor " + FERRY.replace("on Friday, ", "on Friday, Sunday, "),
        "In the article − taken out by the editor "
        + CREW.replace("jo@mail.example", "[e-mail address]")
        + " + added by the editor A word of the editor.",
    ]
    assert page.texts("del") == ["Friday,", CREW.replace("jo@mail.example", "[e-mail address]")]
    assert page.texts("ins") == ["Sunday,", "A word of the editor."]
    assert not page.all("div", "repeated")


def test_a_text_of_which_no_line_is_in_the_source() -> None:
    source = imported(a_source(whole("Share", Role.SHARING, Fate.SET_ASIDE, "share-line")), "---\ntitle: One\n---\n")
    page = parsed(source, article=an_article("One", text=FERRY, imported="2026-11-21"))
    assert page.texts("div", "beside") == [f"In the article + added by the editor {FERRY}"]


def test_where_lifted_lines_went() -> None:
    source = a_source(
        whole("One again", Role.TITLE, Fate.LIFTED, "title", "title"),
        whole("By Ann and Bo, 1 May 2007", Role.BYLINE, Fate.LIFTED, "byline", "author", "date"),
        whole("One again", Role.TITLE, Fate.LIFTED, "title", "title"),
        whole("en", Role.METADATA, Fate.LIFTED, "metadata", "language", "extra.layout"),
    )
    source = imported(source, "---\ntitle: One again\nauthor: [Ann, Bo]\ndate: 2007-05-01\n---\nText\n")
    page = parsed(source, article=an_article("One", author=("Ann", "Bo"), text="Text", imported="2026-11-21"))
    assert page.texts("dl", "values") == [
        "titleOne changed by the editor",
        "authorAnn and Bo date1 May 2007 taken out by the editor",
    ]


def test_the_article_is_not_repeated_beside_a_very_long_source() -> None:
    # Letters count, and each line takes its time.
    texts = [f"{FERRY * 20} {number}." for number in range(350)]
    source = a_source(*(whole(text, Role.BODY, Fate.KEPT, "prose") for text in texts))
    page = parsed(source, article=an_article("One", text="\n".join(texts), imported="2026-11-21"))
    assert not page.all("p", "paragraph")
    assert "This source is long" in page.one("main").text
    assert len(lines(page)) == 350


def test_the_record_beside_a_source_is_shown_with_its_own_anchors() -> None:
    title = whole("title: One", Role.TITLE, Fate.LIFTED, "csv-column", "title")
    entries = a_source(title, whole("rank: 3", Role.METADATA, Fate.SET_ASIDE, "csv-label"))
    account = RecordAccount(sha256="cd" * 32, encoding="utf-8", lines=entries.ledger.lines)
    source = a_source(*WRAPPED)
    source = replace(
        source,
        ledger=structs.replace(source.ledger, record=account),
        record=RecordText("one.txt.metadata.csv", tuple(entries.account())),
    )
    page = parsed(source, article=an_article("One", text=f"{FERRY}\n{CREW}", imported="2026-11-21"))
    assert [line["id"] for line in page.all("p", "line")] == ["L1", "L2", "L3", "L4", "R1", "R2"]
    assert page.links()["one.txt.metadata.csv"] == "source.html#R1"
    assert page.links()["Line 1 of the record"] == "source.html#R1"
    assert page.texts("dl", "values") == ["titleOne"]
    assert page.texts("h2")[:2] == ["The lines", "The record beside the source"]
    assert "cd" * 32 in page.texts("dd")


def test_a_text_that_was_imported_nested_too_deeply_is_shown_as_its_editor_mended_it() -> None:
    source = imported(a_source(*WRAPPED), f"---\ntitle: One\n---\n{TOO_DEEP}\n")
    page = parsed(source, article=an_article("One", text=f"{FERRY}\n{CREW}", imported="2026-11-21"))
    assert page.texts("p", "paragraph")[0] == FERRY
    assert not page.texts("del")
