"""The encoding that a page declares is believed where its bytes bear it out."""

from __future__ import annotations

import codecs

import pytest

from generator.ingest.clean import CleanOptions, clean
from generator.ingest.findings import Settings
from generator.ingest.html.page_encoding import declared_encoding
from tests.ingest.sources import PARAGRAPHS, TODAY

RUSSIAN = "Маяк над гаванью всегда имел смотрителя, и город хотел бы, чтобы так и осталось."


@pytest.mark.parametrize(
    ("head", "text", "codec", "expected"),
    [
        ('<meta charset="windows-1251">', RUSSIAN, "cp1251", "cp1251"),
        ("<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", RUSSIAN, "koi8-r", "koi8-r"),
        ("<?xml version='1.0' encoding='iso-8859-5'?>", RUSSIAN, "iso8859-5", "iso8859-5"),
        ("<meta charset=iso-8859-1>", "Fräulein “Smilla”", "cp1252", "cp1252"),
        ("<meta charset=gb2312>", "灯塔没有人。", "gb18030", "gb18030"),
        ("<meta charset=shift_jis>", "灯台には誰もいない。", "cp932", "cp932"),
        ("<meta charset=iso-2022-jp>", "灯台には誰もいない。", "iso2022_jp", "iso2022_jp"),
        ("<meta charset=iso-8859-1>", RUSSIAN, "utf-8", ""),
        ("<meta charset=utf-8>", "Fräulein", "cp1252", ""),
        ("<meta charset=euc-jp>", "Fräulein für zwölf Böen", "cp1252", ""),
        ("<meta charset=utf-16>", "Fräulein", "cp1252", ""),
        ("<meta charset=rot13>", "Fräulein", "cp1252", ""),
        ("<meta charset=no-such>", "Fräulein", "cp1252", ""),
        ("<meta name=x content=y>", "Fräulein", "cp1252", ""),
        ("x" * 9_000 + "<meta charset=windows-1251>", RUSSIAN, "cp1251", ""),
    ],
)
def test_declared(head: str, text: str, codec: str, expected: str) -> None:
    assert declared_encoding(f"{head}<p>{text}".encode(codec)) == expected


def test_a_byte_order_mark_outdoes_everything() -> None:
    assert declared_encoding(codecs.BOM_UTF16_LE + "<meta charset=koi8-r>".encode("utf-16-le")) == ""


def test_only_of_pages() -> None:
    text = f"<meta charset=koi8-r><p>{RUSSIAN}</p><p>{PARAGRAPHS[0]}</p>".encode("koi8-r")
    options = CleanOptions("en", 10_000, Settings())
    assert clean(text, "a.HTM", TODAY, options).ledger.encoding == "koi8-r"
    assert RUSSIAN in clean(text, "a.htm", TODAY, options).article
