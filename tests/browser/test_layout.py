"""How a page is laid out, where only a browser can tell: with texts of any length, and without moving."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from tests.browser.sample_site import THEMES
from tests.browser.themed_sites import SETTLED, themed_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => { for (const shift of list.getEntries()) window.shifted += shift.value; })
  .observe({type: 'layout-shift', buffered: true});
"""


@pytest.mark.parametrize("path", ["index.html", "articles/the-radar-in-the-walnut-hills.html", "random.html"])
def test_nothing_moves_once_it_stands(path: str, browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(f"{site.as_uri()}/{path}")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifted") == 0
    context.close()


def test_words_whose_link_leads_nowhere_do_not_look_like_one(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/articles/the-radar-in-the-walnut-hills.html")
    looks = page.evaluate("""() => {
      const paragraph = document.querySelector('.body p');
      paragraph.innerHTML = '<a>nowhere</a> <a href="x.html">somewhere</a>';
      return [paragraph, ...paragraph.children].map(of => {
        const style = getComputedStyle(of);
        return [style.color, style.textDecorationLine];
      });
    }""")
    page.close()
    assert looks[1] == looks[0]
    assert looks[2] != looks[0]


def test_no_line_of_the_strip_begins_or_ends_with_a_dot(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{site.as_uri()}/articles/the-long-way-round-how-supplies-for-afghanistan-came-to.html")
    items = page.evaluate("""() => {
      const strip = document.querySelector('.masthead .strip');
      const left = strip.getBoundingClientRect().left;
      const top = strip.firstElementChild.getBoundingClientRect().top;
      return [...strip.children].map(item => {
        const before = getComputedStyle(item, '::before');
        const box = item.getBoundingClientRect();
        // The dot stands in the middle of its box.
        const dot = box.left + parseFloat(before.left) + parseFloat(before.width) / 2;
        return {wrapped: box.top > top + 4, dotted: before.content !== 'none' && dot > left};
      });
    }""")
    page.close()
    assert [item["dotted"] for item in items[:2]] == [False, True]
    assert any(item["wrapped"] for item in items)
    first = next(number for number, item in enumerate(items) if item["wrapped"])
    assert not items[first]["dotted"]


def test_a_reason_has_room_beside_a_publication_with_a_long_name(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site.as_uri()}/articles/the-long-way-round-how-supplies-for-afghanistan-came-to.html")
    row = page.locator(".row:has(.row-reason):has(.row-publication:not(:empty))").first
    row.evaluate(
        """row => {
          row.querySelector('.row-publication').textContent = 'Quarterly Review of Navigation '.repeat(4);
          row.querySelector('.row-reason').textContent = 'both on several names that fill a line of their own';
        }"""
    )
    title, reason = (
        row.locator(f".row-{of}").evaluate("part => part.getBoundingClientRect().left") for of in ("title", "reason")
    )
    line, height = row.locator(".row-reason").evaluate(
        "part => [parseFloat(getComputedStyle(part).lineHeight), part.offsetHeight]"
    )
    page.close()
    # It begins where the title begins, and is one line.
    assert reason == title
    assert height < 1.5 * line


@pytest.mark.parametrize("width", [390, 1280])
def test_the_sentence_stands_below_the_title_of_an_article_without_date_and_publication(
    width: int, browser: Browser, site: Path
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{site.as_uri()}/people/vladimir-putin.html")
    row = page.locator(".row:has(.row-quote)").first
    row.evaluate("row => row.querySelectorAll('.row-date, .row-publication').forEach(part => part.textContent = '')")
    title, quote = row.locator(".row-title").bounding_box(), row.locator(".row-quote").bounding_box()
    page.close()
    assert title
    assert quote
    assert title["y"] + title["height"] <= quote["y"] + 1


def test_a_picture_without_a_stylesheet_is_as_large_as_there_is_room(browser: Browser) -> None:
    site = themed_site("plain")
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/articles/the-long-way-round-how-supplies-for-afghanistan-came-to.html")
    widths = {}
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(SETTLED)
        widths[width] = page.locator("main img").evaluate(
            "picture => Math.round(picture.getBoundingClientRect().width)"
        )
    page.close()
    assert widths == {320: 304, 390: 374, 1280: 720}


LONG = "Beleuchtungs" + "wiederherstellungs" * 4 + "ordnung"
ENDLESS = ("lamp_2001-" * 12, "straßen_und_wege:" * 6, "x" * 120)
"""What stands in texts as crawlers left them: names of files, keys, rules of letters."""

_SOURCE = f"""{LONG} and the lamp

By {LONG}, 3 March 2001

The lamp was lit on Monday, and {LONG} was not asked. {" ".join(ENDLESS)} stood below.

{LONG}

| {LONG} |

It was put out on Tuesday, said {LONG}, the keeper of the lamp and of {LONG}.
"""


def _archive_of_long_words(root: Path, theme: str) -> Path:
    """A site in which a word longer than a line stands wherever an archive may have one."""
    content = root / "content"
    for folder in ("articles", "pages", "authorities", "sources"):
        (content / folder).mkdir(parents=True)
    texts = f"description: {LONG}\nrights: {LONG}\nnotice: {LONG}\nauthor: {LONG}\n"
    (content / "site.yaml").write_text(f"title: Lamps of {LONG}\ntheme: {theme}\n{texts}")
    (content / "pages/about.md").write_text(f"---\ntitle: {LONG}\n---\n## {LONG}\n\n- {LONG}\n\n> {ENDLESS[0]}\n")
    for kind in ("people", "places", "organizations", "publications"):
        entry = f"- id: one-{kind}\n  name: {LONG}{kind}\n  description: {LONG} {ENDLESS[2]}\n"
        (content / f"authorities/{kind}.yaml").write_text(entry, encoding="utf-8")
    named = " ".join(f"{LONG}{kind}" for kind in ("people", "places", "organizations"))
    for name, title in (("before", "Before"), ("between", LONG), ("after", f"After {ENDLESS[1]}")):
        head = f"title: '{title}'\ndate: 2001\nauthor: [{LONG}]\ntags: [{LONG}]\npublication: {LONG}publications\n"
        text = f"---\n{head}summary: '{LONG}'\nurl: https://example.org/{ENDLESS[2]}\n---\n{named} lit a lamp.\n\n"
        (content / f"articles/{name}.md").write_text(f"{text}#### {LONG}\n\n* * {ENDLESS[0]}\n", encoding="utf-8")
    (content / f"sources/{LONG}.txt").write_text(_SOURCE, encoding="utf-8")
    assert main(["--root", str(root)]) == 0
    return root / "output"


@pytest.mark.parametrize("theme", THEMES)
def test_words_longer_than_a_line_break_wherever_they_stand(theme: str, browser: Browser, tmp_path: Path) -> None:
    site = _archive_of_long_words(tmp_path, theme)
    page = browser.new_page()
    wide = []
    for file in sorted(site.rglob("*.html")):
        page.goto(file.as_uri())
        for width in (390, 800, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((file.relative_to(site).as_posix(), width))
    page.close()
    assert wide == []
