"""The rule for what tells readers that the text goes on below a picture or an advertisement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.ledger import Fate, Role
from generator.ingest.findings import Finding, Part, Reading, set_aside
from generator.ingest.hints import hint

_GOES_ON = "|".join(
    (
        r"(?:lees verder|(?:de )?(?:tekst|artikel)(?:tekst)? (?:gaat|loopt) (?:verder|door)|het artikel (?:gaat verder|"
        r"loopt door)) onder (?:de|het|deze|dit) \w+",
        r"(?:der |dieser )?(?:text|artikel|beitrag) (?:geht|wird) (?:unter(?:halb)?|nach) (?:dem|der|den|des|dieser|"
        r"diesem) "
        r"\w+ (?:weiter|fortgesetzt)",
        r"weiter(?:lesen| geht['’]?s| geht es)? (?:unter(?:halb)?|nach) (?:dem|der|des) (?:bild|foto|video|grafik|"
        r"anzeige|"
        r"werbung|karte|tweet|galerie)\w*",
        r"(?:the )?(?:story|article|text|post|report) continues (?:below|after|beneath|under) (?:the |this )?"
        r"(?:photo|picture|image|video|gallery|slide ?show|tweet|post|map|graphic|chart|podcast|advert\w*|ad)s?",
        r"(?:texten|artikeln) fortsätter (?:under|efter|nedanför) \w+",
        r"(?:artiklen|teksten|historien) fortsætter (?:under|efter) \w+",
        r"(?:saken|artikkelen|teksten) fortsetter (?:under|etter) \w+",
        r"juttu jatkuu (?:kuvan|videon|mainoksen|kartan|grafiikan) (?:jälkeen|alla|alapuolella)",
        r"(?:la suite|suite de l['’]article|l['’]article (?:continue|se poursuit)|la suite de l['’]article)"
        r"(?: est)? (?:après|sous|en dessous de) (?:la|le|cette|ce|l['’]) ?(?:photo|vidéo|image|infographie|"
        r"publicité|carte)",
        r"(?:el (?:texto|artículo)|la (?:noticia|nota|información)) (?:continúa|sigue) (?:debajo de|después de|tras|"
        r"bajo) "
        r"(?:la|el|esta|este) (?:foto\w*|imagen|vídeo|video|gráfico|publicidad|mapa)",
        r"(?:l['’]articolo|il testo|la notizia) (?:continua|prosegue) (?:dopo|sotto) (?:la |il |l['’])"
        r"(?:foto|video|immagine|galleria|pubblicità|grafico|mappa)",
        r"(?:o (?:texto|artigo)|a (?:matéria|notícia|reportagem)) continua (?:depois|após|abaixo|debaixo) "
        r"(?:d[ao] |a |o )(?:foto|imagem|vídeo|publicidade|propaganda|anúncio|gráfico|mapa)",
        r"(?:(?:dalsza|dalszy) (?:część|ciąg) (?:artykułu|tekstu)|(?:dalej|artykuł|tekst|ciąg dalszy)) "
        r"(?:znajduje się |znajdziesz )?pod (?:zdjęci\w+|film\w+|wideo|materiał\w+(?: wideo)?|reklam\w+|galeri\w+)",
        r"(?:текст|статья|материал|новость) продолжается (?:под|после|ниже)(?: под)? \w+|"
        r"продолжение (?:текста |статьи |материала )?(?:под|после) (?:фото\w*|видео|реклам\w+|картинк\w+)",
        r"článek pokračuje (?:pod|za) \w+|a cikk a (?:kép|videó|hirdetés) (?:után|alatt) folytatódik",
    )
)
_LINE = re.compile(rf"\W*(?:{_GOES_ON})(?: \w+)?\W*")
_AT_THE_END = re.compile(rf"(?<=[.!?…\"”»’])\s*(?:[(\[*–—-]+\s*)(?:{_GOES_ON})(?: \w+)?\W*$")
_HINT = hint(
    "tekst artikel lees text weiter beitrag continue fortsätter fortsætter fortsetter jatkuu suite poursuit continúa "
    "sigue "
    "continua prosegue część ciąg artykuł dalej продолж pokračuje folytatódik".split()
)
_CLOSING = ")]*"
"""What ends the words behind a paragraph."""
_LONGEST_LINE, _LONGEST_END = 14, 120
"""Words; characters."""


def continued_below(reading: Reading) -> Iterator[Finding]:
    """Such a line, and such words between brackets behind a paragraph's last sentence."""
    for block in reading.open():
        if not block.hints & _HINT:
            continue
        if block.words <= _LONGEST_LINE and _LINE.fullmatch(block.small):
            yield set_aside(block, Role.NAVIGATION)
            continue
        text = block.full_text
        if text[-1] not in _CLOSING:
            continue
        small = text.casefold()
        end = _AT_THE_END.search(small, max(len(text) - _LONGEST_END, 0)) if len(small) == len(text) else None
        if end and end.start():
            part = Part(end.start(), len(text), Role.NAVIGATION, Fate.SET_ASIDE)
            yield Finding(block.index, Role.BODY, Fate.KEPT, {}, (part,))
