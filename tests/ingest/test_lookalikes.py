"""Sentences of articles that look like the furniture of a page: every one must stay in the text.

Losing a line of an article is the worst that import can do, so this is the longest list of all.
"""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, clean_blocks

SENTENCES = (
    "Subscribers to the treaty meet in Vienna every spring, and our own envoy has not missed one yet.",
    "Subscribers will get free access to the archive today, the minister said.",
    "You can subscribe to a theory today and be free of it by the autumn, as he used to say.",
    "Our subscription to the wire service ends today, and we shall not renew it.",
    "Sign in ink, the notary told us, and register the deed today.",
    "To continue reading the palm, she said, she would need our other hand.",
    "The minister said:",
    "She wrote:",
    "Cookies were served, and our hosts used the good plates.",
    "Share prices fell.",
    "Print was dying.",
    "He said no.",
    "Nobody came.",
    "No.",
    "“We shall see.”",
    "By Monday the foreign minister had resigned.",
    "By Friday, the Moscow talks were over.",
    "By Christmas Ivan Petrov had left.",
    "By Washington standards it was a modest house.",
    "Von Moscow to Berlin the line was dead.",
    "Related to this is the question of who pays for the lamp.",
    "Related: that is what they said they were, and nobody at the inn believed it.",
    "Page 5 of the report said so.",
    "Page 1 of 2 was missing from the file that the court received.",
    "1 of 2 boats was lost.",
    "Read the text of the treaty and the price is in it.",
    "Read more books, she told the children, and fewer letters.",
    "Comments by the minister drew laughter.",
    "Comments followed.",
    "Two comments were heard in the hall: it was late, and it was cold.",
    "12 responses arrived, and not one of them was kind.",
    "3 comments by the harbour master explain the matter.",
    "Discussion lasted until three in the morning.",
    "Reply came there none.",
    "Photo: that one word was all that stood on the back of the envelope, in her handwriting.",
    "Video evidence: the court had nothing else to go by, and it said so twice.",
    "Picture – and nobody has tried harder – a town with no lamps at all.",
    "The file photo showed a man with a beard, and the man in the dock had none.",
    "Advertisements were banned from the harbour in 1923.",
    "Advertising, he said, was a tax on people with no memory.",
    "Tags: the prisoners wore them round their necks, and the guards knew no other names.",
    "Topics: there were none, said the chairman, only grievances.",
    "Subject: a man of forty, in good health, who believes himself to be a lamp.",
    "Keywords are not what they were.",
    "Updated figures come out in March.",
    "Updated: 14 May 2003, the plan spoke of two keepers, and the council never saw it.",
    "Published in 1923, the almanac was out of date in 1924.",
    "Posted to Vienna on 3 May 1921, he never came home.",
    "On 4 June 2014 it closed.",
    "It closed on 4 June 2014.",
    "Dated 12 March 1999.",
    "Monday, 3 May 1999 was a wet day.",
    "Copyright law has nothing to say about a lamp.",
    "All rights reserved to the crown were sold in 1832.",
    "Copyright: a word that nobody in the harbour had needed until the poet came.",
    "This article of the treaty was published in the gazette and forgotten.",
    "This story ran through the town before breakfast.",
    "This report was first published by the admiralty, which regretted it.",
    "Write to us, the keeper's wife had said, and they did, every winter, for thirty years.",
    "Our man wrote from lamp@harbour.example that he was well.",
    "Home was two rooms and a stove.",
    "More on this tomorrow, the chairman said, and tomorrow he was gone.",
    "More stories: that is what the children wanted, and the keeper had plenty of them.",
    "Recommended: two keepers, one lamp, no dog.",
    "Poll after poll had shown the same.",
    "Poll: the word means a head, and heads were counted.",
    "Most read the verdict as a warning.",
    "Listen: that is the bell.",
    "Don't miss the boat, he said.",
    "Two hours ago.",
    "Yesterday.",
    "A year ago it was a garden.",
    "You have read it in three of our articles, and it was wrong in all of them.",
    "Our browser of old maps, Miss Vane, uses cookies to bribe the archivist.",
    "London > Paris > Berlin: that was the order in which the news moved, and the money followed it.",
    "Home > road > harbour, the children's map said.",
    "Not a member of the union, he could not vote.",
    "Already a member of parliament at thirty, she grew bored.",
    "The author is dead, the professor said, and asked who had the bill.",
    "The writer was not at home.",
    "Vol. 3, No. 4 of the almanac is missing from every library that I asked.",
    "THE KEEPER: nobody had seen him since noon.",
    "TODAY: rain, said the board, and it was right.",
    "NATO: the word had not been heard in the hall before.",
    "O. K., said the mate.",
    "1. That is the first point, and the council had no answer to it.",
    "2003. That was the year in which the lamp went out.",
    "- No, said the keeper's boy.",
    "— No, — said the keeper.",
    "* The figures are those of the port authority.",
    "Source: the port authority's own accounts, as printed by order of the council.",
    "Note: the tide tables are for the outer mole.",
    "Correction: the lamp was lit at six, not at seven, as this paper said on Friday.",
    "Q: Who keeps the lamp?",
    "A: My brother, when he is sober.",
    "Image-makers met in Paris, and the mayor was not asked.",
    "Video-link hearings have been held since March.",
    "Photo finish: nobody in the boat knew who had won.",
    "By land, sea and air they came, and the harbour was too small.",
    "“By Land and Sea” was the motto over the door.",
    "A Reuters/Ipsos poll found that nobody cared.",
    "The suit was brought by Getty Images.",
    "He carried an icon (image of the saint).",
    "It was amended twice.",
    "It was signed and released on 3 May 1999.",
    "Ivan Petrov was the only editor in the room.",
    "Ada Example and her brother left the room; it is not known who paid.",
    "Page 5 of 6 is blank.",
    "3 of 20 boats.",
    "Contents of the box were two lamps.",
    "Louise, of Lancroft, was not asked.",
    "Someone said...",
    "Toggle switches were new to him.",
    "Name and address were unknown.",
    "We and our partners at sea use no cookies.",
    "Reading time was over.",
    "He had seen it all before, two years ago.",
    "Media captions lie.",
    "Getty Images declined.",
    "Her home page said otherwise.",
    "Сказал и ушёл...",
    "Siehe auch das Protokoll, sagte er.",
    "Interview by interview, the case grew.",
    "Report by the admiralty, 4 May 1921, page 5: no wreck was seen.",
)
"""Each stands at the article's beginning, in its middle and at its end."""
HEADINGS = (
    "Shares fell",
    "By then the news agencies had gone home",
    "Home, at last",
    "Watch the tide",
    "More in sorrow",
    "Either / or / both",
    "Contents of the box",
    "Name and number",
    "Chris Barrow",
    "Old Mole, Lancroft",
)
"""Without a full stop; above and below the text such a line is more likely a caption or a link."""


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("place", [0, 2, len(PARAGRAPHS)], ids=["first", "middle", "last"])
def test_a_sentence_of_the_article_stays(sentence: str, place: int) -> None:
    blocks = [TITLE, "By Ada Example", "3 May 2011", *PARAGRAPHS]
    blocks.insert(3 + place, sentence)
    result = clean_blocks(*blocks)
    assert result.fate(sentence) is Fate.KEPT, result.rule(sentence)
    assert [line for line in PARAGRAPHS if result.fate(line) is not Fate.KEPT] == []


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_inside_the_text_stays(heading: str) -> None:
    result = clean_blocks(TITLE, "By Ada Example", "3 May 2011", *PARAGRAPHS[:2], heading, *PARAGRAPHS[2:])
    assert result.span(heading).role is Role.HEADING
