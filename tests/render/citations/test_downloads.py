from __future__ import annotations

import re
from urllib.parse import unquote

from generator.render.citations.bibtex import bibtex
from generator.render.citations.csl_json import csl_json
from generator.render.citations.downloads import downloads
from generator.render.citations.ris import ris
from tests.render.citations.items import an_item

ITEM = an_item("„Час“ & 100 % <of> #1 + 'it' \"so\"", authors=("Anna Writer",), date="2007-04-23", slug="hour")


def test_each_format_comes_back_whole() -> None:
    made = {download.format: download for download in downloads(ITEM)}
    assert {name: one.file_name for name, one in made.items()} == {
        "BibTeX": "hour.bib",
        "RIS": "hour.ris",
        "CSL-JSON": "hour.csl.json",
    }
    texts = {"BibTeX": bibtex(ITEM), "RIS": ris(ITEM), "CSL-JSON": csl_json(ITEM)}
    for name, download in made.items():
        head, _, data = download.address.partition(",")
        assert re.fullmatch(r"data:[a-z]+/[a-z.+-]+;charset=utf-8", head)
        assert unquote(data, errors="strict") == texts[name]


def test_an_address_has_only_signs_that_stand_in_one() -> None:
    for download in downloads(ITEM):
        assert re.fullmatch(r"[A-Za-z0-9%/:;,@!$()*?=._~+-]+", download.address)
        # A plus sign in the data is one, and no blank.
        assert "+" not in download.address.partition(",")[2]
