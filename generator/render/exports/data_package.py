"""Describes the other exports for programs: a Data Package by https://datapackage.org/standard/, version 2."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.config import Config
from generator.output_file import OutputFile
from generator.render.citations.licenses import license_of
from generator.render.exports.bibliographies import BIBTEX, CSL, RIS
from generator.render.exports.catalogue_json import CATALOGUE
from generator.render.exports.records import COLUMNS
from generator.render.exports.table import SEPARATOR, TABLE
from generator.urls import slugify

PATH = "exports/datapackage.json"

_RESOURCES = {
    TABLE.path: ("articles-csv", "The catalogue as a table", "csv", "text/csv"),
    CATALOGUE.path: ("articles-json", "The catalogue as JSON", "json", "application/json"),
    BIBTEX.path: ("articles-bib", "The catalogue in BibTeX", "bib", "application/x-bibtex"),
    RIS.path: ("articles-ris", "The catalogue in RIS", "ris", "application/x-research-info-systems"),
    CSL.path: (
        "articles-csl-json",
        "The catalogue in CSL-JSON",
        "json",
        "application/vnd.citationstyles.csl+json",
    ),
}


def data_package(config: Config, resources: Sequence[dict[str, Any]]) -> OutputFile:
    """The description of the archive and of its exports. Where site.yaml says no `rights`, it says none."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slugify(config.title),
        "title": config.title,
        "description": config.description,
        "homepage": config.url,
        "contributors": [{"title": config.author, "roles": ["curator"]}] if config.author else [],
        "licenses": _licenses(config.rights),
        "rights": config.rights,
        "resources": resources,
    }
    known = {key: value for key, value in package.items() if value}
    return OutputFile(PATH, (json.dumps(known, ensure_ascii=False, indent=2) + "\n").encode())


def _licenses(rights: str) -> list[Mapping[str, str]]:
    """The archive's licence by its name among those of Open Definition; an article may have terms of its own."""
    license_ = license_of(rights)
    return [{"name": license_.id, "path": license_.address, "title": license_.title}] if license_ else []


def resource_of(file: OutputFile, *, has_texts: bool) -> dict[str, Any]:
    """The description of one export, with its size and hash; `has_texts` is about the JSON."""
    name, title, form, media_type = _RESOURCES[file.path]
    resource: dict[str, Any] = {
        "name": name,
        "title": title,
        "path": file.path.removeprefix("exports/"),
        "format": form,
        "mediatype": media_type,
        "encoding": "utf-8",
        "bytes": len(file.data),
        "hash": f"sha256:{hashlib.sha256(file.data).hexdigest()}",
    }
    if file.path == TABLE.path:
        resource |= {
            "description": "Text that a spreadsheet would take for a formula has an apostrophe before it.",
            "type": "table",
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
            "schema": _schema(),
        }
    elif file.path == CATALOGUE.path:
        texts = "with their texts" if has_texts else "without their texts, which are too large for one file"
        resource["description"] = f"The archive, and under `articles` its articles {texts}."
    return resource


def _schema() -> dict[str, Any]:
    fields = []
    for column in COLUMNS:
        several = f" Several are parted by “{SEPARATOR.strip()}”." if column.type == "list" else ""
        field: dict[str, Any] = {
            "name": column.name,
            "type": "string" if column.type == "list" else column.type,
            "description": column.description + several,
        }
        if column.name in ("id", "title"):
            field["constraints"] = {"required": True, **({"unique": True} if column.name == "id" else {})}
        fields.append(field)
    return {"fields": fields, "primaryKey": ["id"], "missingValues": [""]}
