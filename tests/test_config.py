from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.config import (
    SITE_YAML,
    AuthoritySettings,
    Cleaning,
    Config,
    Featured,
    Search,
    SiteRules,
    parse_config,
)
from generator.problems import Problems


def parsed(text: str) -> Config:
    problems = Problems()
    config = parse_config(text, problems)
    assert [str(problem) for problem in problems] == []
    return config


def told(text: str) -> list[str]:
    problems = Problems()
    parse_config(text, problems)
    assert problems.has_errors
    assert {problem.path for problem in problems} == {SITE_YAML}
    return [f"{problem.line}: {problem.text}" for problem in problems]


def test_what_is_left_out_has_its_default() -> None:
    config = parsed("title: An Archive\n")
    assert config == Config(title="An Archive")
    assert (config.language, config.theme, config.per_page, config.url) == ("en", "reader", 100, "")
    assert config.source_pages
    assert config.search.enabled
    assert not config.publish_comments
    assert not config.publish_emails
    assert not config.news


def test_every_setting_is_read() -> None:
    text = """\
title: no
description: Much
language: de
url: https://example.org/archive/
author: A. Keeper
rights: None reserved
notice: A sample.
news: true
theme: other
per_page: 20
source_pages: false
publish_comments: true
publish_emails: true
cleaning: {numeric_dates: day-first, largest_source: 1000}
search: {enabled: false}
"""
    assert parsed(text) == Config(
        title="no",
        description="Much",
        language="de",
        url="https://example.org/archive/",
        author="A. Keeper",
        rights="None reserved",
        notice="A sample.",
        news=True,
        theme="other",
        per_page=20,
        source_pages=False,
        publish_comments=True,
        publish_emails=True,
        cleaning=Cleaning(numeric_dates="day-first", largest_source=1000),
        search=Search(enabled=False),
    )


def test_chosen_articles_keep_their_lines() -> None:
    config = parsed("title: t\nfeatured:\n- one\n- 007\n")
    assert config.featured == (Featured(slug="one", line=3), Featured(slug="007", line=4))
    assert parsed("title: t\nfeatured:\n").featured == ()
    assert told("title: t\nfeatured: one\n")[0].startswith("2: `featured`: a list is wanted here")
    assert told("title: t\nfeatured: [{a: b}]\nurl: x\n")[0].startswith("2: `featured`: text is wanted here")


def test_an_address_ends_in_a_slash() -> None:
    assert parsed("title: t\nurl: https://example.org/archive").url == "https://example.org/archive/"
    assert parsed("title: t\nurl:").url == ""


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org/", "javascript:alert(1)", "//example.org/"])
def test_what_is_no_web_address_is_refused(address: str) -> None:
    assert told(f"title: t\nurl: {address}\n") == [f"2: `url` is not a web address: {address}"]


@pytest.mark.parametrize("number", ["0", "1001", "-5", "+0", "9" * 5000])
def test_a_page_of_a_list_has_1_to_1000_entries(number: str) -> None:
    assert "2: `per_page` is to be between 1 and 1000" in told(f"title: t\nper_page: {number}\n")


@pytest.mark.parametrize("number", ["1", "1000"])
def test_the_limits_themselves_are_allowed(number: str) -> None:
    assert parsed(f"title: t\nper_page: {number}\n").per_page == int(number)


@pytest.mark.parametrize("word", ["many", "²", "1.5", "[1]"])
def test_a_number_is_written_in_digits(word: str) -> None:
    (line,) = told(f"title: t\nper_page: {word}\n")
    assert line.startswith("2: `per_page`: ")


def test_all_mistakes_are_told_at_once() -> None:
    lines = told("titel: t\nurl: x\nper_page: 0\nsource_pages: perhaps\ncleaning: {numeric_dates: both}\n")
    assert [line.partition(":")[0] for line in lines] == ["1", "1", "2", "3", "4", "5"]
    assert "1: `title` is missing" in lines
    assert "1: unknown key `titel`" in lines


