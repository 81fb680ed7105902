from __future__ import annotations

import pytest

from generator.render.citations.licenses import license_of

BY = "https://creativecommons.org/licenses/"


@pytest.mark.parametrize(
    ("rights", "id_", "address"),
    [
        ("CC BY 4.0", "CC-BY-4.0", BY + "by/4.0/"),
        ("CC BY-SA 3.0, with thanks", "CC-BY-SA-3.0", BY + "by-sa/3.0/"),
        ("cc-by-nc-nd-4.0", "CC-BY-NC-ND-4.0", BY + "by-nc-nd/4.0/"),
        ("Creative Commons Attribution 4.0 International", "CC-BY-4.0", BY + "by/4.0/"),
        (
            "Licensed under a Creative Commons Attribution-NonCommercial-ShareAlike 4.0 licence",
            "CC-BY-NC-SA-4.0",
            BY + "by-nc-sa/4.0/",
        ),
        ("https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0", BY + "by-sa/4.0/"),
        ("CC0 1.0: the articles of this sample", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        (
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "CC0-1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/",
        ),
    ],
)
def test_a_licence_that_rights_begin_with(rights: str, id_: str, address: str) -> None:
    found = license_of(rights)
    assert found is not None
    assert (found.id, found.address) == (id_, address)


@pytest.mark.parametrize(
    "rights",
    [
        "",
        "All rights reserved",
        # A part alone may be free.
        "All rights reserved; pictures CC BY 4.0",
        "Attribution is welcome",
        "Public domain",
        "CC BY",
        "CC0l",
    ],
)
def test_what_names_none(rights: str) -> None:
    assert license_of(rights) is None


def test_its_name_in_words() -> None:
    found = license_of("CC BY-NC-SA 4.0")
    assert found is not None
    assert found.title == "Creative Commons Attribution-NonCommercial-ShareAlike 4.0"
