"""Whole articles of unusual shape or in other languages: nothing of their text may be lost."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, Result, article, article_around, clean_blocks, clean_lines


def kept(result: Result) -> list[str]:
    return [result.lines[number - 1].strip() for number in result.numbers(Fate.KEPT)]


INTERVIEW = (
    "Q: You have kept the lamp for thirty years. What has changed?",
    "A: The ships. They were wood and they answered when one shouted.",
    "Q: And now?",
    "A: Now they are steel and there is nobody on deck.",
    "Q: Will you miss it?",
    "A: No.",
)


def test_an_interview_keeps_every_question_and_answer() -> None:
    assert kept(article(below=INTERVIEW)) == [*PARAGRAPHS, *INTERVIEW]
    assert kept(article_around(*INTERVIEW)) == [*PARAGRAPHS[:2], *INTERVIEW, *PARAGRAPHS[2:]]


def test_an_interview_with_labels_in_capitals() -> None:
    talk = ("KEEPER: I light it at six.", "REPORTER: And then?", "KEEPER: Then I wait.")
    assert kept(article(below=talk)) == [*PARAGRAPHS, *talk]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "— Кто там? — спросил смотритель.",
            "— Никого, — ответил мальчик.",
            "— Тогда зачем стучать?",
            "— Холодно.",
        ),
        ("– Wer ist da?, fragte der Wärter.", "– Niemand.", "– Dann geh.", "– Es ist kalt."),
        ("- Who is there?", "- Nobody.", "- Then go home.", "- It is cold."),
        ("“Who is there?”", "“Who is it?”", "“Nobody is there.”", "“Then go.”"),
    ],
)
def test_dialogue_is_kept_wherever_it_stands(lines: tuple[str, ...]) -> None:
    assert kept(article_around(*lines)) == [*PARAGRAPHS[:2], *lines, *PARAGRAPHS[2:]]
    assert kept(article(below=lines)) == [*PARAGRAPHS, *lines]
    assert kept(article("By Ada Example", *lines)) == [*lines, *PARAGRAPHS]


def test_speeches_announced_by_a_colon_are_no_comments() -> None:
    talk = (
        "The minister said:",
        "“The lamp has been lit every night since I took office, and it will be lit tonight, at six, as ever.”",
        "The keeper wrote:",
        "“It was not lit on the fourth, nor on the fifth, and on the sixth I lit it myself with a match.”",
    )
    assert kept(article_around(*talk)) == [*PARAGRAPHS[:2], *talk, *PARAGRAPHS[2:]]
    assert kept(article(below=talk)) == [*PARAGRAPHS, *talk]


STANZA = (
    "The lamp is lit, the tide is low,",
    "the boats come home in twos and threes",
    "and nobody will ever know",
    "who counts them from behind the trees",
)


def test_a_poem_inside_the_text() -> None:
    assert kept(article_around(*STANZA)) == [*PARAGRAPHS[:2], *STANZA, *PARAGRAPHS[2:]]


def test_a_poem_at_the_end_that_the_text_announces() -> None:
    last = "Over the door somebody has carved these four lines, and nobody in the town admits to them:"
    lines = "\n".join(STANZA)
    assert kept(article(below=(last, lines))) == [*PARAGRAPHS, last, *STANZA]


def test_a_poem_of_its_own_is_kept_whole_but_for_its_title() -> None:
    result = clean_lines("The counting of boats", "", *STANZA, "", *reversed(STANZA))
    assert result.meta.title == "The counting of boats"
    assert kept(result) == [*STANZA, *reversed(STANZA)]


def test_a_refrain_is_no_duplicate() -> None:
    refrain = "The lamp is lit and we are here,"
    result = clean_lines("A song", "", refrain, "the night is long,", refrain, "and morning is not near.")
    assert kept(result) == [refrain, "the night is long,", refrain, "and morning is not near."]


@pytest.mark.parametrize(
    "announcement", ["Four things were missing from the lamp room that morning:", "He listed them:"]
)
def test_a_list_that_a_colon_announces_is_kept(announcement: str) -> None:
    items = ("• the log book", "• Facebook", "• two keys", "• the print")
    assert kept(article_around(announcement, *items)) == [*PARAGRAPHS[:2], announcement, *items, *PARAGRAPHS[2:]]
    last = announcement + " so much was clear to everybody who had been there before and knew the room well:"
    assert kept(article(below=(last, *items))) == [*PARAGRAPHS, last, *items]


def test_a_list_of_facts_at_the_end_is_kept_with_its_heading() -> None:
    facts = ("• 1832: first lamp", "• 1921: the great storm", "• 2003: last keeper but one")
    assert kept(article(below=("Key dates", *facts))) == [*PARAGRAPHS, "Key dates", *facts]


def test_a_menu_at_the_end_is_not_the_texts() -> None:
    menu = ("• Sports desk", "• Island council", "• Ferry times", "• What is on")
    result = article(below=("Elsewhere", *menu))
    assert kept(result) == [*PARAGRAPHS]


def test_numbered_sub_headings_are_kept() -> None:
    result = clean_blocks(
        TITLE,
        PARAGRAPHS[0],
        "1. The roof",
        PARAGRAPHS[1],
        "2. The radio",
        PARAGRAPHS[3],
        "3. The silence",
        PARAGRAPHS[4],
    )
    assert kept(result) == [
        PARAGRAPHS[0], "1. The roof", PARAGRAPHS[1], "2. The radio", PARAGRAPHS[3], "3. The silence", PARAGRAPHS[4]
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["Discussion", "Reactions", "Responses", "Conversation"])
def test_a_section_about_reactions_is_no_comment_section(heading: str) -> None:
    result = article_around(heading, "The fishermen were not pleased, and they said so to everyone who would listen.")
    assert result.fate(heading) is Fate.KEPT
    assert set(PARAGRAPHS) <= set(kept(result))


def test_numbered_sections_under_such_a_heading_are_kept() -> None:
    result = article_around(
        "Reactions",
        "1. Moscow",
        "Nothing was said there for a week, and then everything was said at once, by everybody.",
        "2. Washington",
    )
    assert {"Reactions", "1. Moscow", "2. Washington", *PARAGRAPHS} <= set(kept(result))


def test_a_table_inside_the_text_is_kept() -> None:
    rows = ("Country | Lamps | Keepers", "Norway | 41 | 3", "Scotland | 38 | 0")
    assert kept(article_around(*rows)) == [*PARAGRAPHS[:2], *rows, *PARAGRAPHS[2:]]
    assert kept(article(below=("\n".join(rows),))) == [*PARAGRAPHS, *rows]


def test_short_paragraphs_at_the_beginning_are_kept() -> None:
    opening = ("It was night.", "Nobody came.", "The lamp, for once, was out.")
    assert kept(article("By Ada Example", "3 May 2011", *opening)) == [*opening, *PARAGRAPHS]


def test_a_heading_above_the_first_paragraph_is_kept_in_a_text_with_headings() -> None:
    result = clean_blocks(
        TITLE,
        "By Ada Example",
        "A cold winter for all",
        PARAGRAPHS[0],
        "The roof",
        PARAGRAPHS[1],
        "The radio",
        PARAGRAPHS[3],
    )
    assert result.span("A cold winter for all").role == "heading"


def test_a_last_short_section_keeps_its_heading() -> None:
    assert kept(article(below=("What comes next", "Nobody knows.")))[-2:] == ["What comes next", "Nobody knows."]


@pytest.mark.parametrize(
    "title",
    ["Lights out", "Silence", "“Never again”", "1832", "Why?", "A. B. C.", "Ada, ardently", "Gone.", "!!!", "🕯"],
)
def test_any_title_above_a_byline_is_found(title: str) -> None:
    result = clean_blocks(title, "By Ada Example", "3 May 2011", *PARAGRAPHS)
    if any(map(str.isalnum, title)):
        assert result.meta.title == title
    assert kept(result) == [*PARAGRAPHS]
    assert result.meta.author == ("Ada Example",)
    assert str(result.meta.date) == "2011-05-03"


@pytest.mark.parametrize("words", [49, 60])
def test_a_title_of_three_hundred_characters(words: int) -> None:
    long = " ".join(["Harbour"] + ["lamp"] * words)
    result = clean_blocks(long, "By Ada Example", *PARAGRAPHS)
    assert result.meta.title == long
    assert kept(result) == [*PARAGRAPHS]


CHINESE = (
    "灯塔守望者的最后一个冬天",
    "港口上方的灯塔一直有人看守,镇上的老人都记得这一点。市议会希望继续保留看守人的职位,因为他们认为机器不能代替人。",
    "港务局的看法不同。他们说,一盏自动开关的灯每年只需要电工来两次,不需要任何人住在旁边。这样可以节省很多钱。",
    "渔民们说:",
    "“我们害怕的不是黑暗,而是寂静。看守人会回答无线电,灯不会。”",
    "没有人来。",
    "会议在午夜结束,没有投票。议长说,下个月再谈。大家回家了,灯还亮着,海上起了雾。",
)
ARABIC = (
    "الحارس الأخير في المنارة",
    "كان للمنارة التي تعلو الميناء حارس منذ أن يتذكر أي شخص في البلدة، "
    "ويريد المجلس أن يبقى الأمر كذلك في المستقبل أيضا.",
    "ترى سلطة الميناء الأمر بشكل مختلف. تقول إن المصباح الذي يضيء نفسه "
    "يحتاج إلى كهربائي مرتين في السنة فقط ولا أحد يسكن بجانبه.",
    "قال الصيادون:",
    "«نحن لا نخاف من الظلام بل من الصمت. الحارس يجيب على الراديو والمصباح لا يجيب.»",
    "هل يأتي أحد؟",
    "انتهى الاجتماع عند منتصف الليل دون تصويت. وعاد الجميع إلى بيوتهم وكان المصباح لا يزال مضاء فوق البحر.",
)
HINDI = (
    "प्रकाशस्तंभ का आखिरी पहरेदार",
    "बंदरगाह के ऊपर के प्रकाशस्तंभ में हमेशा एक पहरेदार रहा है और नगर परिषद चाहती है कि आगे भी ऐसा ही रहे।",
    "बंदरगाह प्राधिकरण का विचार अलग है। उनका कहना है कि अपने आप जलने वाले दीपक को साल में "
    "दो बार बिजली मिस्त्री चाहिए और किसी को उसके पास रहने की ज़रूरत नहीं है।",
    "मछुआरों ने कहा:",
    "“हम अंधेरे से नहीं बल्कि खामोशी से डरते हैं। पहरेदार रेडियो पर जवाब देता है और दीपक नहीं देता।”",
    "कोई नहीं आया।",
    "बैठक आधी रात को बिना मतदान के समाप्त हुई। सब लोग अपने घर चले गए और दीपक समुद्र के ऊपर जलता रहा।",
)
GERMAN = (
    "Der letzte Wärter über dem Hafen",
    "Der Leuchtturm über dem Hafen hat einen Wärter, solange irgendjemand in der Stadt denken kann, und der Rat "
    "möchte, dass es so bleibt.",
    "Die Hafenbehörde sieht es anders. Eine Lampe, die sich selbst einschaltet, braucht zweimal im Jahr einen "
    "Elektriker und niemanden, der neben ihr wohnt.",
    "Von Montag an soll darüber geredet werden.",
    "– Und dann?, fragte der Wärter.",
    "Niemand kam.",
    "Die Sitzung endete um Mitternacht ohne Abstimmung; die Lampe brannte weiter, und über dem Meer stieg Nebel auf.",
)
RUSSIAN = (
    "Последний смотритель над гаванью",
    "Сколько помнят в городе, у маяка над гаванью всегда был смотритель, и городской совет хотел бы, чтобы так оно и "
    "оставалось.",
    "Портовое управление смотрит на дело иначе. Лампе, которая зажигается сама, нужен электрик два раза в год, и "
    "никому не нужно жить рядом с ней.",
    "По теме маяка высказались все.",
    "— А потом? — спросил смотритель.",
    "Никто не пришёл.",
    "Заседание кончилось в полночь без голосования; лампа горела, и над морем поднимался туман, какого не видели давно "
    "в этих местах.",
)


@pytest.mark.parametrize(
    ("lines", "language"),
    [(CHINESE, "zh"), (ARABIC, "ar"), (HINDI, "hi"), (GERMAN, "de"), (RUSSIAN, "ru")],
    ids=["zh", "ar", "hi", "de", "ru"],
)
def test_an_article_in_another_language_is_kept_whole(lines: tuple[str, ...], language: str) -> None:
    result = clean_blocks(*lines)
    assert result.meta.title == lines[0]
    assert kept(result) == list(lines[1:])
    assert result.text.split("\n") == list(lines[1:])
    assert result.meta.language == language