def test_what_is_right_counts_though_other_settings_are_wrong() -> None:
    problems = Problems()
    config = parse_config("per_page: 0\nurl: x\nlanguage: d€\nfeatured: [one]\nfeeds: {tags: [a], x: [b]}\n", problems)
    assert len(problems) == 5
    assert config == Config(title="?", featured=(Featured(slug="one", line=4),))


def test_all_that_is_wrong_within_a_setting_is_told() -> None:
    assert told("title: t\ncleaning:\n  numeric_dates: us\n  largest_source: much\n  learn: perhaps\n") == [
        "3: `cleaning: numeric_dates`: `day-first` or `month-first` is wanted here, this is `us`",
        "4: `cleaning: largest_source`: a whole number is wanted here, this is text",
        "5: `cleaning: learn`: true or false is wanted here, this is text",
    ]


def test_an_unknown_key_names_the_nearest() -> None:
    problems = Problems()
    parse_config("title: t\nlanguag: en\n", problems)
    assert [problem.hint for problem in problems] == ["did you mean `language`?"]


@pytest.mark.parametrize(("text", "line"), [("", 1), ("title: ''\n", 1), ("- title\n", 1), ("a: b: c\n", 1), ("x", 1)])
def test_what_is_no_settings_file_is_refused(text: str, line: int) -> None:
    assert told(text)[0].startswith(f"{line}: ")


def test_countries_are_known_where_they_are_asked_for() -> None:
    assert not parsed("title: t\n").authorities.countries
    assert parsed("title: t\nauthorities: {countries: true}\n").authorities.countries
    assert told("title: t\nauthorities: {cities: true}\n") == ["2: `authorities`: unknown key `cities`"]


@pytest.mark.parametrize(
    ("setting", "text", "hint"),
    [
        ("search: {enabld: false}", "2: `search`: unknown key `enabld`", "did you mean `enabled`?"),
        ("cleaning: {lern: false}", "2: `cleaning`: unknown key `lern`", "did you mean `learn`?"),
        (
            "cleaning:\n  rules:\n    - keep: [a]\n      set_asid: [b]",
            "5: `cleaning: rules`: unknown key `set_asid`",
            "",
        ),
        ("feeds: {poeple: [a]}", "2: `feeds`: unknown key `poeple`", "did you mean `people`?"),
        ("authorities: {contries: true}", "2: `authorities`: unknown key `contries`", "did you mean `countries`?"),
    ],
)
def test_an_unknown_key_within_a_setting_is_no_setting_either(setting: str, text: str, hint: str) -> None:
    problems = Problems()
    parse_config(f"title: t\n{setting}\n", problems)
    (problem,) = problems
    assert f"{problem.line}: {problem.text}" == text
    assert hint in problem.hint


@pytest.mark.parametrize("tag", ["german", "d€", "de_AT", "en, de", "-de"])
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    assert told(f"title: t\nlanguage: {tag}\n") == [f"2: not a language tag: {tag}"]


@pytest.mark.parametrize("tag", ["de", "pt-BR", "zh-Hant-TW", "sah"])
def test_a_language_tag_is_taken_as_it_is(tag: str) -> None:
    assert parsed(f"title: t\nlanguage: {tag}\n").language == tag


def test_the_readme_tells_every_setting() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    said = "".join(re.findall(r"^```yaml\n(title: .*?|cleaning:\n.*?)^```$", readme, re.MULTILINE | re.DOTALL))
    parsed(re.findall(r"^```yaml\n(title: .*?)^```$", readme, re.MULTILINE | re.DOTALL)[0])
    parsed("title: t\n" + re.findall(r"^```yaml\n(cleaning:\n.*?)^```$", readme, re.MULTILINE | re.DOTALL)[0])
    settings = (Config, Cleaning, SiteRules, Search, AuthoritySettings)
    names = [name for struct in settings for name in struct.__struct_fields__]
    assert [name for name in names if not re.search(rf"\b{name}: ?", said)] == []
