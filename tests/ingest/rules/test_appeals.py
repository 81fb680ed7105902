"""Rules for what a page puts between two paragraphs, and sentences of articles that resemble it."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks

APPEALS = (
    "Follow us on Instagram for more from the harbour",
    "Join our WhatsApp channel for the latest news",
    "Click here to see more photos of the lamp",
    "Never miss a story",
    "Share your memories of the lamp in the comments below.",
    "Download our free app for breaking news alerts",
    "Get the app: stay up to date wherever you are.",
    "Listen to The Fog Signal wherever you get your podcasts.",
    "We rely on readers like you to fund our work.",
    "Support local journalism",
    "Independent journalism needs your support.",
    "Our reporting is free to read because readers pay for it.",
    "If you value what we do, please consider a monthly gift.",
    "Become a member for as little as $5 a month.",
    "Cek berita tentang mercusuar di Google News dan ikuti kanal WhatsApp kami",
    "Unterstützen Sie unsere Arbeit mit einer Spende.",
    "Laden Sie jetzt unsere App herunter",
    "Hören Sie hier unseren Podcast „Nebelhorn“",
    "Faites un don pour soutenir une presse indépendante.",
    "Téléchargez notre application",
    "Apoya el periodismo independiente con tu donación.",
    "Descarga nuestra app",
    "Поддержите нашу редакцию — оформите пожертвование.",
    "Скачайте наше приложение",
    "+++ Mehr Nachrichten vom Hafen in unserem WhatsApp-Kanal +++",
    "Toute l’actualité du port sur notre chaîne WhatsApp",
    "Las noticias del puerto, en nuestro canal de Telegram",
    "Новости порта — в нашем телеграм-канале",
    "Puedes seguir a La Boya en Facebook y X, o apuntarte aquí para recibir nuestro boletín de los martes.",
    "Do you want the lamp to burn on Sundays? Tell us in the comments below.",
    "Pin It!",
    "Click HERE for more lamps from the archive, an album of the coast",
    "Klicken Sie hier, um weitere Lampen zu finden:",
    "Cliquez ici pour voir toutes les lampes",
    "Haz clic aquí para ver el faro",
    "See more photos of the lamp in our album.",
    "Nichts verpassen? Abonniere den Whatsapp-Kanal der Hafenpost",
    "RSVP for our panel on 11/9: Lamp, bell or neither? A talk on the harbour’s future",
    "Join us for our spring workshop on lamps, free for members",
    "Read our ePaper. Quick. Clear. Free.",
    "Lesen Sie unser E-Paper schon am Abend",
    "Discuss this story on the Harbour League message board...",
    "Diskutieren Sie mit uns im Hafen-Forum",
    "Add to Del.icio.us",
)


@pytest.mark.parametrize("line", APPEALS)
def test_an_appeal_between_two_paragraphs(line: str) -> None:
    result = article_around(line)
    assert result.fate(line) is Fate.SET_ASIDE
    assert result.rule(line) == "appeal"
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("This article is part of our series The Hidden River.", "series-note"),
        ("Dieser Text ist Teil unserer Serie „Letzte ihrer Art“.", "series-note"),
        ("Cet article fait partie de notre dossier sur les phares.", "series-note"),
        ("Материал входит в проект «Река».", "series-note"),
        ("Shop our favorite lamps from $49.99", "shop-line"),
        ("BUY NOW: The Lamp Book, hardback, £14.99 at our shop", "shop-line"),
        ("Save 20% with code LAMP20 at checkout", "shop-line"),
        ("Jetzt testen: 1 Monat für 0,99 Euro", "shop-line"),
        ("Monatlich kündbar", "shop-line"),
        ("Zum Angebot", "shop-line"),
        ("Zu den Lampen-Angeboten bei Hafenlicht", "shop-line"),
        ("View deal at Lampshop", "shop-line"),
        ("Reviews are our own. Lampmedia may earn an affiliate commission from what is bought.", "shop-line"),
        ("CLICK HERE TO GET THE LAMP NEWS APP", "appeal"),
        ("LR 1 Küste | Regional Hafen | 17.06.2031 | 15:00 Uhr", "posting-note"),
        ("Über dieses Thema berichtete LR am 17. Juni 2031 um 05:20 Uhr.", "posting-note"),
        ("We may earn a commission from links on this page.", "shop-line"),
        ("If you buy a lamp through one of our links, we may earn a commission. This pays the keeper.", "shop-line"),
        ("Zum Shop: Lampen ab 4,90 Euro", "shop-line"),
        ("Empfohlener redaktioneller Inhalt", "embedded"),
        ("EN VIVO", "embedded"),
        ("A post shared by Harbour Trust (@harbourtrust)", "embedded"),
        (
            "An dieser Stelle finden Sie einen von der Redaktion für Sie ausgesuchten externen Inhalt, der den Text "
            "ergänzt.",
            "embedded",
        ),
        ("Ich bin damit einverstanden, dass mir der externe Inhalt gezeigt wird.", "embedded"),
        ("Ein Klick für den Datenschutz", "embedded"),
        ("Mit dem Laden des Videos akzeptieren Sie die Regeln des Anbieters.", "embedded"),
        ("Wir benötigen Ihre Einwilligung, um den Kartendienst zu laden.", "embedded"),
        ("To view this content, please accept our cookies.", "embedded"),
        ("This video cannot be shown because of your privacy settings.", "embedded"),
        ("Pour afficher ce contenu, vous devez accepter les cookies.", "embedded"),
        ("Para ver este contenido es necesario aceptar las cookies.", "embedded"),
        ("Per visualizzare questo contenuto bisogna accettare i cookie.", "embedded"),
        ("Der Wärter zeigt, wie die Lampe geputzt wird. 03.05.2019 | 1:40 min", "embedded"),
        ("This is a breaking news story. More to follow", "posting-note"),
        ("Developing story: check back for updates.", "posting-note"),
        (
            "Redaktion am 3. Mai 2019, abgelegt unter Hafen. Antworten sind durch den RSS 2.0-Feed zu sehen.",
            "posting-note",
        ),
        (
            "This entry was posted on Friday, May 3rd, 2009 and is filed under Lamps. You can leave a reply.",
            "posting-note",
        ),
        ("WATCH: The lamp is put out", "labelled-link"),
        ("READ: Five other lamps that were saved", "labelled-link"),
        ("Watch: Inside the lamp room", "labelled-link"),
        ("VIDÉO. Le phare comme vous ne l’avez jamais vu", "labelled-link"),
        ("ВИДЕО: как гасили маяк", "labelled-link"),
        ("Get our science newsletter, delivered every Thursday.", "subscription"),
        ("Sie haben bereits ein Abo? Hier anmelden", "subscription"),
        ("Suscríbete aquí", "subscription"),
        ("Il vous reste 43.2% de cet article à lire. La suite est réservée aux abonnés.", "subscription"),
        ("La suite est réservée à nos abonnés.", "subscription"),
        ("Pozostało jeszcze 67% artykułu", "subscription"),
        ("La suite après la publicité", "advertisement"),
        ("РЕКЛАМА • ПРОДОЛЖЕНИЕ НИЖЕ", "advertisement"),
        ("Report this ad", "advertisement"),
    ],
)
def test_what_else_stands_between_two_paragraphs(line: str, rule: str) -> None:
    assert (article_around(line).rule(line), article_around(line).fate(line)) == (rule, Fate.SET_ASIDE)


@pytest.mark.parametrize(
    "line",
    [
        "“Sign up here for our daily briefing,” she told a man from the ministry, “and bring your own chair.”",
        "“We rely on readers like you,” the librarian had written beside hers, which was taken for a joke.",
        "“Become a member,” a cousin wrote to me, “or become a target.”",
        "This article is part of a quarrel that has gone on since 1911.",
        "Watch: that is what the two families called the hill.",
        "Read: that was the whole text of his best one, for a bookshop.",
        "Get the app, said the posters; they were still wet.",
        "Download it from the App Store, the mayor said in his speech, and four hundred people did.",
        "Click here to watch the film in a new window, because for some reason I cannot show it.",
        "Shop now, said the sign in the window, and underneath in pencil: or never.",
        "Save 20 percent, a second sign said in spring, and it was hung upside down.",
        "A lamp cost from $4.99.",
        "Support for the feud came from the post office, which sold stamps to both.",
        "Become a keeper at twenty and you will be one at sixty.",
        "Melden Sie sich an der Pforte, hieß es weiter, und bringen Sie den Schirm mit.",
        "«Подписывайтесь на нашу газету», — стояло на нём.",
        "Donate is not a word that he liked.",
        "Click here for a light, he used to say. He meant the switch.",
        "Zum Angebot gehört auch ein Boot.",
        "See more than the lamp, he told them.",
        "Follow the harbour wall for a mile and you are on it.",
        "This project had no series of lamps.",
        "When you buy a lamp you know what you get, he said.",
        "Wir brauchen Ihre Zustimmung, sagte der Bürgermeister, und zwar heute.",
        "This content is not what the privacy of a tower asks for.",
        "A breaking story needs more than one lamp, the editor told me.",
        "The warning stood on the port’s Telegram channel, and our group of four read it there.",
        "“Write it in our WhatsApp group,” the keeper told the boats.",
        "Questo contenuto, scrisse il guardiano, è di tutti.",
        "RSVP was what the card said, and nobody did.",
        "Join us for a swim, the card went on, and bring the dog.",
        "Discuss this in the harbour and you lose a friend.",
        "En vivo no se ve nada.",
    ],
)
def test_a_sentence_that_resembles_it_is_kept(line: str) -> None:
    result = article_around(line)
    assert result.fate(line) is Fate.KEPT, result.rule(line)


def test_speakers_of_a_transcript_are_no_labels_of_links() -> None:
    talk = ("READ: Say again", "TOWER: I said there is a cow", "READ: On the runway")
    result = article_around(*talk)
    assert [result.fate(line) for line in talk] == [Fate.KEPT] * 3


def test_the_box_of_a_newsletter_goes_with_its_button() -> None:
    box = (
        "Morning Bulletin",
        "The stories you need to start your day, from our newsroom.",
        "Sign up for our newsletter",
    )
    result = article_around(*box)
    assert [result.rule(line) for line in box] == ["newsletter-box", "newsletter-box", "subscription"]


def test_a_paragraph_above_such_a_button_is_kept() -> None:
    result = article_around("Sign up for our newsletter")
    assert [text for text in PARAGRAPHS if result.fate(text) is not Fate.KEPT] == []


@pytest.mark.parametrize(
    "lines", [APPEALS[:1], APPEALS[5:10], ("Sponsored", "[Advertisement]", "Story continues below")]
)
def test_the_last_paragraph_stays_whatever_stands_above_it(lines: tuple[str, ...]) -> None:
    last = (
        "A review is due in the autumn of 2021. Until then the timetable stays as it is, with one change: the stop at "
        "the old mill moves forty yards down the hill, to where people wait."
    )
    result = clean_blocks(TITLE, *PARAGRAPHS, *lines, last)
    assert result.fate(last) is Fate.KEPT


def test_appeals_below_the_text_go_too() -> None:
    assert article(below=APPEALS[:2]).fate(APPEALS[1]) is Fate.SET_ASIDE


def test_a_link_with_a_label_goes_below_the_text_too() -> None:
    links = ("MORE: Keeper is said to have a second key", "MORE: Map shows where the lamp can be seen")
    result = article(below=links)
    assert {result.fate(line) for line in links} == {Fate.SET_ASIDE}


def test_a_step_of_a_numbered_list_is_no_appeal() -> None:
    steps = ("1. Install the app", "2. Take a picture of the lamp", "3. Share your photos below or with the keeper")
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], *steps, *PARAGRAPHS[2:])
    assert {result.fate(step) for step in steps} == {Fate.KEPT}
