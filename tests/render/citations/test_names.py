from __future__ import annotations

import pytest

from generator.render.citations.names import parse_name


@pytest.mark.parametrize(
    ("text", "inverted"),
    [
        ("Jane Doe", "Doe, Jane"),
        ("A. Writer", "Writer, A."),
        ("J.R. Stone", "Stone, J. R."),
        ("J.-P. Sartre", "Sartre, J.-P."),
        ("Mary Jo Smith", "Smith, Mary Jo"),
        ("Owen Pelham-Strake", "Pelham-Strake, Owen"),
        ("Gavin O’Callaghan", "O’Callaghan, Gavin"),
        ("Élodie Müller", "Müller, Élodie"),
        ("Anna van der Berg", "van der Berg, Anna"),
        ("Ursula von der Leyen", "von der Leyen, Ursula"),
        ("María de la Cruz", "de la Cruz, María"),
        ("Martin Van Buren", "Van Buren, Martin"),
        ("Robert De Niro", "De Niro, Robert"),
        ("Hassan al-Banna", "al-Banna, Hassan"),
        ("Olivier d’Estaing", "d’Estaing, Olivier"),
        ("Mohammed bin Salman", "bin Salman, Mohammed"),
        ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
        ("Martin Luther King, Jr.", "King, Martin Luther, Jr."),
        ("John Smith III", "Smith, John, III"),
        ("Dr. Jane Doe", "Doe, Jane"),
        ("Maj. Gen. John Smith", "Smith, John"),
        ("Grant Tinsley, Ph.D.", "Tinsley, Grant"),
        ("Jane Doe, Jr., MD", "Doe, Jane, Jr."),
        # As an editor writes it who knows better.
        ("Xi, Jinping", "Xi, Jinping"),
        ("van Beethoven, Ludwig", "van Beethoven, Ludwig"),
        ("Полозьева, Арина", "Полозьева, Арина"),
        ("King, Martin Luther, Jr.", "King, Martin Luther, Jr."),
        ("  Jane \n Doe ", "Doe, Jane"),
    ],
)
def test_a_name_is_split(text: str, inverted: str) -> None:
    name = parse_name(text, "en")
    assert name.inverted == inverted
    assert name.family


@pytest.mark.parametrize(
    ("text", "straight"),
    [
        ("Xi, Jinping", "Jinping Xi"),
        ("Martin Luther King, Jr.", "Martin Luther King Jr."),
        ("Anna van der Berg", "Anna van der Berg"),
        ("Reuters", "Reuters"),
    ],
)
def test_a_name_in_its_own_order(text: str, straight: str) -> None:
    assert parse_name(text).straight == straight


def test_particles_are_told_from_the_family_name() -> None:
    name = parse_name("Anna van der Berg")
    assert (name.given, name.particle, name.family) == ("Anna", "van der", "Berg")
    # Written large they belong to it.
    name = parse_name("Martin Van Buren")
    assert (name.given, name.particle, name.family) == ("Martin", "", "Van Buren")


@pytest.mark.parametrize(
    "text",
    "Reuters|The Economist|Associated Press|BBC Monitoring|RIA Novosti|AFP|Staff Reporter|Редакция|Al Jazeera|"
    "Ministry of Defence|Redacción".split("|"),
)
def test_an_organization_is_whole(text: str) -> None:
    name = parse_name(text)
    assert name.is_organization
    assert name.inverted == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Madonna", "en"),
        # Another script: which part is the family name cannot be told.
        ("Арина Полозьева", "ru"),
        ("王小明", "zh"),
        ("فاطمة الزهراء", "ar"),
        # Languages that put the family name first, or in either place.
        ("Orbán Viktor", "hu"),
        ("Nguyen Van Anh", "vi"),
        ("Kim Min-ji", "ko-KR"),
        ("Björk Guðmundsdóttir", "is"),
        # One given name and two family names, or the other way round?
        ("Felipe Morales Sierra", "es"),
        ("José Ortega y Gasset", "es-ES"),
        # No names of persons, or not only.
        ("Jane Doe and John Smith", "en"),
        ("jane@example.org", "en"),
        ("our own correspondent in Moscow", "en"),
        ("Jane Doe, Moscow, Reuters", "en"),
        ("Jane Doe, Moscow", "en"),
        ("Die Tagespresse", "de"),
        ("La República", "es"),
        ("Jane Doe 2", "en"),
        ("John B.", "en"),
        ("bell hooks", "en"),
        ("JANE D0E", "en"),
        (",", "en"),
        ("", "en"),
        ("One Two Three Four Five Six Seven", "en"),
    ],
)
def test_what_is_in_doubt_stays_whole(text: str, language: str) -> None:
    name = parse_name(text, language)
    assert (name.family, name.literal, name.inverted, name.straight) == ("", text, text, text)


def test_two_words_are_clear_in_spanish() -> None:
    assert parse_name("Luciana Bertoia", "es").inverted == "Bertoia, Luciana"
    assert parse_name("García Márquez, Gabriel", "es").straight == "Gabriel García Márquez"
