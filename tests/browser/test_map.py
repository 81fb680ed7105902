"""The map of places as a browser draws it: names that do not lie over each other, marks that can be reached."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

OVERLAPS = """() => {
  const inside = document.querySelector('.map-plot').getBoundingClientRect();
  const names = [...document.querySelectorAll('.map-marks text')]
    .filter(name => getComputedStyle(name).display !== 'none')
    .map(name => [name.textContent, name.getBoundingClientRect()]);
  const faults = [];
  names.forEach(([name, box], number) => {
    if (box.left < inside.left || box.right > inside.right) faults.push(name);
    // Boxes of text are as high as their font, letters are not.
    names.slice(0, number).forEach(([other, at]) => {
      if (box.left < at.right && at.left < box.right && box.top + 3 < at.bottom && at.top + 3 < box.bottom)
        faults.push(name + ' / ' + other);
    });
  });
  return {faults, names: names.length};
}"""

UNREACHED = """() => [...document.querySelectorAll('.map-marks > a')].filter(link => {
  const circle = link.querySelector('circle');
  circle.scrollIntoView({block: 'center'});
  const box = circle.getBoundingClientRect();
  const steps = [...Array(12).keys()].map(step => (step + 0.5) / 12);
  return !steps.some(across => steps.some(down => {
    const found = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
    return found && found.closest('.map-marks > a') === link;
  }));
}).map(link => link.getAttribute('aria-label'))"""


@pytest.mark.parametrize("width", [320, 390, 700, 1000, 1280])
def test_names_stand_apart_and_every_mark_can_be_reached(width: int, browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{site.as_uri()}/places/index.html")
    found = page.evaluate(OVERLAPS)
    unreached = page.evaluate(UNREACHED)
    font = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.map-marks text')).fontSize)")
    page.close()
    assert found["faults"] == []
    assert found["names"] >= (4 if width < 700 else 8)
    assert unreached == []
    assert font >= 12
