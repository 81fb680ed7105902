"""Which words of a line stand elsewhere in its source."""

from __future__ import annotations

from generator.ingest.blocks import make_blocks
from generator.ingest.rules.shared_words import SharedWords, long_stems


def test_stems_of_a_line_that_others_have_too() -> None:
    one, two, three = make_blocks(("The keepers of lamps", "A keeper speaks", "Nobody speaks of the lamp"))
    shared = SharedWords((one, two, three))
    assert long_stems(one, 4) == {"keepe", "lamps"}
    assert shared.elsewhere(long_stems(one, 4), one) == {"keepe"}
    assert shared.elsewhere(long_stems(one, 4), one, two) == set()
    assert shared.elsewhere({"speak"}, two) == {"speak"}
