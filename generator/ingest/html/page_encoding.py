"""The encoding that a page of HTML declares, where its bytes bear it out."""

from __future__ import annotations

import codecs
import re

_PRESCAN = 4_096
"""Bytes in which browsers of today find the declaration."""
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
# The names under which browsers read another encoding, of which the named one is a part
# (https://encoding.spec.whatwg.org/#names-and-labels).
_READ_AS = {
    "cp1252": "ascii us-ascii iso-8859-1 iso8859-1 latin1 latin-1 l1 windows-1252 cp1252 x-cp1252",
    "cp1254": "iso-8859-9 iso8859-9 latin5 windows-1254",
    "cp874": "iso-8859-11 tis-620 windows-874 dos-874",
    "gb18030": "gb2312 gbk gb_2312-80 chinese x-gbk gb18030",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j",
    "cp949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 korean windows-949",
    "big5hkscs": "big5 big5-hkscs x-x-big5",
}
_NAMED = re.compile(r"(?:utf-?8|iso[-_]|windows-|cp\d|koi8|mac|euc|latin)")
"""Python knows more encodings than pages have, among them such as make bytes of bytes."""
_CODECS = {label: codec for codec, labels in _READ_AS.items() for label in labels.split()}
_MOST_BROKEN = 1_000
"""Characters of which one may be none of the encoding."""


def declared_encoding(data: bytes) -> str:
    """The Python codec that a page declares; empty where it declares none, or other bytes than it has.

    UTF-8 needs no declaration: what can be read as that is. A byte order mark outdoes everything.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:_PRESCAN]:
        return ""
    codec = _codec(data[:_PRESCAN])
    shifted = codec == "iso2022_jp" and b"\x1b" in data
    if not codec or codec == "utf-8" or (_is_utf8(data) and not shifted):
        return ""
    text = data.decode(codec, errors="replace")
    return codec if text.count("\N{REPLACEMENT CHARACTER}") <= len(text) // _MOST_BROKEN else ""


def _codec(head: bytes) -> str:
    found = _DECLARED.search(head)
    label = (found[1] or found[2]).decode("ascii", errors="replace").lower() if found else ""
    if label in _CODECS:
        return _CODECS[label]
    try:
        return codecs.lookup(label).name if _NAMED.match(label) else ""
    except LookupError:
        return ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
