"""Rules for what a publication tells its readers about itself."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import article, article_around


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter",
        "Sign up for The Morning Lamp",
        "Subscribe to continue reading. Already a subscriber? Log in",
        "Subscribe now",
        "You have read 2 of 5 free articles this month.",
        "You are not logged in. Log in | Register",
        "The day's news in your inbox at 7am. Enter your e-mail address",
        "You can unsubscribe at any time.",
        "Get the latest updates as we post them — right on your browser",
        "To keep reading, please register.",
        "Already have an account? Sign in",
        "Jetzt anmelden und unseren Newsletter lesen",
        "Подпишитесь на наш канал",
    ],
)
def test_an_offer_to_subscribe_is_set_aside_wherever_it_stands(line: str) -> None:
    for result in (article(line), article_around(line), article(below=(line,))):
        assert result.rule(line) == "subscription"


@pytest.mark.parametrize(
    "line",
    [
        "Our reporters register every ship that they see now.",
        "We subscribe to the theory that lamps are free.",
        "“Sign up for our newsletter,” said the parrot.",
        "You have read the lamp wrong, said our keeper.",
        "Subscribers to the old almanac still write to us.",
    ],
)
def test_a_report_about_subscribing_is_kept(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to give you the best experience of our site.",
        "By continuing to browse you agree to our use of cookies.",
        "Please enable JavaScript in your browser.",
        "Accept all cookies",
        "Diese Seite verwendet Cookies, um Ihnen zu helfen.",
        "Мы используем cookie для вас.",
    ],
)
def test_a_notice_about_cookies_at_the_edge(line: str) -> None:
    assert article(line).rule(line) == "cookies"
    assert article(below=(line,)).rule(line) == "cookies"
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line",
    [
        "© 2009 The Example. All rights reserved.",
        "Copyright 2002 Example Agency. This material may not be rewritten or redistributed.",
        "(c) Example Media",
        "Copyright: Example Agency",
        "All rights reserved",
        "Alle Rechte vorbehalten",
        "Terms and conditions",
        "Privacy policy",
        "Impressum",
    ],
)
def test_a_notice_about_rights_at_the_edge(line: str) -> None:
    assert article(below=(line,)).rule(line) == "copyright"
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize("line", ["Copyright: a word that he hated, and said so.", "All rights reserved to us go."])
def test_a_sentence_about_rights_is_kept_even_at_the_end(line: str) -> None:
    assert article(below=(line,)).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line",
    [
        "This article first appeared in The Example.",
        "This article appears in the print edition under the headline “Lamp”.",
        "Originally published in The Example",
        "A version of this article appeared on page 5.",
    ],
)
def test_a_note_about_the_printed_article(line: str) -> None:
    assert article(below=(line,)).rule(line) == "print-note"
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize("line", ["This story ran through the town.", "This article of faith appeared absurd."])
def test_a_sentence_that_begins_alike_is_kept(line: str) -> None:
    assert article(below=(line,)).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line",
    ["lamp@example.org", "E-mail: lamp@example.org", "Tell us: lamp (at) example (dot) org", "Tips to a@b.org"],
)
def test_an_address_to_write_to(line: str) -> None:
    assert article(below=(line,)).rule(line) == "contact"
    assert article_around(line).fate(line) is Fate.KEPT


def test_an_address_in_a_sentence_is_kept() -> None:
    line = "It was lamp@example.org that the police found in his notebook."
    assert article(below=(line,)).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line",
    [
        "Name (required)",
        "Email *",
        "Your email address will not be published.",
        "Notify me of new comments by e-mail",
    ],
)
def test_a_form_for_comments(line: str) -> None:
    assert article(below=(line,)).rule(line) == "contact-form"


@pytest.mark.parametrize("line", ["Name your price", "Notify me when the tide turns, he said.", "Comment is free"])
def test_what_only_looks_like_a_form_is_kept(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line", ["Last updated 3 hours ago", "2 days ago", "Posted: an hour ago", "This article has been updated."]
)
def test_a_time_without_a_date(line: str) -> None:
    result = article(line)
    assert (result.rule(line), result.meta.date, result.meta.updated) == ("relative-date", None, None)


@pytest.mark.parametrize("line", ["2 days ago the lamp went out.", "Two years ago.", "The article was read by nobody."])
def test_a_sentence_about_a_time_is_kept(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Comments for this story are now closed.", "comment-notice"),
        ("Some comments posted here may be reviewed before they are shown.", "comment-notice"),
        ("Comments our editors find useful stand first.", "comment-notice"),
        ("You are entering the public comment zone; what follows is not ours.", "comment-notice"),
        ("This page is best viewed in a browser younger than the lamp.", "about-page"),
        ("How would you rate the quality of this article?", "about-page"),
        ("Hits: 2,854", "about-page"),
        ("Have a view on this story? Send us your feedback!", "about-page"),
    ],
)
def test_what_a_page_says_of_itself_at_the_edge(line: str, rule: str) -> None:
    assert article(below=(line,)).rule(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "Comments by the minister drew a sharp reply from the keeper.",
        "Comments on the draft are open until the first of May, and three people have written.",
        "The board has a comment policy, and nobody has read it.",
        "The page of the log is best read with a lamp in the hand.",
        "How would you rate a keeper who sleeps, the board asked.",
        "Visits: the keeper had four in nine years.",
        "They asked us to send pictures, and we sent none.",
    ],
)
def test_a_sentence_about_comments_or_pages_is_kept(line: str) -> None:
    for result in (article_around(line), article(below=(line,))):
        assert result.fate(line) is Fate.KEPT
