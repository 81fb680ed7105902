"""Tells that a line describes a picture: who stands where in it, or that it comes from the files."""

from __future__ import annotations

import re

from generator.ingest.blocks import Block
from generator.ingest.hints import hint

# Who stands where in a picture: no sentence of an article says so in brackets.
_PLACED = re.compile(
    # Letters alone are marks of rights too, but not between a name and a verb.
    r"\((?:(?<=[^\W\dA-Z_] \()(?:[CLR]|(?:top |bottom |far |second from |front |back )*(?:left|right)|cent(?:er|re)|"
    r"top|bottom)\)"
    r"(?=,? [a-z]|, |\. )|"
    # Words alone may be a party's, but for letters with full stops; a name or a thing stands before.
    r"(?<=[^\W\dA-Z_] \()(?i:[lr]\.|v\. ?l(?:i|inks)?\.?(?: ?n\. ?r(?:e|echts)?\.?)?|\d\. ?v\. ?[lr]\.|"
    r"(?:ganz |oben |unten |hinten |vorne |zweite[rs]? von |von )?(?:links|rechts)|mitte|midden|"
    r"(?:à|a) (?:l['’]extrême[- ]|la )?(?:gauche|droite|izquierda|derecha|esquerda|direita|sinistra|destra)|"
    r"(?:au|al|ao) centr[eo]|izq\.|izda\.|dcha\.|(?:à )?(?:esq|dir)\.|t\. ?[vh]\.|til (?:venstre|høyre|højre)|"
    r"till (?:vänster|höger)|(?:po|od|z) (?:lewej|prawej)|solda|sağda|(?:на фото )?(?:слева|справа)|в центре)\)"
    r"(?=[,:]? \w|[.,:]?\W*$|\. )|"
    r"(?i:(?:archiv|symbol)(?:bild|foto)|(?:file|archive) (?:photo|image|picture)|(?:foto|imagen) de archivo|"
    r"photo d['’](?:archives|illustration)|foto d['’]archivio|arkiv(?:bilde?|foto)|архивное фото|фото из архива)\))"
)
_FILE_PHOTO = re.compile(
    r"\bin (?:this|an?)(?: [\w.,]+){0,4} (?:file |archive |handout )(?:photo|picture|image)\b", re.I
)
_HINT = hint((")", "photo", "picture"))
"""Without one of these the others are not looked for."""
_OF_A_LIST = re.compile(r"\([AaBb]\)")
"""What counts `(A) … (B) … (C)`, as a law does, does not mean the centre of a picture."""
_MOST_WORDS = 70


def describes_picture(block: Block) -> bool:
    """Whether a line tells who stands where in a picture, or when that was made."""
    if block.words > _MOST_WORDS or not block.hints & _HINT or block.listed:
        return False
    if _OF_A_LIST.search(block.text):
        return False
    return _PLACED.search(block.text) is not None or _FILE_PHOTO.search(block.text) is not None
