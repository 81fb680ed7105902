from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace
from typing import Any

import msgspec
import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string

from generator.archive.values import Archive
from generator.config import Config
from generator.render.exports import catalogue_json
from generator.render.exports.records import COLUMNS
from tests.render.archives import an_archive, an_export
from tests.render.exports.archives import CONFIG, a_mixed_archive

IDS = ["radar-offer", "1-1-quoted-braced-100", "gone", "plain"]


def exports(archive: Archive) -> dict[str, str]:
    return {file.path: file.data.decode() for file in an_export(archive)}


def rows(archive: Archive) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exports(archive)["exports/articles.csv"], newline="")))


def articles(archive: Archive) -> list[dict[str, Any]]:
    value = json.loads(exports(archive)["exports/articles.json"])["articles"]
    assert isinstance(value, list)
    return value


def test_the_files_and_the_same_bytes_twice() -> None:
    archive = a_mixed_archive()
    assert list(exports(archive)) == [
        "exports/articles.csv",
        "exports/articles.json",
        "exports/articles.bib",
        "exports/articles.ris",
        "exports/articles.csl.json",
        "exports/datapackage.json",
    ]
    assert exports(archive) == exports(a_mixed_archive())


def test_every_format_has_every_article_in_the_archives_order() -> None:
    archive = a_mixed_archive()
    made = exports(archive)
    assert [row["id"] for row in rows(archive)] == IDS
    assert [article["id"] for article in articles(archive)] == IDS
    library = parse_string(made["exports/articles.bib"])
    assert (library.failed_blocks, [entry.key for entry in library.entries]) == ([], IDS)
    assert [record["id"] for record in rispy.loads(made["exports/articles.ris"])] == IDS
    assert [item["id"] for item in json.loads(made["exports/articles.csl.json"])] == IDS


def test_a_row() -> None:
    assert rows(a_mixed_archive())[0] == {
        "id": "radar-offer",
        "title": "Radar offer",
        "authors": "Anna Writer; Reuters",
        "publication": "The Daily Example",
        "date": "2007-04-23",
        "date_earliest": "2007-04-23",
        "date_latest": "2007-04-23",
        "language": "de",
        "first_published": "https://www.example.com/radar",
        "path": "articles/radar-offer.html",
        "address": "https://archive.example.org/articles/radar-offer.html",
        "summary": "Short.",
        "tags": "radar; arms, nuclear",
        "people": "Robert Gates",
        "places": "Prague; Moscow",
        "organizations": "NATO",
        "words": "6",
        "rights": "All rights reserved",
        "source_file": "radar-offer.txt",
        "source_sha256": "ab" * 32,
        "imported": "2026-11-21",
        "updated": "2016-07-27",
        "revised": "2026-11-22",
        "withdrawn": "",
    }


def test_the_table_is_by_rfc_4180() -> None:
    text = exports(a_mixed_archive())["exports/articles.csv"]
    assert not text.startswith("\ufeff")
    assert text.startswith("id,title,authors,")
    assert text.endswith("\r\n")
    assert '"\'=1+1 ""quoted"", {braced} & 100 %"' in text


def test_no_cell_is_a_formula() -> None:
    hard = rows(a_mixed_archive())[1]
    assert (hard["title"], hard["summary"]) == ('\'=1+1 "quoted", {braced} & 100 %', "'+ two lines")
    # Only the table is for spreadsheets.
    assert articles(a_mixed_archive())[1]["title"] == '=1+1 "quoted", {braced} & 100 %'


def test_the_days_that_a_date_allows() -> None:
    days = [(row["date"], row["date_earliest"], row["date_latest"]) for row in rows(a_mixed_archive())]
    assert days[1:] == [("2008~", "2008-01-01", "2008-12-31"), ("2009/..", "2009-01-01", ""), ("", "", "")]


def test_of_a_withdrawn_article_no_export_tells_more_than_its_page() -> None:
    archive = a_mixed_archive()
    for path, text in exports(archive).items():
        assert "ecret" not in text, path
    gone = rows(archive)[2]
    assert {key: value for key, value in gone.items() if value} == {
        "id": "gone",
        "title": "Gone",
        "publication": "The Daily Example",
        "date": "2009/..",
        "date_earliest": "2009-01-01",
        "language": "en",
        "path": "articles/gone.html",
        "address": "https://archive.example.org/articles/gone.html",
        "words": "0",
        "rights": "CC BY 4.0, where nothing else is said",
        "withdrawn": "At the author's wish.",
    }
    assert "text" not in articles(archive)[2]


