"""Each citation here was set by hand by the manual that its test names, for articles that do not exist.

CMOS 18: The Chicago Manual of Style, 18th edition, 13.23 and 13.75 on authors, chapter 14 on newspapers, magazines and
websites. MLA 9: MLA Handbook, 9th edition, chapter 5. APA 7: Publication Manual, 7th edition, 9.8 to 9.12 on authors,
9.14 and 9.17 on dates, 9.30 on archives, 10.1 on periodicals, 10.16 on websites.
"""

from __future__ import annotations

from generator.render.citations.apa import apa
from generator.render.citations.chicago import chicago_bibliography, chicago_note
from generator.render.citations.formatted import STYLES, citations
from generator.render.citations.item import ItemKind
from generator.render.citations.mla import mla
from generator.render.citations.runs import plain
from tests.render.citations.items import an_item, marked

FIRST = "https://www.example.com/radar"
PAGE = "https://archive.example.org/articles/radar.html"
SIX = ("Ann Ash", "Ben Birch", "Cleo Cedar", "Dan Dogwood", "Eve Elm", "Fay Fir")

WHOLE = an_item(authors=("Anna Writer",), date="2007-04-23", first_published=FIRST, page=PAGE)
SITE = an_item(
    authors=("Anna Writer",), date="2007-10", kind=ItemKind.WEB_PAGE, container="example.com", first_published=FIRST
)
ONLY_HERE = an_item(
    "About this archive",
    authors=("Arthur Keeper",),
    date="2026",
    kind=ItemKind.WEB_PAGE,
    container="The Example Archive",
    page=PAGE,
)


def test_chicago_cites_an_article() -> None:
    assert marked(chicago_bibliography(WHOLE)) == (
        "Writer, Anna. “Radar offer on the table.” *Daily Example*, April 23, 2007. https://www.example.com/radar. "
        "The Example Archive, https://archive.example.org/articles/radar.html."
    )
    assert marked(chicago_note(WHOLE)) == (
        "Anna Writer, “Radar offer on the table,” *Daily Example*, April 23, 2007, https://www.example.com/radar, "
        "The Example Archive, https://archive.example.org/articles/radar.html."
    )


def test_mla_cites_an_article() -> None:
    assert marked(mla(WHOLE)) == (
        "Writer, Anna. “Radar offer on the table.” *The Daily Example*, 23 Apr. 2007, www.example.com/radar. "
        "*The Example Archive*, archive.example.org/articles/radar.html."
    )


def test_apa_cites_an_article() -> None:
    assert marked(apa(WHOLE)) == (
        "Writer, A. (2007, April 23). Radar offer on the table. *The Daily Example*. The Example Archive. "
        "https://archive.example.org/articles/radar.html"
    )


def test_an_unsigned_article() -> None:
    """CMOS: a bibliography has it under the paper's name, a note under its title, as MLA and APA 9.12 do."""
    item = an_item(date="2007-10", page=PAGE)
    assert marked(chicago_bibliography(item)) == (
        "*Daily Example*. “Radar offer on the table.” October 2007. "
        "The Example Archive, https://archive.example.org/articles/radar.html."
    )
    assert marked(chicago_note(item)).startswith("“Radar offer on the table,” *Daily Example*, October 2007, The Exa")
    assert marked(mla(item)).startswith("“Radar offer on the table.” *The Daily Example*, Oct. 2007. *The Example Arch")
    assert marked(apa(item)).startswith("Radar offer on the table. (2007, October). *The Daily Example*. The Example A")


def test_a_page_of_a_website() -> None:
    """CMOS and APA 10.16 set a site's name in roman; APA sets the page's title in italics; MLA treats all alike."""
    assert marked(chicago_bibliography(SITE)) == (
        "Writer, Anna. “Radar offer on the table.” example.com, October 2007. https://www.example.com/radar. "
        "The Example Archive."
    )
    assert marked(chicago_note(SITE)) == (
        "Anna Writer, “Radar offer on the table,” example.com, October 2007, https://www.example.com/radar, "
        "The Example Archive."
    )
    assert marked(mla(SITE)) == (
        "Writer, Anna. “Radar offer on the table.” *example.com*, Oct. 2007, www.example.com/radar. "
        "*The Example Archive*."
    )
    # 9.30: an archive that does not lead there is not named.
    assert marked(apa(SITE)) == (
        "Writer, A. (2007, October). *Radar offer on the table*. example.com. https://www.example.com/radar"
    )


def test_a_page_that_is_only_in_this_archive() -> None:
    assert marked(chicago_bibliography(ONLY_HERE)) == (
        "Keeper, Arthur. “About this archive.” The Example Archive, 2026. "
        "https://archive.example.org/articles/radar.html."
    )
    assert marked(chicago_note(ONLY_HERE)) == (
        "Arthur Keeper, “About this archive,” The Example Archive, 2026, "
        "https://archive.example.org/articles/radar.html."
    )
    assert marked(mla(ONLY_HERE)) == (
        "Keeper, Arthur. “About this archive.” *The Example Archive*, 2026, archive.example.org/articles/radar.html."
    )
    assert marked(apa(ONLY_HERE)) == (
        "Keeper, A. (2026). *About this archive*. The Example Archive. https://archive.example.org/articles/radar.html"
    )


