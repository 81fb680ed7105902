"""Tells from a line's end that it is a picture's caption: who made the picture stands there, in many languages."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.ingest.blocks import STRONG_PROSE_WORDS, Block
from generator.ingest.hints import hint
from generator.ingest.line_breaks import ends_sentence
from generator.ingest.rules.patterns import has_any
from generator.ingest.typography import normalise

_TAIL = 110
"""Characters at a line's end in which the credit must stand."""
_MOST_WORDS = 10
"""Words of a credit."""
_AGENCY = (
    r"(?i:getty(?: images)?|istock(?:photo)?|reuters|agence france-presse|afp|associated press|ap(?:[ -]photo)?|epa|"
    r"efe|shutterstock|alamy|thinkstock|unsplash|pexels|pixabay|adobe ?stock|123rf|imago(?:[ -]?images)?|dpa|ddp|apa|"
    r"keystone|picture[ -]?alliance|tass|ansa|belga|anp|ntb|scanpix|tt|ritzau|lehtikuva|pap|čtk|mti|europa press|"
    r"xinhua|kyodo|jiji|yonhap|pti|aap|pa(?: wire| images)?|canadian press|bloomberg|zuma|sipa|nurphoto|anadolu|"
    r"wikimedia(?: commons)?|flickr|dreamstime|depositphotos|rex features|press association)"
)
_PICTURE = (
    r"(?:photos?|photograph(?:s|er|y)?|picture|pic|image|illustration|graphic|screen ?shot|file photo|photo credit|"
    r"fotos?|bild(?:er)?|grafik|symbol(?:bild|foto)|archiv(?:bild|foto)|crédits?(?: photos?)?|imagen|fotografía|"
    r"fotografia|imagem|foto/?video|bilde|billede|kuva|fotó|zdjęcie|zdj\.|fot\.|nuotr\.|fotogr[aā]f\w*|fotoğraf|"
    r"bild(?:rechte|quelle|nachweis)|foto(?:quelle|credit)s?|video|фото|фотография|снимка|φωτο(?:γραφία)?|φωτ\.)"
)
# What stands before the name of who made a picture.
_LABEL = re.compile(
    # `… Foto: `, `… Image Credits: `; the label may have been glued to the word before it.
    rf"(?:(?:(?P<inside>(?<=\w) (?=\w)|, )|^|\W|(?<=[a-zäöüß\d])(?=[A-ZÀ-Þ]))(?i:{_PICTURE})|"
    r"(?:^|[.!?\"”»)|–—-] ?|\()(?:Image |Photo |Picture )?Credits?)(?:\(s\))? ?(?:[:：]|\.{3}|…) ?(?i:screenshot\W)?|"
    # `… Credit Ada Example/The Lamp`, also glued and twice
    r"(?<=[.!?”\"’]) ?(?:Credit ?)+(?=[A-Z][^/]{2,30}/)|"
    # `… — Picture by `
    r"(?:^|[.!?\"”»)–—-] ?)(?i:picture|pic|image|photos?) (?i:by|courtesy(?: of)?) |"
    # `… (Courtesy of `
    r"\((?i:photos? )?(?i:courtesy(?: of)?|supplied(?: by)?|handout(?: by)?)[: ] ?(?=[A-Z])|"
    # `… (Quelle: `
    r"\((?i:quelle|source|fuente|fonte|källa|kilde|bron|източник|источник) ?: ?"
)
# With a year it is a notice about rights, and behind a word a mark of them.
_HOLDER = re.compile(r"(?:^|[\s.!?\"”»)])© ?(?![\s\d])(?P<holder>[^!?;:©]{2,80})$")
_WITHOUT_LABEL = re.compile(
    # `… / A. Example nuotr.`, `… AP Photo/Ada Example, File`
    r"\bnuotr\.\W*$|\bAP[ -]Photo(?: ?/ ?[^/.!?]{2,40})?(?:, File)?\)?\W{0,3}$|"
    # `… EFE/ A. Example`, `… The lamp. Ada Example / Keystone`
    rf"[.!?)\"”»] ?(?:{_AGENCY} ?/ ?(?P<after>[^!?;:]{{2,60}})|"
    rf"(?P<before>[^\W\d][^/!?;:]{{2,40}})/ ?(?i:pool )?(?i:via )?{_AGENCY})\W{{0,3}}$|"
    # `… the lamp EFE/ A. Example`, `Screenshots The Lamp/The Quay`
    r" (?:EFE|AFP|EPA|DPA|ANSA|LUSA|TASS|PAP|AAP|APA|REUTERS) ?/ ?(?P<behind>[^/!?;:]{2,40})$|"
    r"(?:^|[.!?)\"”»] ?)(?i:screenshots?) (?P<shown>[^.!?;:]{2,40})$|"
    r"(?:^|\W)(?i:capture d['’]écran) (?:(?i:de |du |d['’]|sur ))?(?P<page>[^.!?;:]{2,30})$|"
    # `… (Ada Example/The Lamp)`, `… Ada Example/Copyright 2031 The Lamp. All rights reserved.`
    r"\((?P<person>[^\W\d][^\s()/]*(?: [^\W\d][^\s()/]*){1,3}) ?/ ?(?P<paper>[^\W\d][^()/]{1,30})\)$|"
    r"/ ?Copyright (?:19|20)\d\d [^.]{2,40}(?:\. All rights reserved)?\W{0,2}$|"
    # Where letters have no case: brackets, or a mark of equation.
    r"[\[(【（](?:사진|그래픽|写真|図|图|圖) ?(?:출처|제공|提供|来源|來源)? ?[=:：＝][^\])】）]{1,40}[\])】）]\W{0,3}$|"
    r"(?:/|▲) ?사진 ?=[^.]{1,30}$|(?:图片|圖片|图|圖)(?:来源|來源|源)? ?[:：／/] ?\S{1,30}$|"
    r"(?:写真|撮影|画像)(?:提供)? ?[=:：＝] ?\S{1,20}$|[（(][^\s（）()]{2,12}撮影[）)]$"
)
# The same with nothing before it.
_ALONE = re.compile(
    rf"(?:{_AGENCY} ?/ ?(?P<after>[^!?;:]{{2,60}})|"
    rf"(?P<before>[^\W\d][^/!?;:]{{2,40}})/ ?(?i:pool )?(?i:via )?{_AGENCY})\W{{0,3}}"
)
_BUTTON = re.compile(r"(?:vis mere?|visa mer|bild vergrößern|bild in detailansicht öffnen)\W*$", re.IGNORECASE)
# One of these stands in every credit of its kind, and in few other lines: it takes long to find nothing.
_HINTS_OF_A_LABEL = (":", "…", "...", " by ", " BY ", "ourtesy", "upplied", "andout", "Credit", "：")
_WORDS_OF_A_LABEL = (
    "phot foto fotó fot. bild billede imag pic illustration graphic grafik screen symbol archiv crédit kuva zdj nuotr "
    "video фото снимка φωτ credit courtesy supplied handout quelle source fuente fonte källa kilde bron источник"
).split()
_HINTS_WITHOUT_LABEL = "/ Photo nuotr creenshot apture 사진 그래픽 写真 図 图 圖 撮影 画像".split()
CREDIT_HINT = hint([*_WORDS_OF_A_LABEL, *_HINTS_WITHOUT_LABEL, "©"])
"""One of these is in every block that ends in a credit."""
_OF_AGENCIES = re.compile(rf"[/|]|\bvia\b|^{_AGENCY}\W*$")
"""In the midst of a sentence `the photo: Ada` may be the sentence's own; with an agency it is none."""
_AGENCIES = re.compile(rf"{_AGENCY}\W*$")
_AGENCY_WORDS = re.compile(rf"(?<![^\W_]){_AGENCY}(?![^\W_])")
_SMALL = frozenset("via for by and und et y e och og i of für pour para de von van der la the".split())
_LONG_WORD = 4
"""Letters from which on a word with a full stop is no initial."""


