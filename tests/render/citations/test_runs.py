from __future__ import annotations

import pytest

from generator.render.citations.runs import Run, ended, joined, linked, plain, quoted


# Forms by CMOS 17, 6.9 (full stops and commas inside quotation marks), 6.125 (a comma after a title's own question
# mark), 13.30 (single marks within double ones), which MLA 9, chapter 2, shares.
@pytest.mark.parametrize(
    ("title", "in_list", "in_note"),
    [
        ("Radar offer", "“Radar offer.”", "“Radar offer,”"),
        ("Who lost Russia?", "“Who lost Russia?”", "“Who lost Russia?,”"),
        ("Enough!", "“Enough!”", "“Enough!,”"),
        ("And then …", "“And then …”", "“And then …,”"),
        ("Wait...", "“Wait...”", "“Wait...,”"),
        ("We won.", "“We won.”", "“We won,”"),
        ("Made in the U.S.", "“Made in the U.S.”", "“Made in the U.S.,”"),
        ("Part 2 (of 3)", "“Part 2 (of 3).”", "“Part 2 (of 3),”"),
        ("“No deal” again", "“‘No deal’ again.”", "“‘No deal’ again,”"),
        ('"No deal" again', "“‘No deal’ again.”", "“‘No deal’ again,”"),
        ("He says “no deal”", "“He says ‘no deal.’”", "“He says ‘no deal,’”"),
        ("He asks “why?”", "“He asks ‘why?’”", "“He asks ‘why?,’”"),
        ("“He says ‘no’ to me,” she says", "“‘He says “no” to me,’ she says.”", "“‘He says “no” to me,’ she says,”"),
        ("‘No deal’ again", "“‘No deal’ again.”", "“‘No deal’ again,”"),
        ("The Joneses’", "“The Joneses’.”", "“The Joneses’,”"),
        ("It’s Putin’s “won’t”", "“It’s Putin’s ‘won’t.’”", "“It’s Putin’s ‘won’t,’”"),
        ('A 12" gun', '“A 12" gun.”', '“A 12" gun,”'),
        # Marks of other languages stay.
        ("„Abrüsten“, aber wie?", "“„Abrüsten“, aber wie?”", "“„Abrüsten“, aber wie?,”"),
        ("Radar : « non »", "“Radar : « non ».”", "“Radar : « non »,”"),
    ],
)
def test_a_title_in_quotation_marks(title: str, in_list: str, in_note: str) -> None:
    assert plain(quoted(title, "en", ".")) == in_list
    assert plain(quoted(title, "en", ",")) == in_note


def test_a_title_keeps_its_case_and_language() -> None:
    runs = quoted("abrüsten, ABER nicht Allein", "de", ".")
    assert plain(runs) == "“abrüsten, ABER nicht Allein.”"
    assert [run.language for run in runs] == ["", "de", ""]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("Writer, A.", "Writer, A."), ("Reuters", "Reuters."), ("Why?", "Why?"), ("“So.”", "“So.”"), ("“So”", "“So”.")],
)
def test_a_sentence_ends_once(text: str, sentence: str) -> None:
    assert plain(ended((Run(text),))) == sentence


def test_a_sentence_ends_after_its_address_too() -> None:
    assert plain(ended(linked("https://example.org/what?"))) == "https://example.org/what?."
    assert ended(()) == ()


def test_empty_parts_are_not_joined() -> None:
    assert plain(joined([(), (Run("a"),), (), (Run("b"), Run("c"))], ", ")) == "a, bc"
    assert linked("") == ()


def test_an_address_leads_to_itself() -> None:
    assert linked("https://example.org/a", with_scheme=False) == (
        Run("example.org/a", address="https://example.org/a"),
    )
