"""Imports run one way, the command line starts quickly, and no file names a place that is not the project's."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator"

VALUES = {"column", "config", "errors", "output_file", "problems", "urls", "yaml_text", "yaml_values"}
"""Modules that know no stage."""
ALLOWED = {
    "": set(),
    **dict.fromkeys(VALUES, VALUES),
    "folder": VALUES,
    "new_files": VALUES | {"folder", "articles"},
    "execution": {"errors", "execution"},
    "reading": VALUES | {"folder", "execution", "articles", "archive", "search", "reading"},
    "building": VALUES
    | {"folder", "execution", "articles", "archive", "reading", "render", "search", "publish", "building"},
    "quick_page": VALUES | {"articles", "archive", "render"},
    "serving": VALUES | {"folder", "execution", "archive", "render", "reading", "building", "pipeline", "quick_page"},
    "articles": VALUES | {"articles"},
    "ingest": VALUES | {"folder", "execution", "articles", "ingest"},
    "archive": VALUES | {"execution", "articles", "archive"},
    "render": VALUES | {"execution", "articles", "archive", "render"},
    "search": VALUES | {"execution", "articles", "archive", "search"},
    "publish": {"errors", "output_file", "problems", "publish", "urls"},
    "pipeline": VALUES | {"folder", "execution", "articles", "ingest", "archive", "publish", "reading", "building"},
    "show_build": VALUES | {"execution", "pipeline"},
    "show_import": VALUES | {"articles", "ingest"},
    "commands": VALUES
    | {"cli", "execution", "folder", "new_files", "pipeline", "serving", "show_build", "show_import"}
    | {"articles", "ingest", "publish"},
    "cli": VALUES | {"", "commands", "folder", "show_build"},
}
"""What the modules of each part may import: the left of an arrow, and all its rights."""
INSIDE_RENDER = {
    "": set(),
    "citations": set(),
    "escaping": set(),
    "words": set(),
    "body": {"words"},
    "map": {"words"},
    "themes": {"escaping", "words"},
    "page": {"body", "themes", "words"},
    "exports": {"citations", "page", "words"},
    "feeds": {"page"},
    "lists": {"page", "words"},
    "sources": {"page", "words"},
    "together": {"page", "words"},
    "articles": {"body", "citations", "escaping", "page", "sources", "words"},
    "terms": {"feeds", "lists", "map", "page", "words"},
    "front": {"body", "lists", "map", "page", "terms", "themes", "words"},
    "site": {"articles", "exports", "feeds", "front", "lists", "page", "sources", "terms", "themes", "together"},
}
"""The same among the parts of `render`, from the bottom up: each knows only parts that stand above it here."""
SHOWN_BY_CLI = {
    *("generator.articles.ledger", "generator.execution.run", "generator.ingest.report", "generator.publish.server")
}
"""All that the command line may know of the stages: the values that it shows, and the preview server."""
HEAVY = (
    *("charset_normalizer", "ftfy", "jinja2", "lunr", "lxml", "markdown", "msgspec", "nh3", "numpy", "rich", "rjsmin"),
    *("slugify", "starlette", "trafilatura", "yaml"),
)


def modules() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name."""
    trees = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        trees[name] = ast.parse(path.read_text(encoding="utf-8"))
    return trees


MODULES = modules()


def imported(tree: ast.AST) -> Iterator[str]:
    """The package's modules that a module imports, also inside functions and for types only."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "generator")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the arrow"
            if (node.module or "").split(".")[0] == "generator":
                names = (f"{node.module}.{alias.name}" for alias in node.names)
                yield from (name if name in MODULES else str(node.module) for name in names)


def part(module: str) -> str:
    """The part of the program that a module belongs to: a stage's folder, or its own name at the root."""
    return module.partition(".")[2].partition(".")[0]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_part_may_know(module: str) -> None:
    wrong = [name for name in imported(MODULES[module]) if part(name) not in ALLOWED[part(module)]]
    assert wrong == []


def test_every_part_has_its_rule() -> None:
    assert {part(module) for module in MODULES} == set(ALLOWED)


def part_of_render(module: str) -> str:
    """The part of `render` that a module belongs to: a folder, or its own name at the top of it."""
    return part(module.partition(".")[2])


@pytest.mark.parametrize("module", [name for name in MODULES if part(name) == "render"])
def test_a_module_of_render_imports_only_what_its_part_may_know(module: str) -> None:
    parts = {part_of_render(name) for name in imported(MODULES[module]) if part(name) == "render"}
    own = part_of_render(module)
    assert parts - {own} <= INSIDE_RENDER[own]


def test_the_parts_of_render_know_each_other_one_way() -> None:
    known: set[str] = set()
    for name, others in INSIDE_RENDER.items():
        assert others <= known
        known.add(name)
    assert known == {part_of_render(name) for name in MODULES if part(name) == "render"}


def test_the_command_line_knows_of_the_stages_only_what_it_shows() -> None:
    stages = {"articles", "ingest", "archive", "render", "search", "publish"}
    shown = {name for module in ("cli", "commands") for name in imported(MODULES[f"generator.{module}"])}
    assert {name for name in shown if part(name) in stages} <= SHOWN_BY_CLI


def test_no_module_leads_back_to_itself() -> None:
    arrows = {name: set(imported(_without_types(tree))) - {name} for name, tree in MODULES.items()}
    left = dict(arrows)
    while True:
        done = [name for name, after in left.items() if not after & set(left)]
        if not done:
            break
        for name in done:
            del left[name]
    assert sorted(left) == []


def _without_types(tree: ast.Module) -> ast.Module:
    """The module without what it imports for types only."""
    body = [node for node in tree.body if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test))]
    return ast.Module(body, [])


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    code = f"import sys, generator.cli; print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


# Parted, so that this file does not name them itself.
ELSEWHERE = ("py" + "pi.org", "files.python" + "hosted", "registry.np" + "mjs", "/wo" + "rk/", "/ro" + "ot/")
SKIPPED = {"output", "__pycache__", "node_modules", "build", "dist"}


@cache
def files() -> list[Path]:
    """The project's own files: no hidden folders, nothing generated."""
    found = []
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        generated = any(name in SKIPPED or (name.startswith(".") and name != ".ci") for name in parts[:-1])
        if not generated and path.is_file() and not path.name.endswith(".egg-info"):
            found.append(path)
    return found


@pytest.mark.parametrize("place", ELSEWHERE)
def test_no_file_names_a_registry_or_a_path_of_one_machine(place: str) -> None:
    data = place.encode()
    assert [str(path.relative_to(ROOT)) for path in files() if data in path.read_bytes()] == []
