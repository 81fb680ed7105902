"""The encoding of a source, and what is no text."""

from __future__ import annotations

import random
import zlib

import pytest

from generator.ingest.decode import RefusalError, decode_source, too_large

ENGLISH = "The keeper’s café is naïve – said nobody. " * 5
RUSSIAN = "Смотритель маяка сказал, что лампа горит каждую ночь, и никто не пришёл её погасить. " * 5
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, když strážce majáku zhasl lampu a odešel domů. " * 8
ARABIC = "قال حارس المنارة إن المصباح مضاء كل ليلة ولم يأت أحد ليطفئه. " * 8
CHINESE = "灯塔的看守人说,灯每天晚上都亮着,没有人来关掉它。他还说,海上的雾一年比一年浓。" * 8
TAIWANESE = "燈塔的看守人說,燈每天晚上都亮著,沒有人來關掉它。他還說,海上的霧一年比一年濃。" * 8


@pytest.mark.parametrize(
    "text", [ENGLISH, RUSSIAN, CZECH, ARABIC, CHINESE, "a"], ids=["en", "ru", "cs", "ar", "zh", "a"]
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_a_byte_order_mark(text: str, codec: str) -> None:
    assert decode_source(text.encode(codec), 10_000_000).text == text


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, CZECH, ARABIC], ids=["en", "ru", "cs", "ar"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(text: str, codec: str) -> None:
    decoded = decode_source(text.encode(codec), 10_000_000)
    assert (decoded.encoding, decoded.text) == (codec, text)


def test_big_endian_with_a_mark() -> None:
    data = b"\xfe\xff" + ENGLISH.encode("utf-16-be")
    assert decode_source(data, 10_000).text == ENGLISH


def test_windows_1252_with_its_punctuation() -> None:
    decoded = decode_source(ENGLISH.encode("cp1252"), 10_000)
    assert (decoded.encoding, decoded.text) == ("cp1252", ENGLISH)


def test_latin_1() -> None:
    text = "Le gardien a été prié d'éteindre la lampe à minuit, mais il ne l'a pas fait. " * 4
    assert decode_source(text.encode("latin-1"), 10_000).text == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (CZECH, "cp1250"), (CHINESE, "gb18030"), (TAIWANESE, "big5")],
)
def test_other_encodings_are_told_by_their_text(text: str, codec: str) -> None:
    assert decode_source(text.encode(codec), 10_000).text == text


def test_utf_8_that_was_cut_off_in_the_middle_of_a_character() -> None:
    decoded = decode_source(RUSSIAN.encode()[:-3], 10_000)
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(RUSSIAN[:-10])
    assert decoded.text.endswith("\ufffd")


def test_utf_8_with_a_few_bytes_of_another_encoding() -> None:
    decoded = decode_source(RUSSIAN.encode() + b" caf\xe9 \x93quoted\x94", 10_000)
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 3


def test_windows_1252_that_ends_in_what_could_begin_a_utf_8_character() -> None:
    assert decode_source(b"The keeper's caf\xe9", 10_000).text == "The keeper's café"


def test_nul_characters_in_text_are_kept() -> None:
    assert decode_source(b"The lamp\0 is lit.", 100).text == "The lamp\0 is lit."


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe", "\u2003\u00a0".encode()])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(RefusalError) as refusal:
        decode_source(data, 100)
    assert refusal.value.reason == "the file is empty"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 text", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"PK\x03\x04rest", "a ZIP archive (or an office document)"),
        (b"{\\rtf1 text}", "an RTF document"),
        (b"\x1f\x8b\x08rest", "a gzip file"),
    ],
)
def test_a_known_format_is_refused_by_its_name(data: bytes, kind: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        decode_source(data, 100)
    assert refusal.value.reason == f"this is {kind}, not text"
    assert refusal.value.hint


BINARIES = {
    "random": random.Random(1).randbytes(5_000),
    "counters": bytes(range(256)) * 20,
    "nul": b"\0" * 500,
    "elf": b"\x7fELF\x02\x01\x01" + b"\0" * 9 + random.Random(2).randbytes(2_000),
    "deflated": zlib.compress(random.Random(3).randbytes(3_000)),
    "records": b"".join(number.to_bytes(4, "little") + b"name\0\0\0\0" for number in range(500)),
    "numbers": b"".join(number.to_bytes(4, "big") for number in range(2_000)),
}


@pytest.mark.parametrize("data", BINARIES.values(), ids=BINARIES)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(RefusalError):
        decode_source(data, 1_000_000)


def test_a_file_beyond_the_limit_is_refused_with_both_numbers() -> None:
    with pytest.raises(RefusalError) as refusal:
        decode_source(b"x" * 2_000, 1_999)
    assert "2,000 bytes" in refusal.value.reason
    assert "(1,999)" in refusal.value.reason
    assert decode_source(b"x" * 2_000, 2_000).text == "x" * 2_000
    assert "largest_source" in too_large(2, 1).reason


def test_random_bytes_never_raise_anything_else() -> None:
    refused = 0
    for seed in range(200):
        try:
            decode_source(random.Random(seed).randbytes(seed), 1_000)
        except RefusalError:
            refused += 1
    assert refused > 100
