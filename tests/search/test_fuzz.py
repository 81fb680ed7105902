"""Nothing that can be typed breaks the search page: made-up strings of all that means something to it, in Chromium."""

from __future__ import annotations

import os
from random import Random
from urllib.parse import quote

import pytest

from tests.search.conftest import OpenPage

pytestmark = pytest.mark.browser

QUERIES = 1_500 if os.environ.get("BACKFILE_TESTS") == "full" else 120
AT_ONCE = 60

WORDS = (
    *("radar", "Topolánek", "U.S.", "don’t", "$1,000", "pre-emptive", "договор", "北京", "हिन्दी", "שלום", "السَّلام"),
    *("constructor", "__proto__", "toString", "hasOwnProperty", "null", "undefined", "NaN", "0", "-1", "1e9", "a", "ß"),
    *("🙂", "👩‍👩‍👧‍👦", "❤️", "1️⃣", "🇨🇿", "\ud83d", "\udc69", "\u0301", "\u3099", "\u00ad", "\ufeff", "ʼ", "ʻ"),
    *("x" * 250, "ab" * 120, "北" * 90, "é" * 200, "ﬁ" * 30, "a\u0301" * 120),
)
FIELDS = ("title", "body", "text", "person", "place", "org", "tag", "year", "lang", "foo", "TITLE", "__proto__", "é")
YEARS = ("2007", "2001..2007", "..", "2001..", "..2007", "2007..2001", "99999", "0", "-5", "2007…2009", "x..y")
SIGNS = (
    *(
        '"',
        "“",
        "”",
        "„",
        "«",
        "»",
        "'",
        "`",
        "-",
        "−",
        "+",
        "~",
        "^",
        "*",
        ":",
        "::",
        "..",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
    ),
    *("\\", "/", "|", "&", "%", "%zz", "#", "?", "!", "=", ";", ",", ".", "$", "$&", "$1", "@", "<", ">", "</script>"),
    *(
        "<img src=x onerror=alert(1)>",
        "\u200f",
        "\u200e",
        "\u202e",
        "\u202c",
        "\u2066",
        "\u2028",
        "\0",
        "\x07",
        "\u3000",
    ),
    *(
        "~1",
        "~2",
        "~9",
        "~x",
        "^2",
        "^0",
        "^-1",
        "^999",
        "^x",
        "*~1",
        "~1*",
        "+-",
        "-+",
        "--",
        "++",
        "title:",
        "AND",
        "OR",
    ),
)


def made_up(chance: Random) -> str:
    """A string of words and signs, with spaces between them or without; seldom a very long one."""
    pieces = []
    for _ in range(chance.choice((1, 2, 3, 5, 9, 40))):
        kind = chance.random()
        if kind < 0.4:
            pieces.append(chance.choice(WORDS))
        elif kind < 0.55:
            value = chance.choice((*YEARS, *WORDS, *SIGNS))
            pieces.append(f"{chance.choice(FIELDS)}:{value}")
        else:
            pieces.append(chance.choice(SIGNS))
    text = chance.choice(("", " ", " ")).join(pieces)
    return (text * (10_000 // max(1, len(text))))[:10_000] if chance.random() < 0.02 else text


_ASK = """async (queries) => {
  const input = document.getElementById("search-input");
  const status = document.getElementById("search-status");
  const told = [];
  for (const query of queries) {
    input.value = query;
    input.form.requestSubmit();
    const started = performance.now();
    // What it says of the same query twice is the same: the state alone tells that it is done.
    do await new Promise((resolve) => setTimeout(resolve, 5));
    while (status.dataset.state === "busy" && performance.now() - started < 15000);
    const hint = document.getElementById("search-hint").textContent;
    told.push([status.dataset.state, status.textContent, hint, document.querySelectorAll("#search-results a").length]);
  }
  return told;
}"""


@pytest.mark.parametrize("syntax", ["people", "lunr"])
def test_whatever_is_typed_gives_an_answer_or_a_plain_sentence(
    open_page: OpenPage, news_site: str, syntax: str
) -> None:
    chance = Random(f"{syntax} {news_site.partition(':')[0]}")
    queries = [made_up(chance) for _ in range(QUERIES)]
    page = open_page(f"{news_site}search.html?q=radar&syntax={syntax}")
    page.evaluate("() => { window.wasRun = false; window.alert = () => { window.wasRun = true }; }")
    page.wait_for_selector("#search-status[data-state=done]")
    for start in range(0, len(queries), AT_ONCE):
        part = queries[start : start + AT_ONCE]
        for query, (state, sentence, hint, results) in zip(part, page.evaluate(_ASK, part), strict=True):
            said = f"{sentence} {hint}"
            assert state in ("done", "error") if query.replace("\ufeff", "").strip() else state == "idle", repr(query)
            assert state == "idle" or sentence.endswith("."), repr(query)
            assert syntax == "lunr" or state != "error", repr(query)
            assert results == 0 or state == "done", repr(query)
            assert not any(sign in said for sign in ("Error", "[object", "find.", "could not be loaded")), repr(query)
    assert page.evaluate("wasRun") is False
    assert page.locator("#search-results img, #search-results script, #search-hint img").count() == 0


def test_whatever_stands_in_the_address(open_page: OpenPage, news_site: str) -> None:
    chance = Random(7)
    for _ in range(QUERIES // 10):
        parameters = {
            name: made_up(chance)[:2_000].encode("utf-8", "ignore").decode()
            for name in chance.sample(("q", "year", "people", "sort", "language", "syntax", "tags", "other"), 4)
        }
        page = open_page(
            f"{news_site}search.html?" + "&".join(f"{name}={quote(parameters[name])}" for name in parameters)
        )
        page.wait_for_selector("#search-status:not([data-state=busy])", state="attached")
        assert "could not be loaded" not in (page.text_content("#search-status") or ""), parameters
        page.close()
    page = open_page(f"{news_site}search.html?q=%E0%A4%A&year=%ff#%zz")
    page.wait_for_selector("#search-status:not([data-state=busy])", state="attached")


def test_suggestions_for_whatever_is_typed(open_page: OpenPage, news_site: str) -> None:
    chance = Random(9)
    page = open_page(f"{news_site}search.html")
    page.evaluate("() => backfile.box()")
    page.evaluate("""() => {
      const input = document.createElement("input");
      input.id = "box";
      document.body.append(document.createElement("div"));
      document.body.lastChild.append(input);
      backfile.suggestIn(input);
    }""")
    for _ in range(QUERIES // 4):
        page.fill("#box", made_up(chance))
        page.wait_for_timeout(chance.choice((0, 20, 150)))
    page.fill("#box", "keis")
    page.wait_for_selector(".suggestions:not([hidden]) li")
