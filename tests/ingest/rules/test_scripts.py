"""The rule for a page's scripts that an extractor took for text, and code that is an article's own."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, Result, clean_lines

ADVERTISEMENT = (
    "aBanners = new Array();",
    "nNow = new Date().getTime()/1000;",
    "if ((nNow >= 1175576400) && (nNow <= 1491281999)) {",
    "aBanners[3] = 'http://lamp.example/multimedia/';",
    "adsys_show('http://ads.lamp.example', 'lamp.example', aBanners);",
    "// -->",
)
PLAYER = (
    'var film = new SWFObject("http://film.lamp.example/p.swf", "p", "205", "100","7");',
    '                           film.addParam("quality", "best");',
    '                           film.addVariable("cat", "Harbour");',
)
COUNTER = (
    "(function() {",
    "  var s = document.createElement('script'); s.async = true;",
    "  return true",
    "  s.src = '//stat.lamp.example/' + encodeURIComponent(document.location.href);",
    "})();",
)
STYLE = (
    "googletag.cmd.push(function() { googletag.display('lamp-1'); });",
    "#lamp .head {",
    "width: 58px;",
    "color: #ffffff;",
    "}",
)


def _around(*lines: str, paragraphs: tuple[str, ...] = PARAGRAPHS) -> Result:
    return clean_lines(TITLE, "", *paragraphs[:3], *lines, *paragraphs[3:])


def _kept(result: Result, lines: tuple[str, ...]) -> list[str]:
    return [line for line in lines if result.fate(line) is Fate.KEPT]


@pytest.mark.parametrize("lines", [ADVERTISEMENT, PLAYER, COUNTER, STYLE])
def test_a_script_between_two_paragraphs(lines: tuple[str, ...]) -> None:
    result = _around(*lines)
    assert _kept(result, lines) == []
    assert result.rule(lines[0]) == "script"
    assert _kept(result, PARAGRAPHS) == list(PARAGRAPHS)


def test_code_elsewhere_goes_with_it() -> None:
    other = ("aLamps = new Array();", "aLamps[0] = 'north';", "aLamps[1] = 'south';")
    result = clean_lines(TITLE, "", PARAGRAPHS[0], *other, *PARAGRAPHS[1:], *ADVERTISEMENT)
    assert _kept(result, other) == []
    assert _kept(result, PARAGRAPHS) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "about",
    [
        "Whoever wants to show the lamp on a page of their own pastes this script above its end, and that is all.",
        "Den Code stellt die Werft seit dem vorigen Sommer allen zur Verfügung, die eine eigene Seite im Netz haben.",
        "Скрипт для счётчика написан в порту за один вечер, и с тех пор его никто ни разу не менял.",
    ],
)
def test_an_article_about_scripts_keeps_them(about: str) -> None:
    result = _around(*COUNTER, paragraphs=(*PARAGRAPHS[:2], about, *PARAGRAPHS[2:]))
    assert [line for line in COUNTER if result.rule(line) == "script"] == []


def test_code_without_such_names_stays() -> None:
    code = ("lamps = read('lamps.csv');", "for (lamp of lamps) {", "  light(lamp);", "}")
    result = _around(*code)
    assert [line for line in code if result.rule(line) == "script"] == []


def test_lines_of_a_text_with_signs_stay_beside_a_script() -> None:
    lines = (
        "oil for the lamp (two barrels);",
        "“Nobody (and I mean nobody) pays,” she said; “nobody (not one) ever did;”",
    )
    result = _around(*ADVERTISEMENT, PARAGRAPHS[3], *lines)
    assert _kept(result, lines) == list(lines)


def test_what_is_nothing_but_a_script_stays() -> None:
    result = clean_lines("The lamp", "", *COUNTER)
    assert [line for line in COUNTER if result.rule(line) == "script"] == []
