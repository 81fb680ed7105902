from __future__ import annotations

import unicodedata
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.articles import front_matter
from generator.articles.edtf_date import EdtfDate, parse_edtf
from generator.articles.front_matter import (
    FrontMatter,
    Source,
    parse_front_matter,
    split_article,
    write_article,
)
from generator.problems import Problems


def read(text: str) -> tuple[FrontMatter, str]:
    parts = split_article(text)
    assert parts is not None
    problems = Problems()
    parsed = parse_front_matter(parts.front_matter, "a.md", problems)
    assert parsed is not None, [str(problem) for problem in problems]
    return parsed[0], parts.body


def told(front_matter: str) -> list[str]:
    problems = Problems()
    assert parse_front_matter(front_matter, "a.md", problems) is None
    return [str(problem) for problem in problems]


# Half of a surrogate pair cannot be in a file.
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
WORDS = ANY | st.sampled_from(
    [
        *"no 007 Null ~ true 1.0 0x1F 2007-04-23 ' \" --- ... - {a} [a &a *a !a %a @a `a | > ? << = 😀 \\".split(),
        *("a: b", "# a", "a # b", " a", "a ", "- a", "\n", "a\nb", "a\n\n b\n", "a\n---\nb", "\ta", "a\r\nb", "\r"),
        *("\x85", "a\u2028b", "\u2029", "\ufeff", "\x00", "\x7f", "x" * 400),
    ]
)
SOME = WORDS.filter(lambda text: text != "")
DATES = st.sampled_from(
    "2007 0007 0089 2007-04 2007~ 2007-04-23 2007-04-23? 2004/2006 2004/ ../2006 2001-21 200X 2004-XX "
    "2004-01-01T10:10:10Z".split()
).map(parse_edtf)
TUPLES = st.lists(WORDS, max_size=3).map(tuple)
EXTRA = st.dictionaries(
    SOME,
    st.recursive(
        WORDS, lambda part: st.lists(part, max_size=3) | st.dictionaries(SOME, part, max_size=3), max_leaves=5
    ),
    max_size=2,
)


def _strategy(name: str, type_: object) -> st.SearchStrategy[Any]:
    if name == "title":
        return SOME.filter(lambda text: text.strip() != "")
    by_type: dict[object, st.SearchStrategy[Any]] = {
        str: WORDS,
        bool: st.booleans(),
        tuple[str, ...]: TUPLES,
        EdtfDate | None: st.none() | DATES,
        Source | None: st.none() | st.builds(Source, file=SOME, sha256=SOME, imported=DATES),
        dict[str, Any]: EXTRA,
    }
    return by_type[type_]


# Of every key, so that a new one cannot be forgotten.
FRONT_MATTERS = st.builds(
    FrontMatter, **{field.name: _strategy(field.name, field.type) for field in msgspec.structs.fields(FrontMatter)}
)


@given(FRONT_MATTERS)
def test_what_is_written_is_read_back(front_matter: FrontMatter) -> None:
    found, body = read(write_article(front_matter, "Body.\n"))
    assert found == front_matter
    assert body == "Body.\n"