def test_without_a_date() -> None:
    """CMOS and APA 9.17 say `n.d.`; MLA 9 leaves out what is not known."""
    item = an_item(authors=("Anna Writer",))
    assert marked(chicago_bibliography(item)) == (
        "Writer, Anna. “Radar offer on the table.” *Daily Example*, n.d. The Example Archive."
    )
    assert marked(chicago_note(item)) == (
        "Anna Writer, “Radar offer on the table,” *Daily Example*, n.d., The Example Archive."
    )
    assert marked(mla(item)) == (
        "Writer, Anna. “Radar offer on the table.” *The Daily Example*. *The Example Archive*."
    )
    assert marked(apa(item)) == (
        "Writer, A. (n.d.). Radar offer on the table. *The Daily Example*. The Example Archive."
    )
    unsigned = an_item()
    assert marked(chicago_bibliography(unsigned)) == (
        "*Daily Example*. “Radar offer on the table.” N.d. The Example Archive."
    )
    assert marked(apa(unsigned)).startswith("Radar offer on the table. (n.d.). *The Daily Example*.")


def test_about_a_date() -> None:
    item = an_item(authors=("Anna Writer",), date="2005~")
    assert "*Daily Example*, [ca. 2005]. " in marked(chicago_bibliography(item))
    assert "*The Daily Example*, circa 2005. " in marked(mla(item))
    assert "Writer, A. (ca. 2005). " in marked(apa(item))


def authors(*names: str) -> tuple[str, str, str, str]:
    """How each style begins: bibliography, note, MLA, APA."""
    item = an_item("T", authors=names, date="2007")
    ends = ((chicago_bibliography, " “"), (chicago_note, ", “"), (mla, " “"), (apa, " (2007)"))
    bibliography, note, works, references = (plain(write(item)).partition(end)[0] for write, end in ends)
    return bibliography, note, works, references


def test_two_authors() -> None:
    """CMOS 13.23; MLA 9, chapter 5; APA 9.8: only APA turns the second round too."""
    assert authors("Ann Ash", "Ben Birch") == (
        "Ash, Ann, and Ben Birch.",
        "Ann Ash and Ben Birch",
        "Ash, Ann, and Ben Birch.",
        "Ash, A., & Birch, B.",
    )


def test_three_authors() -> None:
    """CMOS 18, 13.23: a note names the first of three, a bibliography all; MLA the first."""
    assert authors("Ann Ash", "Ben Birch", "Cleo Cedar") == (
        "Ash, Ann, Ben Birch, and Cleo Cedar.",
        "Ann Ash et al.",
        "Ash, Ann, et al.",
        "Ash, A., Birch, B., & Cedar, C.",
    )


def test_seven_authors() -> None:
    """CMOS 18, 13.23: a bibliography names six, or the first three of more."""
    assert authors(*SIX)[0] == "Ash, Ann, Ben Birch, Cleo Cedar, Dan Dogwood, Eve Elm, and Fay Fir."
    assert authors(*SIX, "Gil Gum") == (
        "Ash, Ann, Ben Birch, Cleo Cedar, et al.",
        "Ann Ash et al.",
        "Ash, Ann, et al.",
        "Ash, A., Birch, B., Cedar, C., Dogwood, D., Elm, E., Fir, F., & Gum, G.",
    )


def test_twenty_one_authors() -> None:
    """APA 9.8: of more than twenty the first nineteen, an ellipsis, and the last without an ampersand."""
    names = [f"{letter}. Author" for letter in "ABCDEFGHIJKLMNOPQRSTU"]
    references = authors(*names)[3]
    assert references.startswith("Author, A., Author, B., ")
    assert references.endswith("Author, S., . . . Author, U.")
    assert "Author, T." not in references
    assert authors(*names[:20])[3].endswith("Author, S., & Author, T.")


def test_organizations_and_names_that_stay_whole() -> None:
    assert authors("Reuters") == ("Reuters.", "Reuters", "Reuters.", "Reuters.")
    assert authors("Арина Полозьева") == ("Арина Полозьева.", "Арина Полозьева", "Арина Полозьева.", "Арина Полозьева.")
    assert authors("Reuters", "Ann Ash") == (
        "Reuters and Ann Ash.",
        "Reuters and Ann Ash",
        "Reuters, and Ann Ash.",
        "Reuters, & Ash, A.",
    )


def test_parts_of_names() -> None:
    """Initials by APA 9.8: a hyphen stays, as do particles and suffixes."""
    assert authors("Jean-Paul van der Berg", "Martin Luther King, Jr.") == (
        "van der Berg, Jean-Paul, and Martin Luther King Jr.",
        "Jean-Paul van der Berg and Martin Luther King Jr.",
        "van der Berg, Jean-Paul, and Martin Luther King Jr.",
        "van der Berg, J.-P., & King, M. L., Jr.",
    )


def test_a_title_that_asks() -> None:
    item = an_item("Who “lost” Russia?", authors=("Anna Writer",), date="2007")
    assert "Writer, Anna. “Who ‘lost’ Russia?” *Daily" in marked(chicago_bibliography(item))
    assert "Anna Writer, “Who ‘lost’ Russia?,” *Daily" in marked(chicago_note(item))
    assert "“Who ‘lost’ Russia?” *The Daily" in marked(mla(item))
    # APA quotes no titles, so their own marks stay double.
    assert "(2007). Who “lost” Russia? *The Daily" in marked(apa(item))


def test_the_paper_keeps_its_article_where_it_is_not_english() -> None:
    for paper in ("Le Monde", "Die Zeit", "Theater Today"):
        assert f"*{paper}*" in marked(chicago_bibliography(an_item(container=paper)))


def test_each_style_is_there_once_with_links() -> None:
    made = citations(WHOLE)
    assert tuple(citation.style for citation in made) == STYLES
    assert made[2].text.startswith("Writer, Anna. “Radar offer on the table.” The Daily Example, 23 Apr. 2007")
    for citation in made:
        assert PAGE in [run.address for run in citation.runs]
        assert [run.language for run in citation.runs if run.language] == ["en"]
