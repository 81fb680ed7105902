"""What tests in more than one folder share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.order import places
from tests.templates_once import compile_templates_once

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# How long an example takes says how busy the machine is, and nothing of the program.
settings.register_profile("backfile", settings(), deadline=None)
settings.load_profile("backfile")


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: tests in browsers mostly wait for them."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    # One process alone takes the order in which pytest has to make the fewest things.
    if hasattr(config, "workerinput"):
        place = places(item.path for item in items)
        items.sort(key=lambda item: place[item.path])


@pytest.fixture(scope="session", autouse=True)
def _templates() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        compile_templates_once(patch)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium. Without one the test is skipped, except in CI, where it fails."""
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        wanted = f"no Chromium on this machine (looked for {', '.join(CHROMIUMS)})"
        if os.environ.get("CI") == "true":
            pytest.fail(wanted)
        pytest.skip(wanted)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield chromium
        chromium.close()
