"""Paragraphs of a word or two that trafilatura leaves out among the article's."""

from __future__ import annotations

import pytest

from generator.articles.html.view import view_page
from generator.ingest.html.block import html_block
from generator.ingest.html.furniture import Furniture
from generator.ingest.html.link_addresses import Addresses
from generator.ingest.html.main_element import lost_between
from generator.ingest.typography import normalise
from tests.ingest.pages import TEXT


def won_back(between: str) -> list[str]:
    """The lines `between` two paragraphs that are taken for the article's where these alone were extracted."""
    view = view_page(f"<html><body><div>{TEXT}{between}{TEXT}</div></body></html>")
    addresses = Addresses(view)
    blocks = [html_block(n, n + 1, line, normalise(line.text), addresses) for n, line in enumerate(view.lines)]
    inside = {block.index for block in blocks if block.is_prose}
    main = view.lines[0].element.parent
    assert main is not None
    return [blocks[index].text for index in lost_between(inside, main, view.lines, blocks, Furniture())]


def test_a_result_beside_the_paragraph_below_is_the_texts() -> None:
    assert won_back("<p>Ash, in front</p>") == ["Ash, in front"]


@pytest.mark.parametrize(
    "between", ["<p class='promo'>See inside</p>", "<div>See inside</div>", "<p><a href='/x'>See inside</a></p>"]
)
def test_what_has_a_name_or_a_link_or_is_no_paragraph_needs_other_signs(between: str) -> None:
    assert won_back(between) == []


def test_what_stands_in_another_element_needs_other_signs() -> None:
    assert won_back("<div><p>See inside</p></div>") == []
