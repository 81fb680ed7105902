"""Rules for captions whose picture is gone, and for who made it."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks, clean_lines


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ada Example",
        "Foto: dpa",
        "Image 1/4: The lamp room on a Saturday. A. Example/Agency",
        "[Picture: the lamp. No image available in the text edition.]",
        "The lamp room at noon (AP Photo/Ada Example)",
        "The lamp room at noon. Photo by Ada Example",
        "The lamp room seen from the sea. Photo: A. Example/The Lamp",
        "A keeper at work /Getty Images",
        "The harbour in May. REUTERS/Ada Example",
        "File photo of the lamp room",
        "Enlarge / The lamp room as the keeper left it",
        "The keepers say they counted at least thirty ships [EPA]",
        "Nobody had seen the lamp burn as low in years [Gallo/Getty Images]",
        "Nobody had seen the lamp burn as low in years [AP]",
        "The keepers at noon (file photo)",
        "(Quayside/AP)",
        "(Associated Press)",
        "2019 Corbis",
        "Fonte: Alamy",
        "Bildunterschrift: Die Lampe am Morgen",
        "FILE – The keepers leave the lamp room",
        "HARBOUR DAY … The keepers leave the lamp room",
    ],
)
def test_a_line_that_names_who_made_a_picture(line: str) -> None:
    assert (article_around(line).rule(line), article_around(line).fate(line)) == ("photo-credit", Fate.SET_ASIDE)


@pytest.mark.parametrize(
    "line",
    [
        "Photo by photo, the album told the story of the lamp.",
        "A photo by Ada Example hung over the desk, and nobody looked at it.",
        "Getty Images was not asked.",
        "The picture was sold to an agency [in 2011, to Reuters] and never printed.",
        "A Reuters/Ipsos poll said so.",
        "The picture: a lamp, a boat and nobody to be seen.",
        "Bild – so heißt das Blatt – schrieb kein Wort davon.",
        "The act forbids lamps that can be (A) seen from the sea, (B) heard or (C) moved by the keeper.",
    ],
)
def test_a_sentence_about_a_picture_is_kept(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


def test_the_caption_right_above_the_photographer_goes_with_it() -> None:
    caption, credit = "The lamp room on a clear day.", "Photo: Ada Example"
    result = article_around(f"{caption}\n{credit}")
    assert (result.rule(caption), result.rule(credit)) == ("credited-caption", "photo-credit")


def test_a_paragraph_above_the_photographer_is_kept() -> None:
    assert article_around("Nobody came.", "Photo: Ada Example").fate("Nobody came.") is Fate.KEPT


def test_a_broken_paragraph_above_the_photographer_is_kept() -> None:
    broken = [textwrap.wrap(" ".join(pair), 66) for pair in pairwise(PARAGRAPHS)]
    lines = [line for paragraph in broken for line in [*paragraph, ""]]
    # Its last line has no room for another word.
    last = [
        "The keeper of the lamp looks out for boats that are late, and he",
        "has done so in every night of the year for longer than the council",
        "has sat in that hall, and nobody else knows where he puts lamps.",
    ]
    credit = "Photo by Ada Example"
    read = clean_lines(*lines, *last, credit, "", *lines)
    assert {read.fate(line) for line in last} == {Fate.KEPT}
    assert (read.rule(credit), read.fate(credit)) == ("photo-credit", Fate.SET_ASIDE)


def test_the_title_above_the_photographer_is_the_title() -> None:
    result = clean_blocks("Skip to main content", TITLE, "Photo: Ada Example", *PARAGRAPHS)
    assert result.meta.title == TITLE


def test_in_a_source_without_blank_lines_a_paragraph_above_the_photographer_is_kept() -> None:
    result = clean_blocks("\n".join((TITLE, *PARAGRAPHS[:2], "Nobody came.", "Photo: Ada Example", *PARAGRAPHS[2:])))
    assert result.fate("Nobody came.") is Fate.KEPT


DOUBLED = ("Will the lamp be lit at six?", "Nobody knows if the lamp will be lit at six.")


def test_two_lines_that_say_the_same_above_the_text() -> None:
    result = article("\n".join(DOUBLED))
    assert [result.rule(line) for line in DOUBLED] == ["doubled-caption"] * 2


def test_two_sentences_alike_that_a_blank_line_parts_are_kept() -> None:
    result = article(*DOUBLED)
    assert [result.fate(line) for line in DOUBLED] == [Fate.KEPT] * 2


def test_two_sentences_alike_in_a_source_without_blank_lines_are_kept() -> None:
    result = clean_blocks("\n".join((TITLE, *DOUBLED, *PARAGRAPHS)))
    assert [result.fate(line) for line in DOUBLED] == [Fate.KEPT] * 2


def test_a_line_without_a_full_stop_between_buttons_and_text_is_a_caption() -> None:
    line = "The keeper talks to the harbour master in June 2001"
    result = article("• Share\n• Print", line)
    assert (result.rule(line), result.span(line).role) == ("lost-caption", Role.CAPTION)


def test_a_sentence_between_buttons_and_text_is_kept() -> None:
    line = "The keeper talked to the harbour master."
    assert article("• Share\n• Print", line).fate(line) is Fate.KEPT


def test_a_word_between_title_and_text_is_the_sections_name() -> None:
    assert article("By Ada Example", "World").rule("World") == "kicker"


def test_short_items_beside_longer_ones_between_title_and_text_are_kept() -> None:
    items = ("+ Added lamps", "+ Added a bell that rings by itself when there is fog over the bar", "+ Added keepers")
    result = article("3 May 2011", "\n".join(items))
    assert [line for line in items if result.fate(line) is not Fate.KEPT] == []


def test_a_first_heading_is_kept_where_the_text_has_more_of_them() -> None:
    blocks = (TITLE, "By Ada Example", "The lamp", PARAGRAPHS[0], "The roof", PARAGRAPHS[1], "The radio", PARAGRAPHS[3])
    assert clean_blocks(*blocks).span("The lamp").role is Role.HEADING


@pytest.mark.parametrize(
    "line",
    [
        "toggle caption",
        "HIDE CAPTION",
        "Enlarge this image",
        "Media caption The keeper told the station how he came to stop",
        "(Getty Images/Lars Fennimore)",
        "(Ada Example/Moodboard/Getty)",
        "Getty Images",
        "2011 Getty Images",
        "REUTERS",
    ],
)
def test_labels_and_agencies_of_pictures(line: str) -> None:
    result = article_around(line)
    assert (result.rule(line), result.text.split("\n")) == ("photo-credit", list(PARAGRAPHS))


def test_the_photographer_right_below_the_button_goes_with_it() -> None:
    result = article_around("Hide caption\ntoggle caption\nMattis Borg for The Lindmark Post")
    assert result.rule("Mattis Borg for The Lindmark Post") == "photo-credit"


@pytest.mark.parametrize(
    "line",
    ["Media caption says nothing of it.", "(The keeper knew.)", "Reuters was not there.", "Hide the caption, he said."],
)
def test_a_sentence_about_captions_and_agencies_stays(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


SLIDES = ("1 of 3", "The vicar blesses the rails. Tor Heim / Coast", "2 of 3", "Children race it. Tor Heim / Coast",
          "3 of 3", "The mole in an undated picture.")  # fmt: skip


def test_a_slide_show_in_the_midst_of_the_text() -> None:
    result = article_around("\n".join(SLIDES))
    assert [result.rule(line) for line in SLIDES] == ["slide-show"] * 6
    assert result.text.split("\n") == list(PARAGRAPHS)


def test_an_article_that_is_a_slide_show_stays() -> None:
    blocks = [block for n, text in enumerate(PARAGRAPHS, start=1) for block in (f"{n}/5", text)]
    result = clean_blocks(TITLE, "Five views of the lamp and of those who look after it, all of them new.", *blocks)
    assert {result.fate(text) for text in PARAGRAPHS} == {Fate.KEPT}


@pytest.mark.parametrize(
    "line",
    [
        "The keeper Ada Example (right) shows the mayor the lamp, which was lit for the first time in 1911.",
        "Bo Sample (C) and the mayor (L) wave to the crowd at the mole on Monday, as the band plays.",
        "The old lamp burns above the harbour in this March 3, 2009 file photo.",
        "Wärter Otto Beispiel (l.) am Kai.",
        "Ein Trio seit Jahren: Ada Beispiel, Bo Muster und Edda Kiel (v.l.n.r.).",
        "Der alte Wärter (links) gibt dem neuen (rechts) den Schlüssel zum Turm.",
        "Le gardien Jean Exemple (à gauche) montre la lampe au maire.",
        "El farero Juan Ejemplo (izda.) con la alcaldesa en el muelle.",
        "Fyrvaktaren Ada Exempel (till höger) tänder lampan.",
        "Смотритель Иван Примеров (слева) показывает лампу мэру.",
        "Der Schlepper „Marta“ (Archivbild): Er liegt seit dem Sturm im alten Hafen.",
    ],
)
def test_who_stands_where_in_a_picture(line: str) -> None:
    for result in (article(line), article_around(line), article(below=(line,))):
        assert (result.rule(line), result.fate(line)) == ("photo-credit", Fate.SET_ASIDE)


@pytest.mark.parametrize(
    "line",
    [
        "The lamp's new Fog Technology(R) and the QUIET BELL (R) tell the boats from each other, as its maker says.",
        "This report is from the Harbour Agency (C) 2008 and stands in no other paper of the whole coast.",
        "The old harbour law (C-12) and the new one differ in what they ask of the keeper of a light.",
        "They turned right at the mole and left (as always) at the chandler's, which was shut that day.",
        "Der Rat will die Lampe (30 l. Petroleum im Monat) nicht mehr bezahlen, sagt der Hafenmeister.",
        "Le conseil (de gauche) voulait garder la lampe, et le maire (de droite) ne voulait pas la payer.",
        "Nobody has ever seen the file, and the photo that was said to be in it was never found again.",
    ],
)
def test_other_brackets_are_no_caption(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize("names", ["Ada Example for Rest of Sea", "Edda Quill", "(AP)"])
def test_captions_behind_which_the_same_names_stand(names: str) -> None:
    captions = (f"The harbour seen from the old pier in May. {names}", f"A keeper waits for the evening boat. {names}")
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], captions[0], *PARAGRAPHS[2:4], captions[1], PARAGRAPHS[4])
    assert {result.rule(caption) for caption in captions} == {"photo-credit"}


def test_captions_behind_which_names_stand_in_brackets() -> None:
    captions = ("The island that the lamp was made for. (Lamp Estate)", "Ada Example was one of its keepers. (Nine)")
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], captions[0], *PARAGRAPHS[2:4], captions[1], PARAGRAPHS[4])
    assert {result.rule(caption) for caption in captions} == {"photo-credit"}
    assert article_around(captions[0]).fate(captions[0]) is Fate.KEPT


def test_sayings_with_the_speakers_in_brackets_are_no_captions() -> None:
    lines = ("“The lamp must burn all night.” (Ada Example)", "“So must the oil, or there is no lamp.” (Ben Sample)")
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], lines[0], *PARAGRAPHS[2:4], lines[1], PARAGRAPHS[4])
    assert {result.fate(line) for line in lines} == {Fate.KEPT}


def test_short_reports_with_their_writers_in_brackets_are_no_captions() -> None:
    lines = (
        "The keeper of the other lamp has left it. (Ada Example)",
        "Nobody has asked him why. (Ben Sample)",
    )
    headed = [("The other lamp", lines[0]), ("Questions", lines[1])]
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], *headed[0], *PARAGRAPHS[2:4], *headed[1], PARAGRAPHS[4])
    assert {result.fate(line) for line in lines} == {Fate.KEPT}


@pytest.mark.parametrize(
    "caption",
    [
        "FILE - The keepers, Ada and Ben, row to the lamp at Quay, Maine, on March 1, 2024.",
        "Wer die Lampe putzt, sieht mehr vom Meer.Getty Images",
        "Quelle: dpa",
        "THERE THEY GO … The keepers leave the harbour and take the keys with them.",
    ],
)
def test_captions_as_agencies_and_papers_write_them(caption: str) -> None:
    assert article_around(caption).rule(caption) == "photo-credit"


def test_short_sentences_above_several_credits_are_captions() -> None:
    long = [f"{one} {other}" for one, other in pairwise(PARAGRAPHS)]
    captions = ("The lamp was lit in May. It burns still.", "The keepers had been asked to leave.")
    makers = ("Ada Example / Reuters", "Ben Sample / Pool via Reuters")
    both = clean_blocks(TITLE, *long[:2], captions[0], makers[0], *long[2:3], captions[1], makers[1], *long[3:])
    assert {both.rule(caption) for caption in captions} == {"credited-caption"}
    # One may be a paragraph's last sentence, and the picture without a caption.
    one = clean_blocks(TITLE, *long[:2], captions[0], makers[0], *long[2:])
    assert one.fate(captions[0]) is Fate.KEPT


def test_the_heading_of_a_section_whose_picture_stands_above_its_text_is_no_caption() -> None:
    heading, credit = "Lamp Museum (museum of technology)", "Photo: Ben Sample/Reuters"
    text = (
        "The Lamp Museum was opened in the year of the storm, and has been shut on Mondays and in fog ever since then."
    )
    result = clean_blocks(TITLE, *PARAGRAPHS, heading, credit, "Admission: free", text)
    assert result.fate(heading) is Fate.KEPT
    other = clean_blocks(TITLE, *PARAGRAPHS, "A lamp in the fog", credit, "Admission: free", text)
    assert other.rule("A lamp in the fog") == "credited-caption"


def test_a_single_line_with_names_behind_it_is_kept() -> None:
    line = "The lamp must burn, whatever the council may say of it. Edda Quill"
    assert article_around(line).fate(line) is Fate.KEPT


def test_a_word_alone_behind_several_lines_is_no_name() -> None:
    lines = ("The old lamp room has tea and cake on Sundays. Website", "The new one has neither of them, ever. Website")
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], lines[0], *PARAGRAPHS[2:4], lines[1], PARAGRAPHS[4])
    assert {result.fate(line) for line in lines} == {Fate.KEPT}


def test_sayings_with_who_said_them_are_no_captions() -> None:
    sayings = [
        "A lamp that nobody sees is still a lamp. Edda Quill",
        "Count the ships before you sleep. Ada Example",
        "The sea has no keeper and wants none. Edda Quill",
    ]
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], *sayings, *PARAGRAPHS[2:])
    assert {result.fate(line) for line in sayings} == {Fate.KEPT}


@pytest.mark.parametrize("above", ["- two boats", "A lamp in the fog"])
def test_a_line_above_a_caption_with_its_own_credit_is_no_caption(above: str) -> None:
    credit = "The lamp at dusk. Photo: Ben Sample/Reuters"
    result = article_around("- one boat", above, credit)
    assert result.rule(above) != "credited-caption"
    assert result.rule(credit) == "photo-credit"
    # A credit alone has its caption above it.
    assert (
        article_around("A lamp in the fog", "Photo: Ben Sample/Reuters").rule("A lamp in the fog") == "credited-caption"
    )
    assert article_around("- two boats", "Photo: Ben Sample/Reuters").rule("- two boats") != "credited-caption"


STORY = (
    "Boys jump from the pier on the first warm day, and their teacher counts them. Photograph: Ada Example/The Lamp",
    "The last ferry of the winter leaves with one passenger and nine sheep on board. Photograph: Ned Example/The Lamp",
    "A baker carries the great loaf of the fair. It was eaten within an hour. Photograph: Ada Example/The Lamp",
    "The keeper paints the gallery before the season, as his father did before him. Photograph: Ada Example/The Lamp",
)


def test_captions_that_are_all_the_text_there_is_stay_without_who_made_the_pictures() -> None:
    result = clean_blocks(TITLE, *(line for at, caption in enumerate(STORY, 1) for line in (f"{at}/4", caption)))
    assert "It was eaten within an hour." in result.body
    assert "Photograph" not in result.body
    assert [len(result.spans(caption)) for caption in STORY] == [2, 2, 2, 2]


def test_captions_between_paragraphs_go_however_many_they_are() -> None:
    result = article_around(*STORY)
    assert {result.fate(caption) for caption in STORY} == {Fate.SET_ASIDE}


def test_a_paragraph_signed_in_brackets_above_a_credit_is_no_caption() -> None:
    line = "The council would like to keep it so, and the vote is on Tuesday at nine. (lmp/Agency)"
    result = article_around(line, "Photo: Ada Example")
    assert result.fate(line) is Fate.KEPT


def test_a_name_between_the_date_and_a_pictures_credit_is_the_writers() -> None:
    result = clean_lines(TITLE, "3 May 2011", "Ada Example", "Photo: Ole Beispiel", *PARAGRAPHS)
    assert result.meta.author == ("Ada Example",)


def test_a_name_above_a_credit_is_a_caption_where_another_one_wrote() -> None:
    result = clean_lines(TITLE, "By Ada Example", "3 May 2011", "Otto Keeper", "Photo: Ole Beispiel", *PARAGRAPHS)
    assert result.meta.author == ("Ada Example",)
    assert result.rule("Otto Keeper") == "credited-caption"
