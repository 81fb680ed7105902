"""Takes the README's picture: an article of the sample archive as a reader at a desk sees it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.browser.sample_site import REPOSITORY, build_sample
from tests.conftest import CHROMIUMS, QUIET

PICTURE = REPOSITORY / "themes" / "reader" / "screenshot.png"
ARTICLE = "articles/the-radar-in-the-walnut-hills.html"


def main() -> int:
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        print("This needs Chromium; on Debian: apt install chromium", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build_sample(Path(folder))
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{site.as_uri()}/{ARTICLE}")
        page.screenshot(path=PICTURE)
        chromium.close()
    print(f"Wrote {PICTURE.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
