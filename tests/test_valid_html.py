"""The Nu HTML checker (validator.w3.org/nu) says nothing about any page of any theme, nor about its stylesheet."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.browser.sample_site import REPOSITORY, THEMES
from tests.browser.themed_sites import themed_site

JAR = REPOSITORY / ".cache" / "vnu.jar"
"""Where `.ci/run` puts what the npm package `vnu-jar` carries; VNU_JAR names another."""

NOT_YET_KNOWN = re.compile(
    r"Property “(container-type|container|vector-effect|paint-order)” doesn't exist"
    r"|Unrecognized at-rule “@container”"
)
"""Standard CSS that the checker has no table for: css-contain-3, css-conditional-5, SVG 2 (all in its version 26.9)."""


@pytest.fixture(scope="module")
def checker() -> Sequence[str]:
    """The command. Without Java or the checker the tests are skipped, except in CI, where they fail."""
    java, jar = shutil.which("java"), Path(os.environ.get("VNU_JAR", JAR))
    if java and jar.is_file():
        return (java, "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "gnu")
    wanted = "no Nu HTML checker: it needs Java, and the jar of the npm package `vnu-jar` as .cache/vnu.jar"
    if os.environ.get("CI") == "true":
        pytest.fail(wanted)
    pytest.skip(wanted)


def complaints(checker: Sequence[str], site: Path, *arguments: str) -> list[str]:
    done = subprocess.run([*checker, *arguments], capture_output=True, text=True, timeout=300, check=False)
    # What is no complaint, a broken installation say, is told with them: silence is to mean that all is well.
    told = (done.stdout + done.stderr).replace(f"{site.as_uri().replace('file://', 'file:')}/", "").splitlines()
    return [line for line in told if not NOT_YET_KNOWN.search(line)]


def test_the_checker_sees_what_is_wrong(checker: Sequence[str], tmp_path: Path) -> None:
    page, sheet = tmp_path / "page.html", tmp_path / "sheet.css"
    page.write_text("<!doctype html><title>T</title><p><div></p>")
    sheet.write_text("a { colr: red; container-type: size }")
    assert any("No “p” element in scope" in line for line in complaints(checker, tmp_path, str(page)))
    (told,) = complaints(checker, tmp_path, "--css", str(sheet))
    assert told.startswith('"sheet.css":1')
    assert "“colr”" in told


@pytest.mark.parametrize("theme", THEMES)
def test_every_page_is_valid_html(theme: str, checker: Sequence[str]) -> None:
    site = themed_site(theme)
    assert complaints(checker, site, "--skip-non-html", str(site)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_stylesheet_is_valid_css(theme: str, checker: Sequence[str]) -> None:
    site = themed_site(theme)
    sheets = sorted(map(str, site.rglob("*.css")))
    assert bool(sheets) == (theme != "plain")
    if sheets:
        assert complaints(checker, site, "--css", *sheets) == []
