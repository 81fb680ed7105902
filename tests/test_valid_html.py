"""The Nu HTML checker (validator.w3.org/nu) says nothing about any page of any theme, nor about its stylesheet."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
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


Told = Callable[[Path], list[str]]


@pytest.fixture(scope="module")
def checker() -> Sequence[str]:
    """The command. Without Java or the checker the tests are skipped, except in CI, where they fail."""
    java, jar = shutil.which("java"), Path(os.environ.get("VNU_JAR", JAR))
    if java and jar.is_file():
        kinds = ("--skip-non-html", "--also-check-css")
        return (java, "-Xss4m", "-jar", str(jar), "--errors-only", *kinds, "--format", "gnu")
    wanted = "no Nu HTML checker: it needs Java, and the jar of the npm package `vnu-jar` as .cache/vnu.jar"
    if os.environ.get("CI") == "true":
        pytest.fail(wanted)
    pytest.skip(wanted)


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a page and a stylesheet with faults."""
    folder = tmp_path_factory.mktemp("wrong")
    (folder / "page.html").write_text("<!doctype html><title>T</title><p><div></p>")
    (folder / "sheet.css").write_text("a { colr: red; container-type: size }")
    return folder


@pytest.fixture(scope="module")
def told(checker: Sequence[str], wrong: Path) -> Told:
    """What the checker complains of in a folder. It takes longer to begin than to look at a site, so it looks at all at
    once, and sees in the same breath what is wrong.
    """
    folders = [wrong, *map(themed_site, THEMES)]
    done = subprocess.run([*checker, *map(str, folders)], capture_output=True, text=True, timeout=300, check=False)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if not NOT_YET_KNOWN.search(line)]
    places = {folder: f"{folder.as_uri().replace('file://', 'file:')}/" for folder in folders}
    # What is no complaint, a broken installation say, is told of every folder: silence is to mean that all is well.
    others = [line for line in lines if not any(place in line for place in places.values())]
    return lambda folder: others + [line.replace(places[folder], "") for line in lines if places[folder] in line]


def test_the_checker_sees_what_is_wrong(told: Told, wrong: Path) -> None:
    complaints = told(wrong)
    assert any("No “p” element in scope" in line for line in complaints)
    (of_sheet,) = (line for line in complaints if "CSS" in line)
    assert of_sheet.startswith('"sheet.css":')
    assert "“colr”" in of_sheet


@pytest.mark.parametrize("theme", THEMES)
def test_every_page_and_the_stylesheet_are_valid(theme: str, told: Told) -> None:
    site = themed_site(theme)
    assert any(site.rglob("*.css")) == (theme != "plain")
    assert told(site) == []