def test_rights_are_in_every_export() -> None:
    for path, text in exports(a_mixed_archive()).items():
        assert "CC BY 4.0, where nothing else is said" in text, path


def test_the_json_has_the_texts() -> None:
    made = json.loads(exports(a_mixed_archive())["exports/articles.json"])
    assert made["archive"] == {
        "title": "The Example Archive",
        "description": "What it is.",
        "address": "https://archive.example.org/",
        "author": "A. Keeper",
        "rights": "CC BY 4.0, where nothing else is said",
        "language": "en",
    }
    first = made["articles"][0]
    assert first["text"] == "First.\nSecond, with six words here."
    assert first["authors"] == ["Anna Writer", "Reuters"]
    assert first["words"] == 6
    assert list(first) == [*(column.name for column in COLUMNS if column.name != "withdrawn"), "text"]


def test_each_article_has_a_line_of_the_json() -> None:
    lines = exports(a_mixed_archive())["exports/articles.json"].splitlines()
    assert [json.loads(line.rstrip(","))["id"] for line in lines[2:-1]] == IDS


def test_texts_that_no_host_takes_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = a_mixed_archive()
    total = sum(len(article.text) for article in archive.articles)
    monkeypatch.setattr(catalogue_json, "LARGEST_TEXT", total)
    assert "text" in articles(archive)[0]
    monkeypatch.setattr(catalogue_json, "LARGEST_TEXT", total - 1)
    assert "text" not in articles(archive)[0]
    assert "without their texts" in exports(archive)["exports/datapackage.json"]


def package(archive: Archive) -> dict[str, Any]:
    value = json.loads(exports(archive)["exports/datapackage.json"])
    assert isinstance(value, dict)
    return value


def test_the_data_package_describes_the_archive() -> None:
    made = package(a_mixed_archive())
    resources = made.pop("resources")
    assert made == {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "the-example-archive",
        "title": "The Example Archive",
        "description": "What it is.",
        "homepage": "https://archive.example.org/",
        "contributors": [{"title": "A. Keeper", "roles": ["curator"]}],
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Creative Commons Attribution 4.0",
            }
        ],
        "rights": "CC BY 4.0, where nothing else is said",
    }
    assert [resource["path"] for resource in resources] == [
        "articles.csv",
        "articles.json",
        "articles.bib",
        "articles.ris",
        "articles.csl.json",
    ]


def test_sizes_and_hashes_are_those_of_the_files() -> None:
    archive = a_mixed_archive()
    made = exports(archive)
    for resource in package(archive)["resources"]:
        data = made["exports/" + resource["path"]].encode()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()


def test_the_schema_has_the_columns_of_the_table() -> None:
    archive = a_mixed_archive()
    (table, *_) = package(archive)["resources"]
    schema = table["schema"]
    assert [field["name"] for field in schema["fields"]] == list(rows(archive)[0])
    assert schema["primaryKey"] == ["id"]
    types = {field["name"]: field["type"] for field in schema["fields"]}
    assert {types.pop("words"), types.pop("date_earliest"), types.pop("date_latest")} == {"integer", "date"}
    assert set(types.values()) == {"string"}


def test_what_site_yaml_does_not_say_is_not_made_up() -> None:
    made = package(a_mixed_archive(Config(title="Ж", url="")))
    assert set(made) == {"$schema", "name", "title", "resources"}
    assert made["name"] == "zh"
    own = package(a_mixed_archive(msgspec.structs.replace(CONFIG, rights="All rights reserved")))
    assert "licenses" not in own
    assert own["rights"] == "All rights reserved"


def test_an_empty_archive_has_empty_exports() -> None:
    archive = an_archive(config=CONFIG)
    made = exports(archive)
    assert rows(archive) == []
    assert articles(archive) == []
    assert json.loads(made["exports/articles.csl.json"]) == []
    assert made["exports/articles.bib"] == made["exports/articles.ris"] == ""


def test_a_tag_with_a_nul_is_still_a_row() -> None:
    archive = a_mixed_archive()
    article = replace(archive.articles[3], meta=msgspec.structs.replace(archive.articles[3].meta, rights="a\0b"))
    changed = replace(archive, articles=(*archive.articles[:3], article))
    assert rows(changed)[3]["rights"] == "ab"
