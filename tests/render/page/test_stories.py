from __future__ import annotations

from dataclasses import replace

from generator.articles.markdown_html import convert
from generator.render.page.stories import opening
from tests.render.archives import an_archive, an_article

TEXT = """\
## A heading

| Year | Warheads |
|-----:|---------:|
| 2010 | 1550     |

How it
*begins*,<br>line by line.[^1]

![A picture](../media/a.png)

    code = 1

> What he said.

- an item

[^1]: A note.
"""


def opened(markdown: str, length: int = 640) -> tuple[str, ...]:
    body = convert(markdown)
    return opening(an_article("One", html=body.html, text=body.text), an_archive(), length)


def test_the_words_of_a_picture_that_is_not_there_are_read() -> None:
    text = "See ![first](there.png), ![second](not-there.png) and ![third](media/no.png)."
    article = an_article("One", html=convert(text, old_site="").html)
    archive = replace(an_archive(), wiki_targets={"there.png": "media/there.png"})
    assert opening(article, archive) == ("See , second and third.",)


def test_a_story_begins_with_what_can_be_read_on() -> None:
    assert opened(TEXT) == ("How it begins, line by line.", "What he said.", "an item")


def test_a_summary_that_the_text_begins_with_is_not_said_twice() -> None:
    text = "How it begins,\nwhich is its summary.\n\nWhat comes then.\n\nHow it begins, which is its summary."
    body = convert(text)
    article = an_article("One", html=body.html, text=body.text, summary="How it begins, which is its  summary.")
    assert opening(article, an_archive()) == ("What comes then.", "How it begins, which is its summary.")


def test_a_story_of_nothing_but_a_table_has_no_opening() -> None:
    assert opened("| Year | N |\n|---|---|\n| 2010 | 1 |\n") == ()


def test_a_story_breaks_off_at_a_sentence_or_a_word() -> None:
    assert opened("First.\n\nSecond paragraph that is too long for what is left.", 40) == (
        "First.",
        "Second paragraph that is too long\N{NO-BREAK SPACE}…",
    )
    assert opened("A whole sentence to its end here. And so on and on.", 40) == (
        "A whole sentence to its end here.\N{NO-BREAK SPACE}…",
    )


def test_an_article_that_was_taken_down_has_no_opening() -> None:
    assert opening(an_article("One", withdrawn="A reason."), an_archive()) == ()
