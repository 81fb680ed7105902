"""Rules for what a publication tells its readers about itself."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks


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
        "Deniz feneri haberleri özetlenir. Abonelik için lütfen bizimle iletişime geçiniz.",
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
        "Bitte aktivieren Sie JavaScript.",
        "Stai leggendo con una vecchia lampada: è un browser vecchio e lento.",
        "Ihr Browser ist veraltet. Bitte wechseln Sie zu einem, der diese Lampe zeigt.",
        "Votre navigateur n’est plus pris en charge par la lampe.",
        "Per favore utilizza un browser moderno.",
        "Мы используем cookie для вас.",
    ],
)
def test_a_notice_about_cookies_at_the_edge(line: str) -> None:
    assert article(line).rule(line) == "cookies"
    assert article(below=(line,)).rule(line) == "cookies"


@pytest.mark.parametrize(
    "line",
    [
        "Accept all cookies",
        "Stai leggendo con una vecchia lampada: è un browser vecchio e lento.",
        "Ihr Browser ist veraltet. Bitte wechseln Sie zu einem, der diese Lampe zeigt.",
        "Per favore utilizza un browser moderno.",
        "Мы используем cookie для вас.",
    ],
)
def test_what_may_be_said_of_cookies_inside_a_text_is_kept(line: str) -> None:
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
    [
        "lamp@example.org",
        "E-mail: lamp@example.org",
        "Tell us: lamp (at) example (dot) org",
        "Tips to a@b.org",
        "Get in touch by emailing us at lamp@example.org.",
    ],
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
        ("Comments may be no longer than 900 characters, counted twice.", "comment-notice"),
        ("To report inappropriate comments, ring the bell beside them.", "comment-notice"),
        ("You are entering the public comment zone; what follows is not ours.", "comment-notice"),
        ("This page is best viewed in a browser younger than the lamp.", "about-page"),
        ("How would you rate the quality of this article?", "about-page"),
        ("To submit a correction to the keepers, click here.", "about-page"),
        ("Schicken Sie uns Ihr Feedback!", "about-page"),
        ("Wir freuen uns über Ihr Feedback zu dieser Lampe.", "about-page"),
        ("Gastkommentare wie dieser müssen nicht der Meinung der Redaktion entsprechen.", "about-page"),
        ("(Mit Material von dpa und AFP)", "about-page"),
        ("Mit Agenturmaterial.", "about-page"),
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


@pytest.mark.parametrize(
    "line",
    [
        "This article is for subscribers only.",
        "Mit unserem Newsletter erhalten Sie jeden Morgen die Nachrichten aus dem Hafen. Hier anmelden.",
        "Meld je aan voor de nieuwsbrief en ontvang elke dag het nieuws uit de haven.",
        "Iscriviti alla nostra newsletter",
        "Zapisz się na nasz newsletter",
    ],
)
def test_an_offer_in_other_words(line: str) -> None:
    assert article_around(line).rule(line) == "subscription"


@pytest.mark.parametrize(
    "line",
    [
        "This article is for subscribers only of interest where it names them.",
        "Der Newsletter, den sie jeden Morgen schrieb, hatte vier Leser.",
        "De nieuwsbrief van de haven verscheen tot 1998.",
    ],
)
def test_a_report_about_such_an_offer_stays(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line",
    ["Tüm hakları saklıdır.", "Všechna práva vyhrazena.", "جميع الحقوق محفوظة", "版权所有 未经许可不得转载",
     "<저작권자 섬바다신문, 무단전재 및 재배포 금지>", "При перепечатке ссылка на «Вестник» обязательна."],
)  # fmt: skip
def test_rights_in_other_languages(line: str) -> None:
    assert article(below=(line,)).rule(line) == "copyright"
    assert article_around(line).fate(line) is Fate.KEPT


CONSENT = (
    "We and our 412 partners store and access information on your device, such as cookies, for the purposes below.",
    "Strictly necessary cookies are always active because the site cannot function without them.",
    "Partners may process your data on the basis of legitimate interest without asking for your consent.",
    "Reject all",
    "Manage preferences",
)


def test_a_dialogue_of_consent_above_the_title() -> None:
    result = clean_blocks("We value your privacy", *CONSENT, TITLE, "By Ada Example", *PARAGRAPHS)
    assert [result.fate(line) for line in CONSENT] == [Fate.SET_ASIDE] * 5
    assert (result.meta.title, result.text.split("\n")) == (TITLE, list(PARAGRAPHS))


@pytest.mark.parametrize(
    "line", ["Partners may process the herring here.", "We value your privacy, the keeper had told them."]
)
def test_a_sentence_about_privacy_stays(line: str) -> None:
    assert article(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("(Additional reporting by Gus Pelham in Marrow Bay; editing by Rosa Thiele)", "about-page"),
        ("This interview has been edited and condensed.", "about-page"),
        ("This page was last edited on 14 March 2012, at 22:10.", "about-page"),
        ("Letters should be no more than 200 words and must give the writer's full name.", "about-page"),
        ("Notes to editors: photographs are available on request.", "about-page"),
        ("Click on the codes in brackets for related news.", "about-page"),
        ("This post may contain affiliate links. Read my disclosure policy.", "about-page"),
        ("*Werbung. Dieser Beitrag enthält Werbung für die Lampenfabrik.", "about-page"),
        ("Did you make this recipe? Tag @lamp on Instagram", "about-page"),
        ("Designed by Tidemark in 2006. Archive: 2005 2006 2007 2008", "about-page"),
        ("Media contact: Josias Pratt, Press Office, County Hall", "contact"),
        ("Text is available under the Creative Commons Attribution License; additional terms may apply.", "copyright"),
    ],
)
def test_what_else_a_page_says_of_itself(line: str, rule: str) -> None:
    assert article(below=(line,)).rule(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by night was what he did best, and editing by day what he did worst.",
        "This interview was given in the lamp room.",
        "This page was last read by a keeper who is dead.",
        "Letters should be short, the old keeper used to say.",
        "Designed by Sir Thomas Bouch, the bridge fell in 1879.",
        "Powered by steam, the ferry was late all the same.",
        "Did you make this lamp? she asked.",
        "Text is available, said the board, on request.",
    ],
)
def test_a_sentence_with_such_words_stays(line: str) -> None:
    for result in (article_around(line), article(below=(line,))):
        assert result.fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (
            "© The Example Agency 2011. All rights reserved. Republication or redistribution of the agency's content, "
            "including by caching, framing or similar means, is expressly prohibited without the prior written consent "
            "of The Example Agency. The agency and its round logo are registered trademarks of the group of companies "
            "that bears its name around the whole world, islands and lighthouses included.",
            "copyright",
        ),
        (
            "This service is provided on The Example's standard Terms and Conditions. Please read our privacy policy.",
            "copyright",
        ),
        ("By clicking “accept” below, you acknowledge and grant your consent for these activities.", "consent"),
        ("This station will not store your e-mail address or use it in any way.", "consent"),
    ],
)
def test_long_notices_of_rights_and_of_what_is_done_with_the_readers(line: str, rule: str) -> None:
    assert article(below=(line,)).rule(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "By clicking at the lamp twice, the keeper tells the boats that you agree with them about the fog outside.",
        "Copyright is what the keeper's heirs went to court for, and they lost it there in the autumn of that year.",
    ],
)
def test_sentences_of_a_text_about_rights_and_consent_stay(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line",
    ["14 hours ago", "Vor 1 Std.", "il y a 3 heures", "hace 2 horas", "för 3 timmar sedan", "5 минут назад", "3時間前"],
)
def test_a_time_alone_between_two_paragraphs(line: str) -> None:
    assert article_around(line).rule(line) == "relative-date"


@pytest.mark.parametrize("line", ["66 million years ago", "10 years ago", "3 hours ago, nobody knew.", "Vor 10 Jahren"])
def test_a_heading_about_a_time_between_two_paragraphs_stays(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


def test_a_note_about_the_day_in_print_goes_wherever_it_stands() -> None:
    line = "A version of this article appeared in print on 11/08/2031, on page B9 of the north shore edition."
    assert article_around(line).rule(line) == "print-note"


@pytest.mark.parametrize(
    "line",
    [
        "Letters are limited to 200 words.",
        "To submit a letter, use our form. Letters may be edited.",
        "Should the lamp have a keeper, do you think? Tell reporter Ada Example at (555) 010-0123.",
    ],
)
def test_how_readers_may_write(line: str) -> None:
    assert article(below=(line,)).rule(line) == "about-page"


@pytest.mark.parametrize(
    "line",
    [
        "• This obituary was amended on 20 November 2008. The sedge was found in 1949, and not, as we said, in 1947.",
        "You are receiving this because you signed up at our website.",
    ],
)
def test_what_a_page_says_below_the_text_of_itself(line: str) -> None:
    assert article(below=(line,)).fate(line) is Fate.SET_ASIDE