def credit_below(block: Block) -> int | None:
    """Where a credit begins that is the last line of its own below the lines of a broken paragraph; else None."""
    last = normalise(block.raw.rpartition("\n")[2])
    if not block.text.endswith(last):
        # What stands beside it shares its lines.
        return None
    above = block.text.removesuffix(last).rstrip()
    is_paragraph = len(above.split()) >= STRONG_PROSE_WORDS and ends_sentence(above)
    return len(block.full_text) - len(last) if is_paragraph and ends_in_credit(last) else None


def ends_in_credit(text: str) -> bool:
    """Whether a line ends in who made a picture."""
    tail = text[-_TAIL:]
    may_be_labelled = has_any(tail, _HINTS_OF_A_LABEL) and has_any(tail.casefold(), _WORDS_OF_A_LABEL)
    may_be_bare = has_any(tail, _HINTS_WITHOUT_LABEL)
    if not (may_be_labelled or may_be_bare or "©" in tail):
        return False
    tail = " ".join(_BUTTON.sub("", tail).split())
    holder = _HOLDER.search(tail) if "©" in tail else None
    if holder:
        return _is_whole(holder["holder"].split())
    bare = (_WITHOUT_LABEL.search(tail), _ALONE.fullmatch(tail)) if may_be_bare else ()
    if any(found and all(_is_maker(part) for part in found.groups() if part) for found in bare):
        return True
    for label in _LABEL.finditer(tail) if may_be_labelled else ():
        maker = tail[label.end() :]
        # In a sentence `…, photo: ` begins small.
        inside = label["inside"] and not (label["inside"] == ", " and label[0][2].isupper())
        if _is_maker(maker) and (not inside or _OF_AGENCIES.search(maker)):
            return True
    return False


