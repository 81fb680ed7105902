"""Credits at a line's end: who made the picture of which the line is the caption."""

from __future__ import annotations

import pytest

from generator.ingest.rules.credits import ends_in_credit


@pytest.mark.parametrize(
    "line",
    [
        "The lamp in the first week of May. © agency | Ada Example",
        "Die Lampe brannte wieder. © imago/Agentur/imago stock&people",
        "© lamps.example I The Lamp/Ada Example",
        "Die Lampe nach dem Sturm Foto: Ada Example/imago",
        "Die Wärter warteten am Steg.Bild: Ada Example/dpa",
        "Blick in den Lampenraum | Bild: Ada Example/lbb",
        "I NATT: Lampan lyste igen. Foto: Ada Example/AP Visa mer",
        "Image Credits: The Lamp",
        "A keeper at the window. Credit: Lamp Pictures",
        "A keeper at the window. Credit... Ada Example/Agency",
        "The keepers in June 2024. — Picture by Ada Example",
        "Die Lampe ist wieder an. (Quelle: The Lamp/X/imago)",
        "The keepers on the pier. (AP Photo/Ada Example) AP Photo",
        "El farero saluda desde la torre. EFE/ A. Ejemplo",
        "La lámpara, de noche. Ada Ejemplo / Europa Press",
        "Am Abend brannte die Lampe.Bildrechte: LDR/Ada Beispiel",
        "A keeper waits for the boat. (Ada Example/LBC)",
        "Der Rat tagt im Turm Ada Example/Copyright 2031 The Lamp. All rights reserved.",
        "The keepers at noon.CreditCreditAda Example/The Lamp",
        "Lempa naktį / A. Pavyzdys / LN nuotr.",
        "Warmes Licht hilft beim Lesen. Unsplash/Ada Example",
        "등대지기가 램프를 닦고 있다. [사진 출처 = 등대신문]",
        "点灯する灯台守（写真：灯台新聞）",
        "守灯人在擦灯。（图：灯塔报）",
        "点灯する灯台守＝13日、灯台で（見本太郎撮影）",
        "Der Turm nach dem Sturm 2021Bild: Ada Example/REUTERS",
        "Die Wärter vor dem StadionBild: Ada Example/dpa/picture alliance",
        "Die Lampe brennt seit dem Mai 2024, Foto: Lampenbilder",
        "A keeper leads a march in Quay, Iowa. (Courtesy of Ada Example)",
        "A keeper leads a march in Quay, Iowa. (Photo courtesy of Ada Example)",
        "The lamp in the year of the flood (supplied by Ada Example)",
        "Los guardas en la torre vieja EFE/ A. Ejemplo",
        "Ada Example / Reuters",
        "Ada Example / Pool via Reuters",
        "EFE/ A. Ejemplo",
        "Screenshots Lampenfreunde/Kai",
        "« La lampe » Capture d'écran de La Lampe",
    ],
)
def test_a_line_that_ends_in_who_made_the_picture(line: str) -> None:
    assert ends_in_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "On the wall hung a photo: Ada Example",
        "Er sah nur das Bild: Eine Lampe",
        "Here is the photo: look at it.",
        "The bank gives them credit: a history of debt began.",
        "He has always wanted a picture by Monet",
        "The Lamp® and the Wick© are marks of the harbour. They are used here by permission.",
        "© 2011 The Lamp",
        "He asked for a lamp (or a candle/lantern)",
        "It was sold by the harbour (North Quay/the old part)",
        "She has made one more video: Nobody watched it",
        "The paper and/or the agency: nobody answered.",
        "The rate = the sum / the years.",
        "The agency AP sold the photo, said Reuters.",
        "Quelle: The Lamp",
        "He saw the tower, photo: Ada Example",
        "One of the screenshots was sent to the council",
        "Reuters / the agency of the harbour",
        "They were let in (courtesy of nobody)",
    ],
)
def test_a_sentence_or_notice_is_no_credit(line: str) -> None:
    assert not ends_in_credit(line)
