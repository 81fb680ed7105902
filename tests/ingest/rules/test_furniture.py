"""Rules for the parts of a page that do something."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "Share this:",
        "Facebook Twitter Google+ LinkedIn",
        "E-mail this story",
        "Printer-friendly version",
        "Read Later",
        "Sign in / Register",
        "Follow us on Facebook",
        "Follow @HarbourNews",
        "Follow @HarbourNews on Twitter",
        "Artikel drucken",
        "Поделиться: ВКонтакте Одноклассники",
        "Поделиться в соцсетях",
        "Рассказать друзьям в социальных сетях: ВКонтакте",
        "In sozialen Netzwerken teilen",
        "mehr",
        "사진 확대",
        "닫기",
        "44 Bilder",
        "Fotostrecke ansehen",
        "Partager sur les réseaux sociaux",
        "Compartir en redes sociales",
    ],
)
def test_a_button_is_set_aside_wherever_it_stands(line: str) -> None:
    for result in (article(line), article_around(line), article(below=(line,))):
        assert (result.rule(line), result.fate(line)) == ("button", Fate.SET_ASIDE)


@pytest.mark.parametrize(
    "line",
    [
        "Share of the market",
        "The print shop",
        "@HarbourNews",
        "Read this.",
        "More",
        "Live and learn",
        "Visa",
        "Del Este",
        "Ansehen",
        "Twitter.",
        "В сетях",
        "En las redes sociales",
    ],
)
def test_a_line_with_any_other_word_is_no_button(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize("line", ["Like this:", "Like Loading...", "Be the first to like this."])
def test_a_blogs_like_below_the_text(line: str) -> None:
    assert article(below=(line,)).rule(line) == "button"


def test_words_like_a_blogs_within_the_text_are_kept() -> None:
    assert article_around("Like this:").fate("Like this:") is Fate.KEPT


def test_a_list_with_buttons_in_it_is_one_of_buttons() -> None:
    items = ("• Share", "• Make it larger", "• Print")
    result = article("\n".join(items))
    assert [result.span(item).role for item in items] == [Role.SHARING] * 3
    assert result.rule("• Make it larger") == "beside-buttons"


def test_a_list_of_the_text_with_a_button_word_in_it_is_kept() -> None:
    items = ("• Twitter", "• the harbour office", "• the print")
    result = article_around("Three of them had answered by the evening:", *items)
    assert [result.rule(item) for item in items] == ["list-item"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "- Advertisement -",
        "Story continues below this ad",
        "Article continues after advertisement",
        "Continue reading the main story",
        "Sponsored by Example & Sons",
        "Anzeige",
        "РЕКЛАМА",
        "Weiterlesen nach der Anzeige",
        "Remove ads",
        "AdChoices",
        "Annonsørinnhold",
        "Advertise | AdChoices",
        "Werbung überspringen",
        "Anzeige symplr",
        "Passer la publicité",
        "Saltar publicidad",
        "Pular anúncio",
        "Salta la pubblicità",
        "Advertentie overslaan",
        "Пропустить рекламу",
        "Pomiń reklamę",
    ],
)
def test_what_announces_an_advertisement(line: str) -> None:
    assert article_around(line).span(line).role is Role.ADVERTISEMENT


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement was the keeper's word for fog.",
        "The story continues below deck.",
        "The story continues after dark, when the keeper is alone.",
        "He read the ad twice.",
        "Werbung überspringen, das wollten alle.",
        "Anzeige erstattet",
        "Saltar la publicidad del puerto no era fácil",
    ],
)
def test_a_sentence_about_advertisements_is_kept(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Read more: The other lamp", "promotion"),
        ("Also read: Ten lamps to see before they go out.", "promotion"),
        ("See also | The other lamp", "promotion"),
        ("Related stories", "promotion"),
        ("Most read", "promotion"),
        ("You may also like", "promotion"),
        ("Lesen Sie auch: Die andere Lampe", "promotion"),
        ("Читайте также: Другая лампа", "promotion"),
        ("You Can Also Check: Lamps in Quay | Tides in Quay | Ferries in Quay", "promotion"),
        ("Mehr über die Wärter von Kai lesen Sie hier.", "promotion"),
        ("İlgili Konular:", "promotion"),
        ("Related: The other lamp", "promotion-label"),
        ("SPONSORED: Five lamps for your garden", "promotion-label"),
        ("More from World", "promotion-label"),
        ("More stories: Ferry late again; New bench for the mole", "promotion-label"),
        ("More content from HarbourNews.example:", "promotion-label"),
        ("Lesen Sie auch die folgenden Beiträge:", "promotion"),
        ("Poll: Should the lamp stay?", "promotion-label"),
    ],
)
def test_what_leads_to_other_articles(line: str, rule: str) -> None:
    assert article(below=(line,)).rule(line) == rule
    if not line.startswith("More from"):
        assert article_around(line).rule(line) == rule


@pytest.mark.parametrize(
    "line",
    ["Related to the keeper by marriage.", "More on this later.", "Most read it twice.", "Links", "Stories"],
)
def test_a_sentence_or_heading_with_such_a_word_is_kept(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


def test_links_above_a_list_are_set_aside_with_it() -> None:
    result = article(below=("Links", "• The port authority\n• The ferry"))
    assert result.rule("Links") == "promotion-label"
    assert result.rule("• The ferry") == "promoted-links"


@pytest.mark.parametrize(
    "line",
    [
        "Page 1 of 2",
        "Page 1 of 2 | Next page »",
        "Page 2 of 2 | « Previous page",
        "2/3",
        "1 2 3 Next",
        "Seite 2 von 4",
        "(Continued from cover)",
        "6 min read",
    ],
)
def test_what_counts_pages(line: str) -> None:
    assert article_around(line).rule(line) == "page-number"


@pytest.mark.parametrize("line", ["Page 1 of 2 is missing.", "1 of 2 lamps", "6 minutes", "2 boats of 3 came home"])
def test_a_number_in_the_text_counts_no_pages(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line", ["Home > World > Central Asia", "Startseite › Politik › Ausland", "Home > World", "News | Sport | Weather"]
)
def test_a_path_of_short_names_outside_the_text(line: str) -> None:
    above = clean_blocks(line, TITLE, *PARAGRAPHS)
    assert above.rule(line) == "breadcrumbs"
    assert article(below=(line,)).rule(line) == "breadcrumbs"


@pytest.mark.parametrize("line", ["Rain | wind | fog", "Lamp > radio > nothing"])
def test_such_a_line_inside_the_text_is_kept(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize("line", [".", "* ", ":mrgreen::neutral:", "→", "|"])
def test_a_line_without_a_word_is_residue(line: str) -> None:
    assert article_around(line).span(line).role is Role.RESIDUE


@pytest.mark.parametrize("line", ["* * *", "---", "⁂ ⁂ ⁂", "—————"])
def test_a_row_of_signs_inside_the_text_parts_it(line: str) -> None:
    result = article_around(line)
    assert (result.rule(line), result.fate(line)) == ("section-break", Fate.KEPT)
    assert "\n\n* * *\n\n" in result.body
    assert article(below=(line,)).rule(line) == "no-words"


def test_the_choices_of_a_form_in_one_line() -> None:
    months = " ".join(f"{month} {year}" for year in (2010, 2011, 2012) for month in ("May", "June", "July", "August"))
    line = f"Select Month {months} September 2012"
    assert article(below=(line,)).rule(line) == "options"


def test_a_list_of_names_with_commas_is_text() -> None:
    names = ", ".join(f"Captain {first} {last}" for first in ("Ada", "Ben", "Cy") for last in ("Fenn", "Moss", "Quill"))
    line = f"Aboard were {names} and Tobias Fenn"
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line",
    [
        "Lees ook: Sluiswachter verliest sleutel",
        "Citește și: Paznicul farului își pierde cheia",
        "À lire aussi » Le gardien du phare perd sa clé",
        "PUEDES VER: El farero pierde la llave",
        "Lea más: El farero pierde la llave",
        "LEE MÁS | El farero pierde la llave",
        "(Le puede interesar: El farero pierde la llave)",
        "También lea: ¿Quién perdió la llave del faro?",
        "Puede leer: El farero pierde la llave",
        "Relacionados",
        "Notas relacionadas",
        "Matérias relacionadas",
        "Articoli correlati",
        "Relaterade artiklar",
        "Материалы по теме:",
        "Dowiedz się więcej: Latarnik gubi klucz",
        "Llegiu també: El faroner perd la clau",
        "Ayrıca okuyun: Fener bekçisi anahtarını kaybetti",
        "Funda olunye udaba lapha: Umgcini welambu",
        "Läs också: Färjan som glömde ön",
        "Čtěte také: Zvon, který se bojí bouřky",
        "Zobacz także: Most, którego nikt nie chciał",
        "Διαβάστε επίσης: Η καμπάνα που χτυπά λάθος ώρα",
        "İlgili haberler",
        "اقرأ أيضا: المكتبة التي تفتح أبوابها في الليل",
        "यह भी पढ़ें: नदी के बीच एक पाठशाला",
        "関連記事：島の小学校、最後の運動会",
        "【相关新闻】桥头的钟又走了",
        "[관련기사] 등대지기의 마지막 일기",
        "Leia também: A ponte que ninguém quis",
        "Now read: 11 Reasons your barber is not listening",
        "Next post: Who paints the buoys?",
        "« Previous Post Three reasons to keep a lamp Next Post » Who paints the buoys",
        "The harbour in the great fog Watch Video",
        "Keepers of the north shore... View Full Size",
        "Les også Fyret som gikk i svart",
        "À lire aussi Le phare perd sa dernière clé",
        "Lesen Sie auch Der Wärter und seine Lampe",
        "READ MORE Keeper loses his only key",
        "Ähnliche Nachrichten",
        "Mehr zum Thema lesen Sie im wöchentlichen Hafen-Check:",
        "* Wärter streiken am Hafen | mehr",
        "Der Rat war sich lange nicht einig, wer die Lampe löschen soll. mehr",
        "Diese Artikel könnten dich auch interessieren:",
        "Ces articles pourraient vous intéresser",
        "Potrebbero anche interessarti: Il guardiano perde la chiave",
        "Você também pode gostar",
        "Misschien ook interessant",
        "Вам может быть интересно",
        "Zum Artikel: Wärter verliert Schlüssel",
        "Przejdź do artykułu",
    ],
)
def test_what_leads_to_other_articles_in_many_languages(line: str) -> None:
    assert article_around(line).rule(line) == "promotion"


@pytest.mark.parametrize(
    "line",
    [
        "Lees ook deze brief, zei de wachter, en zwijg.",
        "Leia também os livros que ele deixou na torre.",
        "関連記事は一つもなかった。",
        "相关新闻传到老街，谁也没有说话。",
        "Now read the log, she said, and tell me who was there.",
        "Next post on the quay: a bollard.",
        "Weiterlesen konnte er nicht.",
        "Lesen Sie auch die Briefe, sagte er, und schweigen Sie.",
        "Lire aussi Balzac lui était défendu.",
        "They went to the gallery to view photos",
        "The arrow on the door said: next → the lamp room.",
        "Read more Dickens, she told him.",
        "Siehe auch Müller, Die Türme am Meer, Band 2",
        "Sie wollten alle nur eines: mehr",
        "Mehr zum Thema wusste er nicht.",
        "Zum Artikel wurde er nie befragt.",
        "Diese Themen könnten dich den Schlaf kosten, sagte er.",
        "Вам может показаться, что лампа горит.",
        "Weitere Themen waren das Dach und die Kosten.",
        "Lea más despacio, le dijo el farero.",
        "Le puede interesar al puerto, pero no al pueblo.",
        "Relacionados con el faro estaban todos.",
    ],
)
def test_a_sentence_that_begins_so_in_another_language_stays(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line", ["Email to a friendPrinter friendlySave", "Share thisShareTweetEmailPrint", "YouTubeFacebookTwitter"]
)
def test_buttons_that_were_run_together(line: str) -> None:
    assert article_around(line).rule(line) == "button"


@pytest.mark.parametrize("line", ["McPrint", "The PrintShop", "eMail to the LightHouse", "} , [ search ] ) ;"])
def test_names_with_capitals_inside_are_no_buttons(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


def test_a_menus_word_that_is_a_heading_among_others() -> None:
    headings = ("The roof", "Search", "The radio", "Print")
    blocks = [block for heading, text in zip(headings, PARAGRAPHS[1:], strict=True) for block in (heading, text)]
    result = clean_blocks(TITLE, "By Ada Example", PARAGRAPHS[0], *blocks)
    assert [result.span(heading).role for heading in headings] == [Role.HEADING] * 4


def test_a_button_among_headings_is_one() -> None:
    headings = ("The roof", "Share", "The radio", "The keeper")
    blocks = [block for heading, text in zip(headings, PARAGRAPHS[1:], strict=True) for block in (heading, text)]
    assert clean_blocks(TITLE, "By Ada Example", PARAGRAPHS[0], *blocks).rule("Share") == "button"


@pytest.mark.parametrize(
    "line", ["Temps de lecture : 2 min.", "Lesezeit: 2 Min.", "Reading time: 4 minutes", "阅读时间：3分钟"]
)
def test_how_long_it_takes_to_read(line: str) -> None:
    assert article(line).rule(line) == "page-number"


def test_a_sentence_about_the_time_it_takes_to_read_stays() -> None:
    line = "Reading time: 4 minutes is what the teacher allowed us."
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line", ["Home  News  Harbour  Opening hours", "Start\tHafen\tTermine", "Новости  Порт  Афиша"]
)
def test_names_with_gaps_between_them_are_a_menu_and_no_title(line: str) -> None:
    alone = clean_blocks(line, *PARAGRAPHS)
    assert alone.rule(line) == "breadcrumbs"
    assert alone.meta.title != " ".join(line.split())
    assert clean_blocks(line, TITLE, *PARAGRAPHS).meta.title == TITLE


def test_gaps_in_a_title_of_many_words_or_in_text_full_of_gaps_make_no_menu() -> None:
    assert (
        clean_blocks("The harbour's  lamp and its keeper", *PARAGRAPHS).meta.title
        == "The harbour's lamp and its keeper"
    )
    wide = [paragraph.replace(" the ", "  the ") for paragraph in PARAGRAPHS]
    assert clean_blocks("Harbour  Lamp  Keeper", *wide).meta.title == "Harbour Lamp Keeper"


def test_a_paragraph_in_a_script_without_spaces_is_no_list_of_choices() -> None:
    line = "1、灯塔：守灯人每天晚上点灯，早上关灯，一年到头从不休息，镇上的人都说他最可靠，船长们也这样说"
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Continua depois da publicidade", "advertisement"),
        ("Related questions", "promotion"),
        ("Was this answer helpful? Yes (14) No (1)", "form-notice"),
        ("War diese Antwort hilfreich? Ja (3) Nein (1)", "form-notice"),
        ("Если вы нашли ошибку, выделите её и нажмите Ctrl+Enter.", "form-notice"),
        ("Vis mer", "form-notice"),
        ("Del artikkel", "form-notice"),
    ],
)
def test_what_pages_say_between_paragraphs_in_several_languages(line: str, rule: str) -> None:
    assert article_around(line).rule(line) == rule


def test_a_picture_that_counts_readers_goes_and_code_about_pictures_stays() -> None:
    counter = '<p style="position: absolute"><img src="https://count.example.org/c?page=lamp&amp;n=1"></p>'
    code = '<img src="lamp.png">'
    assert article_around(counter).rule(counter) == "no-words"
    assert article_around(code).fate(code) is Fate.KEPT
