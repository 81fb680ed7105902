"""The rule for what a fact-check says above or below its text: the claim, who made it, and the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, kept

# All that follows is compared with small letters, in which `ß` is `ss`.
_VERDICT = (
    r"(?:(?:our |the |final )?(?:verdict|rating|ruling)|(?:das |unser )?(?:urteil|fazit|ergebnis)|bewertung|einstufung|"
    r"(?:notre |le )?(?:verdict|évaluation)|(?:nuestro )?veredicto|calificación|veredito|classificação|verdetto|"
    r"giudizio|(?:ons )?oordeel|beoordeling|werdykt|ocena|вердикт|оценка|вывод|dom|vurdering|bedömning|omdöme|karar|"
    r"sonuç|verdikt|hodnocení|hüküm|判定|結論)"
)
# What no critic says of a play, nor a shop of its wares.
_JUDGED = re.compile(
    r"\W*(?:(?:mostly|largely|partly|partially|half|completely|entirely|totally|overwiegend|grösstenteils|teilweise|"
    r"weitgehend|plutôt|partiellement|en partie|totalement|mayormente|parcialmente|in parte|parzialmente|grotendeels|"
    r"deels|gedeeltelijk|częściowo|в основном|частично|полностью|delvis|stort sett)[ -]+)?"
    r"(?:false|true|falsehood|misleading|unproven|unsupported|unfounded|mixture|mixed|missing context|lacks context|"
    r"needs context|out of context|fake|hoax|satire|altered|miscaptioned|correct|incorrect|inaccurate|pants on fire|"
    r"scam|debunked|falsch|richtig|irreführend|unbelegt|unbegründet|fehlender kontext|manipuliert|erfunden|stimmt|wahr|"
    r"unwahr|faux|fausse|vrai|vraie|trompeu[rs]e?|infondée?|hors contexte|détournée?|fals[oa]|verdader[oa]|engañoso|"
    r"engañosa|sin pruebas|verdadeir[oa]|enganos[oa]|ver[oa]|fuorviante|infondat[oa]|onwaar|waar|misleidend|onjuist|"
    r"fałsz|fałszywe|prawda|manipulacja|ложь|фейк|неправда|правда|недостоверно|манипуляция|заблуждение|не ?верно|"
    r"usant|sant|feil|galt|falskt?|villedende|missvisande|sandt|nepravda|pravda|zavádějící|yanlış|doğru|誤り|虚偽)"
    r"\b.{0,60}"
)
_CLAIM = (
    r"(?:(?:the |what was )?claim(?:ed)?(?: (?:by|made by|date|source|reviewed))?|source of (?:the )?claim|claimant|"
    r"(?:the )?facts?|(?:die )?behauptung|aufgestellt von|verbreitet von|(?:l['’])?affirmation|"
    r"(?:la )?afirmación|bulo|(?:l['’])?affermazione|bewering|twierdzenie|утверждение|påstand(?:en)?|påstående(?:t)?|"
    r"iddia|tvrzení|主張)"
)
_SOURCE = r"(?:(?:the )?sources?|quellen?|fuentes?|fonti|fonte|bron(?:nen)?|źródło|źródła|источник|kilder?|källa)"
_LABELLED = re.compile(
    rf"\W*(?:(?P<verdict>{_VERDICT})|(?P<claim>{_CLAIM})|{_SOURCE})\s*(?:[:：]\s*(?P<said>\S.*)|:?\W*)"
)
_LONGEST_LABEL, _LONGEST_CLAIM, _LONGEST_VERDICT = 4, 60, 15
"""Words."""
_COLON_WITHIN = 40
"""Characters of a label with its colon."""
_NEAR = 6
"""Blocks from a verdict within which the claim and its source stand."""


def fact_check(reading: Reading) -> Iterator[Finding]:
    """`Verdict: False`, and near it what is claimed and by whom; the label may stand above its line.

    A rating that judges no truth, as of a film, is none, nor is a claim without any verdict.
    """
    labels = [(block, found) for block in reading.open() if (found := _label(block))]
    told = [(block, found, said) for block, found in labels if (said := _said(reading, block, found))]
    verdicts = {block.index for block, found, said in told if found["verdict"] and _judges(found, said)}
    near = {index for at in verdicts for index in range(at - _NEAR, at + _NEAR + 1)}
    for block, found, said in told if verdicts else ():
        if block.index not in verdicts and (found["verdict"] or block.index not in near):
            continue
        yield kept(block, Role.BODY)
        if said is not block and not said.is_strong_prose:
            yield kept(said, Role.BODY)


def _label(block: Block) -> re.Match[str] | None:
    """What a line has as label, and what it says behind that, if anything."""
    if block.words > _LONGEST_CLAIM or block.listed:
        return None
    small = block.small
    # Most lines are neither so short nor have a colon, and it takes long to find nothing.
    if block.words > _LONGEST_LABEL and ":" not in small[:_COLON_WITHIN] and "：" not in small[:_COLON_WITHIN]:
        return None
    found = _LABELLED.fullmatch(small)
    return found if found and (found["said"] or block.words <= _LONGEST_LABEL) else None


def _said(reading: Reading, label: Block, found: re.Match[str]) -> Block | None:
    """The line that says what the label announces: its own, or the one below."""
    if found["said"]:
        return label
    below = reading.blocks[label.index + 1 : label.index + 2]
    return below[0] if below and below[0].words <= _LONGEST_CLAIM and _label(below[0]) is None else None


def _judges(found: re.Match[str], said: Block) -> bool:
    return said.words <= _LONGEST_VERDICT and _JUDGED.match(found["said"] or said.small) is not None