@given(SOME)
@example("no")
@example("007")
@example("Null")
@example("\x85a")
@example("a\u2028b")
@example("a\n---\nb")
def test_every_text_in_a_text_key_comes_back(text: str) -> None:
    front_matter = FrontMatter(title=f"t{text}", summary=text, tags=(text, "x"), extra={"a": text, "b": [text]})
    written = write_article(front_matter, "Body.")
    assert read(written) == (front_matter, "Body.\n")
    # What a file or an editor may do to control characters is no matter: there are none.
    assert not [sign for sign in written if unicodedata.category(sign) == "Cc" and sign != "\n"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
@example("---\ntitle: another\n---\n")
@example("\n\n  indented\n\n")
def test_a_body_comes_back_but_for_the_line_ends_around_it(body: str) -> None:
    assert read(write_article(FrontMatter(title="t"), body))[1] == body.strip("\n") + "\n"


def test_the_file_reads_as_an_editor_would_write_it() -> None:
    front_matter = FrontMatter(
        title="Radar offer on the table",
        date=parse_edtf("2007-04-23"),
        updated=parse_edtf("2016"),
        revised=parse_edtf("2001-21"),
        author=("A. Writer", "Other, B."),
        draft=True,
        summary="no",
        source=Source(file="003.txt", sha256="0" * 64, imported=parse_edtf("2026-11-21")),
        extra={"key": ["a", {"b": "c"}]},
    )
    assert write_article(front_matter, "\nBody.\n\n") == (
        "---\n"
        "title: Radar offer on the table\n"
        "date: 2007-04-23\n"
        "updated: 2016\n"
        "revised: 2001-21\n"
        "author: [A. Writer, 'Other, B.']\n"
        "summary: 'no'\n"
        "draft: true\n"
        "source:\n"
        "  file: 003.txt\n"
        f"  sha256: '{'0' * 64}'\n"
        "  imported: 2026-11-21\n"
        "extra:\n"
        "  key:\n"
        "    - a\n"
        "    - b: c\n"
        "---\n"
        "Body.\n"
    )


@pytest.mark.parametrize("text", ["2007", "0007", "0089", "2007-04", "2007-04-23", "2007~", "2004/2006"])
def test_a_date_needs_no_tag(text: str) -> None:
    assert "!!" not in write_article(FrontMatter(title="t", date=parse_edtf(text)), "")


def test_other_yaml_readers_read_the_same_words() -> None:
    front_matter = FrontMatter(title="no", summary="007", rights="a: b # c", tags=("Null", "1.0"))
    parts = split_article(write_article(front_matter, ""))
    assert parts is not None
    assert yaml.safe_load(parts.front_matter) == {
        "title": "no",
        "summary": "007",
        "rights": "a: b # c",
        "tags": ["Null", "1.0"],
    }


@pytest.mark.parametrize(
    ("text", "front_matter", "body", "line"),
    [
        ("---\ntitle: t\n---\nBody\n", "title: t\n", "Body\n", 4),
        ("\ufeff---\ntitle: t\n---\nBody", "title: t\n", "Body", 4),
        ("---  \n---\t\n\nBody", "", "\nBody", 3),
        ("---\ntitle: t\n---", "title: t\n", "", 3),
        ("---\na: |\n  ---\n---\n---\nBody\n", "a: |\n  ---\n", "---\nBody\n", 5),
        ("---\na: 1\n----\nb: 2\n---\nBody", "a: 1\n----\nb: 2\n", "Body", 6),
        ("---\r\ntitle: t\r\n---\r\nBody", "title: t\r\n", "Body", 4),
    ],
)
def test_a_file_is_parted_at_its_fences(text: str, front_matter: str, body: str, line: int) -> None:
    parts = split_article(text)
    assert parts is not None
    assert (parts.front_matter, parts.body, parts.body_line) == (front_matter, body, line)


@pytest.mark.parametrize(
    "text", ["", "Body", "\n---\ntitle: t\n---\n", "---\ntitle: t\n", "--- title: t ---", "----\n---\n", " ---\n---\n"]
)
def test_without_both_fences_there_is_no_front_matter(text: str) -> None:
    assert split_article(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: ''", "a.md:2: `title` is empty"),
        ("title: '  '", "a.md:2: `title` is empty"),
        ("tags: [a]", "a.md:2: `title` is missing"),
        ("title: t\ndate: yesterday", "a.md:3: `date`: not a date: yesterday (EDTF: "),
        ("title: t\ntags: a", "a.md:3: `tags`: a list is wanted here, this is text"),
        ("title: t\nauthor: A. Writer", "a.md:3: `author`: a list is wanted here"),
        ("title: t\ndraft: perhaps", "a.md:3: `draft`: true or false is wanted here"),
        ("title: t\nsource:\n  file: x\n  imported: 2026", "a.md:3: `source`: `sha256` is missing"),
        ("title: t\nextra: a", "a.md:3: `extra`: a mapping is wanted here"),
        ("title: t\ntgas: [a]", "a.md:3: unknown key `tgas`"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, problem: str) -> None:
    (found,) = told(text)
    assert found.startswith(problem)


def test_an_unknown_key_names_the_nearest() -> None:
    problems = Problems()
    parse_front_matter("title: t\ntgas: [a]", "a.md", problems)
    assert [problem.hint for problem in problems] == ["did you mean `tags`?"]


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert [line.split(":")[1] for line in told("titel: t\ndate: x\ntags: y\n")] == ["2", "2", "3", "4"]


def test_the_lines_of_the_keys_are_those_of_the_file() -> None:
    parsed = parse_front_matter("title: t\n\n# a remark\ntags:\n  - a\n", "a.md", Problems())
    assert parsed is not None
    assert [parsed[1].line(key) for key in ("title", "tags")] == [2, 5]


_ODD = st.text(
    st.one_of(
        st.sampled_from("ab c:#-'\"[]{}&*!|>%@`,?\\~=.<07\t\n\x85\u2028\ufeff\xa0"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


@given(st.text(min_size=1, max_size=40), _ODD, st.lists(_ODD, max_size=3))
def test_the_quick_writer_writes_what_the_other_does(title: str, summary: str, tags: list[str]) -> None:
    meta = FrontMatter(title=title, summary=summary, tags=tuple(tags), date=parse_edtf("2007-04-23"))
    quick = write_article(meta, "")
    with pytest.MonkeyPatch.context() as patch:
        slow = front_matter._dumper(False)
        patch.setattr(front_matter, "_dumper", lambda quick: slow)
        assert write_article(meta, "") == quick