_SIGNED = re.compile(r"[.!][\"”»’)]? ?(?P<maker>[^.!?\"”»,;:]{3,50})$")


def signature(text: str) -> str:
    """The names, two words at least or an agency in brackets, that stand behind a line's last sentence; else empty.

    One line may end so by chance; where the same names end several, they made pictures.
    """
    found = _SIGNED.search(text[-_TAIL:])
    if found is None:
        return ""
    names = found["maker"].strip()
    bracket = names[0] == "(" and _AGENCIES.match(names[1:]) is not None
    return names if _is_maker(names.strip("()")) and (bracket or 2 <= len(names.split()) <= _LONGEST_SIGNATURE) else ""


_LONGEST_SIGNATURE = 6
"""Words."""


def in_brackets(text: str) -> bool:
    """Whether names in brackets stand behind a line's last sentence: `The lamp at dusk. (Ada Example)`.

    They may say whose words these are, or where; where several lines end so, they made pictures.
    """
    found = _BRACKETS.search(text[-_TAIL:]) if text.endswith(")") else None
    return found is not None and _is_maker(found["maker"]) and len(found["maker"].split()) <= _LONGEST_SIGNATURE


_BRACKETS = re.compile(r"[.!?][\"”»’]? ?\((?P<maker>[^()\d!?;:]{3,40})\)$")


def _is_maker(text: str) -> bool:
    """Whether a text is names alone: agencies, and words that begin with a capital or stand after a stroke."""
    text = re.sub(r"[\u200b\u2060]", "", text).replace("|", "/").replace("/ ", "/").replace(" /", "/")
    text = _AGENCY_WORDS.sub("Agency", text)
    words = text.strip(" .)]/").split()
    if not _is_whole(words) or any(sign in text for sign in "!?;:"):
        return False
    return bool(words) and all(map(_is_name, words)) and words[0] not in _SMALL


def _is_name(word: str) -> bool:
    first = next((sign for sign in word if sign.isalnum()), "-")
    named = first.isupper() or "/" in word or word[0] in "@(&+•·"
    return named or word.casefold() in _SMALL


def _is_whole(words: list[str]) -> bool:
    """Whether words are few and no sentence ends among them."""
    ends = any(word.endswith(".") and len(word) > _LONG_WORD for word, _ in pairwise(words))
    return len(words) <= _MOST_WORDS and not ends
