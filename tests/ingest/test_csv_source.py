"""A record of a table: its columns become front matter, its text is cleaned as any other, each line accounted for."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.articles.ledger import Fate
from generator.articles.markdown_html import convert
from generator.articles.source_text import SourceText, decode
from generator.articles.sources import read_source
from generator.ingest.clean import Received
from generator.ingest.decode import RefusalError
from generator.problems import Problem, Severity
from tests.ingest.formats import Read, read
from tests.ingest.sources import PARAGRAPHS, TITLE

COLUMNS = (
    "objectid,filename,title,format,creator,date,description,subject,location,latitude,source,identifier,type,language,"
    "rightsstatement,transcript"
)


def table(header: str, *values: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(values)
    return header + "\r\n" + out.getvalue()


def read_table(header: str, *values: str) -> Read:
    return read(table(header, *values), "items/1.csv")


def collection_builder(text: str) -> Read:
    return read_table(
        COLUMNS,
        *("demo_001", "demo_001.jpg", TITLE, "image/jpeg", "Doe, Jane; Roe, John", "circa 1950", "About\r\na lamp"),
        *("Lamps; Ships, sailing", "Harbour town", "46.5", "The Example Review", "psychobook_001", "Text", "eng"),
        *("http://rights.example/InC/1.0/", text),
    )


def test_collection_builders_columns() -> None:
    result = collection_builder("\n\n".join(PARAGRAPHS))
    meta = result.meta
    assert (meta.title, meta.author, str(meta.date)) == (TITLE, ("Doe, Jane", "Roe, John"), "1950~")
    assert (meta.summary, meta.tags) == ("About a lamp", ("Lamps", "Ships, sailing"))
    assert (meta.publication, meta.language) == ("The Example Review", "")
    assert meta.rights == "http://rights.example/InC/1.0/"
    assert meta.extra == {
        "objectid": "demo_001",
        "filename": "demo_001.jpg",
        "format": "image/jpeg",
        "location": "Harbour town",
        "latitude": "46.5",
        "identifier": "psychobook_001",
        "type": "Text",
    }
    assert result.body == "\n\n".join(PARAGRAPHS)
    assert result.of("creator:") == ("csv-column", Fate.LIFTED, ("author",))
    assert result.of("a lamp") == ("csv-column", Fate.LIFTED, ("summary",))
    assert result.of("latitude:") == ("csv-column", Fate.LIFTED, ("extra.latitude",))
    assert result.of("transcript:") == ("csv-label", Fate.SET_ASIDE, ())


def test_a_view_names_the_lines_of_the_file() -> None:
    result = collection_builder("One.\r\n\r\nTwo.")
    at = {line: entry.at for line, entry in zip(result.lines, result.cleaned.ledger.lines, strict=True)}
    assert (at["objectid: demo_001"], at["a lamp"], at["title: " + TITLE], at["One."], at["Two."]) == (2, 3, 2, 3, 5)


def test_the_text_is_cleaned_and_what_columns_say_wins() -> None:
    text = "\n\n".join((TITLE, "By Somebody Else | 3 May 2011", *PARAGRAPHS, "Tags: none of it", "Share"))
    result = read_table("title,author,date,tags,text,notes", TITLE, "Ada Example", "1999", "lamps, ships", text, "")
    meta = result.meta
    assert (meta.author, str(meta.date), meta.tags) == (("Ada Example",), "1999", ("lamps", "ships"))
    assert result.body == "\n\n".join(PARAGRAPHS)
    assert result.of(TITLE)[0] == "repeated-title"
    byline = next(
        line for text, line in zip(result.lines, result.cleaned.ledger.lines, strict=True) if "Somebody" in text
    )
    assert {span.fate for span in byline.spans} == {Fate.SET_ASIDE}
    assert result.of("notes:") == ("csv-empty", Fate.SET_ASIDE, ())


def test_rules_fill_what_no_column_says() -> None:
    text = "\n\n".join((TITLE, "By Ada Example", "3 May 2011", *PARAGRAPHS))
    meta = read_table("id,title,text", "1", "", text).meta
    assert (meta.title, meta.author, str(meta.date)) == (TITLE, ("Ada Example",), "2011-05-03")


def test_a_first_line_is_no_title_where_a_column_has_one() -> None:
    text = "\n\n".join(("How the keeper came to the harbour town", *PARAGRAPHS))
    result = read_table("title,summary,text", "Another headline altogether", "In short", text)
    assert result.meta.title == "Another headline altogether"
    assert "How the keeper came to the harbour town" in result.body


def test_a_table_of_scraps_above_a_text_does_not_make_it_a_page() -> None:
    header = ",".join(f"c{number}" for number in range(30)) + ",title,text"
    text = "\n\n".join((*PARAGRAPHS, "A last line", "Another", "A third", "The very last words of it."))
    wanted = read(f"{TITLE}\n\n{text}\n", "a.txt").body
    assert read_table(header, *[""] * 30, TITLE, text).body == wanted


def test_two_texts_and_two_columns_of_one_name() -> None:
    result = read_table("title,text,transcript,note,note", "A", "The text.", "Another\ntext.", "one", "two")
    assert result.body == "The text."
    assert result.meta.extra == {"transcript": "Another\ntext.", "note": "one", "note 2": "two"}


def test_a_date_that_cannot_be_read_is_told_and_kept() -> None:
    result = read_table("title,date,text", "A", "undated?", "The text.")
    assert result.meta.extra == {"date": "undated?"}
    assert result.remarks() == ["2: `date` has no date that can be read: it goes to `extra`"]


@pytest.mark.parametrize("text", ["title,text\n", "title,text\n1,a\n2,b\n"])
def test_not_exactly_one_record_is_refused(text: str) -> None:
    with pytest.raises(RefusalError):
        read(text, "a.csv")


def test_lines_can_be_set_aside_and_brought_back() -> None:
    text = table("title,text,note", "A", "First words.\n\nShare\n\nLast words.", "n")
    lines = read(text, "a.csv").lines
    assert lines == ("note: n", "text:", "title: A", "First words.", "", "Share", "", "Last words.")
    result = read(text, "a.csv", decisions={4: Fate.SET_ASIDE, 6: Fate.KEPT})
    assert result.body == "Share\n\nLast words."


RECORD = table("filename,title,creator,subject,date,text,note", "a.txt", TITLE, "Ada Example", "lamps", "1999", "", "x")
TEXT = "\n\n".join((TITLE, "By Somebody Else", *PARAGRAPHS, "Share")) + "\n"


def beside(record: str = RECORD, text: str = TEXT, file: str = "a.txt", **given: dict[int, Fate]) -> Read:
    return read(text, file, received=Received(record=record.encode()), **given)  # type: ignore[arg-type]


def test_a_record_beside_a_text() -> None:
    result = beside()
    meta = result.meta
    assert (meta.title, meta.author, str(meta.date), meta.tags) == (TITLE, ("Ada Example",), "1999", ("lamps",))
    assert meta.extra == {"filename": "a.txt", "note": "x"}
    assert result.body == "\n\n".join(PARAGRAPHS)
    ledger = result.cleaned.ledger
    assert [line.n for line in ledger.lines] == list(range(1, len(TEXT.splitlines()) + 1))
    assert {line.at for line in ledger.lines} == {0}
    record = ledger.record
    assert record is not None
    assert [(line.n, line.spans[0].rule, line.spans[0].keys) for line in record.lines] == [
        (1, "csv-column", ("extra.filename",)),
        (2, "csv-column", ("author",)),
        (3, "csv-column", ("tags",)),
        (4, "csv-column", ("date",)),
        (5, "csv-empty", ()),
        (6, "csv-column", ("extra.note",)),
        (7, "csv-column", ("title",)),
    ]


def test_decisions_are_about_the_texts_own_lines() -> None:
    text = "One.\n\nTwo.\n"
    assert beside(text=text, decisions={1: Fate.SET_ASIDE}).body == "Two."


def test_a_record_beside_markdown() -> None:
    result = beside(text="---\ntitle: Other\nlayout: post\n---\nText *as* it is.\n", file="a.md")
    assert (result.meta.title, result.meta.author) == (TITLE, ("Ada Example",))
    assert result.meta.extra == {"filename": "a.md".replace("md", "txt"), "note": "x", "layout": "post"}
    assert result.body == "Text *as* it is."
    assert result.of("title: Other")[1] is Fate.SET_ASIDE


def test_a_record_beside_a_page() -> None:
    paragraphs = "".join(f"<p>{text}</p>\n" for text in PARAGRAPHS)
    page = f"<html><head><title>Other</title></head><body><h1>Other</h1>\n<article>{paragraphs}</article></body></html>"
    result = beside(text=page, file="a.html")
    assert (result.meta.title, result.meta.author, str(result.meta.date)) == (TITLE, ("Ada Example",), "1999")
    assert all(text in convert(result.body).text for text in PARAGRAPHS)
    assert {line.at for line in result.cleaned.ledger.lines} <= set(range(1, 8))


def test_a_second_text_in_the_record_is_set_aside_and_told() -> None:
    result = beside(table("filename,text,date", "a.txt", "A second text.\nof two lines", "soon"))
    assert "second" not in result.body
    record = result.cleaned.ledger.record
    assert record is not None
    assert [line.spans[0].rule for line in record.lines][-2:] == ["csv-second-text"] * 2
    assert result.remarks()[-2:] == [
        "1: its record, line 3: `date` has no date that can be read: it goes to `extra`",
        "1: its record, line 2: it has a text too, which was set aside",
    ]


def test_check_sees_a_record_that_changed_or_is_gone() -> None:
    from generator.articles.ledger import write_ledger

    cleaned = beside().cleaned
    ledger, data = write_ledger(cleaned.ledger), TEXT.encode()

    def told(record: bytes | None, ledger: bytes = ledger) -> str:
        found = read_source("a.txt", data, ledger, cleaned.article, Severity.ERROR, record)
        if isinstance(found, SourceText):
            return ""
        assert isinstance(found, Problem)
        assert found.path == "content/sources/a.txt.metadata.csv"
        return found.text

    assert told(RECORD.encode()) == ""
    assert told(None) == "the record of a source is missing"
    assert told(RECORD.encode() + b" ") == "the record's bytes are not those that were imported"
    alone = write_ledger(read(TEXT, "a.txt").cleaned.ledger)
    assert told(RECORD.encode(), alone) == "this record was not there when its source was imported"
    shorter = ledger.replace(b'{"n":7,"spans"', b'{"n":9,"spans"', 1)
    assert told(RECORD.encode(), shorter) == "the ledger does not account for every line of the record"


cells = st.one_of(
    st.sampled_from(
        (*PARAGRAPHS, TITLE, "2012-03-04", "soon", "a; b", "https://e.example/x", "true", "By Ada Example")
    ),
    st.sampled_from(
        ("", " ", "\n\n".join(PARAGRAPHS), "Share\n\nTweet\n", "x\ny", '"', "‘‘x’’", "\u2028", "a.txt", "#")
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
)
headers = st.lists(
    st.sampled_from(
        ("title", "text", "body", "date", "creator", "subject", "url", "note", "", "status", "aliases", "x y")
    ),
    min_size=1,
    max_size=7,
)
tables = headers.flatmap(
    lambda names: st.tuples(st.just(names), st.lists(cells, min_size=len(names), max_size=len(names)))
)


def written(names: list[str], values: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([names, values])
    return out.getvalue().encode()


@given(tables, st.sampled_from(("a.csv", "b.txt", "c.md")))
@settings(deadline=None)
def test_every_line_is_accounted_for_and_what_is_lifted_stands_in_the_front_matter(
    parts: tuple[list[str], list[str]], file: str
) -> None:
    record = written(*parts)
    text = record if file == "a.csv" else TEXT.encode()
    try:
        result = read(text, file, received=Received(record=None if file == "a.csv" else record))
    except RefusalError:
        return
    ledger = result.cleaned.ledger
    lines = (*ledger.lines, *(ledger.record.lines if ledger.record else ()))
    for key in {key for line in lines for span in line.spans for key in span.keys}:
        name, _, rest = key.partition(".")
        if name == "extra":
            assert rest in result.meta.extra
        else:
            assert getattr(result.meta, name)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_are_cleaned_or_refused(data: bytes) -> None:
    try:
        result = read(data, "a.csv")
    except RefusalError:
        return
    assert decode(data, result.cleaned.ledger.encoding)


def test_a_text_in_html_is_read_as_such() -> None:
    text = (
        "<h2>A <em>part</em></h2>\r\n<p>First &amp;\r\nbroken.</p><p>With <a href='https://e.example/x'>a link</a>.</p>"
    )
    result = read_table("id,title,content", "1", TITLE, text + "<ul><li>one</li><li>two</li></ul>")
    assert convert(result.body).text == "A part\nFirst & broken.\nWith a link.\none\ntwo"
    at = {line: entry.at for line, entry in zip(result.lines, result.cleaned.ledger.lines, strict=True)}
    assert (at["A part"], at["First & broken."], at["With a link."]) == (2, 3, 4)


def test_tags_that_are_no_paragraphs_stay_as_text_and_are_told() -> None:
    result = read_table("id,title,content", "1", TITLE, "One <b>bold</b> word.\n\nAnd another paragraph.")
    assert result.body == "One &lt;b>bold&lt;/b> word.\n\nAnd another paragraph."
    assert result.remarks() == ["1: its text has HTML tags, which stay as text: </b>"]


@pytest.mark.parametrize(
    ("column", "value", "key", "wanted"),
    [
        ("source", "The Example Review", "publication", "The Example Review"),
        ("source", "PG 9, Postcards, Special Collections", "extra", {"source": "PG 9, Postcards, Special Collections"}),
        ("source", "https://example.org/a", "url", "https://example.org/a"),
        ("publisher", "Example, Sample & Model Ltd", "publication", "Example, Sample & Model Ltd"),
        ("identifier", "https://example.org/a", "url", "https://example.org/a"),
        ("updated", "4 May 2010", "updated", "2010-05-04"),
    ],
)
def test_columns_mean_what_they_say(column: str, value: str, key: str, wanted: object) -> None:
    meta = read_table(f"title,{column},text", "A", value, "Some words.").meta
    assert (str(meta.updated) if key == "updated" else getattr(meta, key)) == wanted


@pytest.mark.parametrize(
    ("date", "about", "wanted"),
    [("1910", "yes", "1910~"), ("1910", "", "1910"), ("1910?", "true", "1910?"), ("", "yes", "None")],
)
def test_a_date_that_a_column_calls_approximate(date: str, about: str, wanted: str) -> None:
    result = read_table("title,date,date-is-approximate?,text", "A", date, about, "Some words.")
    assert str(result.meta.date) == wanted
    if wanted == "1910~":
        assert result.of("date-is")[2] == result.of("date: ")[2] == ("date",)


LANGUAGES = {
    "de": "Überschrift Autorin Veröffentlicht_am Text Schlagwörter Sprache Webadresse Zeitung",
    "fr": "Titre Auteur Date_de_publication Texte Mots-clés Langue Lien Journal",
    "es": "Título Autor Fecha Texto Etiquetas Idioma Enlace Periódico",
    "it": "Titolo Autore Data Testo Parole_chiave Lingua Collegamento Testata",
    "pt": "Titulo Autor Data Conteúdo Palavras-chave Língua Ligação Jornal",
    "nl": "Titel Auteur Datum Tekst Trefwoorden Taal Webadres Krant",
    "ru": "Заголовок Автор Дата_публикации Текст Ключевые_слова Язык Ссылка Газета",
    "uk": "Назва Автор Дата Текст Мітки Мова Посилання Видання",
    "pl": "Tytuł Autor Data Treść Słowa_kluczowe Język Odnośnik Czasopismo",
    "cs": "Název Autor Datum_vydání Text Štítky Jazyk Odkaz Noviny",
    "sv": "Titel Författare Datum Brödtext Ämnesord Språk Länk Tidning",
    "da": "Overskrift Forfatter Dato Tekst Emneord Sprog Netadresse Tidsskrift",
}


@pytest.mark.parametrize("names", LANGUAGES.values(), ids=LANGUAGES)
def test_columns_are_known_in_many_languages(names: str) -> None:
    header = ",".join(name.replace("_", " ") for name in names.split())
    values = (TITLE, "Ada Example", "1999-05-03", "One line of words", "lamps, ships", "la", "https://e.example/a")
    result = read_table(header, *values, "The Example Review")
    meta = result.meta
    assert (meta.title, meta.author, str(meta.date)) == (TITLE, ("Ada Example",), "1999-05-03")
    assert (meta.tags, meta.language, meta.url) == (("lamps", "ships"), "la", "https://e.example/a")
    assert (meta.publication, meta.extra) == ("The Example Review", {})
    assert result.body == "One line of words"


@pytest.mark.parametrize(
    "text", ["How the lamp came home", "How the lamp came home\n\n3 May 2011", "<p>How it came</p>"]
)
def test_a_text_is_never_lifted_to_the_title_where_no_column_is_known_as_that(text: str) -> None:
    result = read_table("titill,text,x", "Of a lamp", text, "")
    assert result.body == text.partition("\n")[0].removeprefix("<p>").removesuffix("</p>")
    assert result.meta.extra == {"titill": "Of a lamp"}


def test_a_name_that_is_a_persons_elsewhere_is_no_title_beside_one() -> None:
    meta = read_table("Name,Titel,Text", "Ada Example", TITLE, "Some words.").meta
    assert (meta.title, meta.extra) == (TITLE, {"Name": "Ada Example"})


def test_a_word_that_means_a_date_in_another_language_only_is_not_told_where_it_is_none() -> None:
    result = read_table("title,data,text", "A", "chart.json", "Some words.")
    assert (result.meta.extra, result.remarks()) == ({"data": "chart.json"}, [])
