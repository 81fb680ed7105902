"""The rule for what a page forbids its readers to do with its words and pictures, in whole sentences."""

from __future__ import annotations

from generator.articles.ledger import Role
from generator.ingest.rules.patterns import any_of, by_patterns

_WORKS = r"(?:images?|photos?|photographs?|pictures?|recipes?|content|text|materials?|posts?|articles?|words|patterns?)"
_LIST = rf"{_WORKS}(?:(?:,| and| or| &|, and)+ {_WORKS}){{0,3}}"
_ASKED = r"(?:do not|don['’]t|may not|must not|cannot|can['’]t|not be|without|permission|prohibited|forbidden)"
_forbidden = by_patterns(
    Role.NOTICE,
    90,
    # What blogs of recipes and patterns write below these.
    rf"^\W*(?:hello\W+|hi\W+|note\W+)?(?:all |the |my |our ){{0,2}}{_LIST}(?: (?:on|in|here|posted)\b.{{0,30}})? "
    rf"(?:are|is) (?:\w+ )?(?:copyright\w*|copy-?righted|protected|property of|©)\b.*\b{_ASKED}\b",
    rf"^\W*please (?:do not|don['’]t) (?:use|copy|repost|republish|reproduce|steal|take|screen ?shot)\b.{{0,20}}"
    rf"\b(?:my|our|these|any|this) {_LIST}\b.*\b(?:permission|link|credit|consent)\b",
    rf"^\W*if you (?:want|would like|wish) to (?:re-?publish|share|re-?post|use) (?:this|my|our|these) {_LIST}\b.*"
    r"\b(?:link(?:ing)? back|re-?write|permission|your own words|credit)\b",
    r"^\W*(?:no part of this (?:site|blog|website|page|publication|article|material)|"
    r"(?:unauthori[sz]ed|any) (?:use|reproduction|duplication|copying)|reproduction (?:in whole|without|of)|"
    r"republication or (?:re-?use|distribution))\b.{0,140}\b(?:permission|prohibited|consent|forbidden)\b",
    hints=("copyright", "copy-right", "protected", "property of", "©"),
)
# In other languages they stand in a page's foot.
_prohibited = by_patterns(
    Role.NOTICE,
    60,
    r"^\W*(?:queda |está )?(?:\w+mente )?prohibid[ao]s? (?:\w+mente )?(?:la |el |su )?(?:reproducción|copia|uso|"
    r"difusión|"
    r"distribución|publicación|utilización)\b.*\b(?:total|parcial|autorización|consentimiento|permiso|contenidos?)\b",
    r"^\W*(?:é |está )?(?:\w+mente )?proibid[ao] (?:\w+mente )?(?:a |o )?(?:reprodução|cópia|uso|republicação)\b.*"
    r"\b(?:total|parcial|autorização|consentimento|permissão|conteúdos?)\b",
    r"^\W*(?:©\W*)?(?:è )?(?:vietata la )?riproduzione (?:\w+ )?(?:riservata|vietata)\b|"
    r"^\W*(?:è )?vietata la riproduzione\b.*\b(?:parziale|autorizzazione|consenso|contenuti)\b",
    r"^\W*(?:toute )?reproduction(?:,| ou représentation| et représentation)? (?:totale|partielle|même partielle|"
    r"intégrale"
    r"|interdite|strictement interdite)\b.*(?:\binterdite?s?\b|\bautorisation\b|\baccord\b)",
    r"^\W*(?:jede |die )?(?:nachdruck|vervielfältigung|weiterverbreitung|wiedergabe|(?:weiter)?verwendung|verwertung)\b"
    r".{0,100}\b(?:verboten|untersagt|nicht gestattet|nur mit|(?:ausdrücklich|schriftlich|vorherig)\w*) ?"
    r"(?:(?:schriftlich\w* )?(?:genehmigung|zustimmung|einwilligung|erlaubnis)\b.*)?\W*$",
    r"^\W*(?:niets uit deze (?:uitgave|website|publicatie)|(?:gehele of gedeeltelijke )?overname (?:van|is|zonder)|"
    r"(?:kopiëren|verveelvoudigen) (?:van|is))\b.{0,120}\b(?:toestemming|verboden|verveelvoudigd)\b",
    r"^\W*(?:kopiowanie|przedruk|powielanie|rozpowszechnianie|wykorzystywanie)\b.{0,120}\b(?:zabronion\w+|zakazan\w+|"
    r"bez (?:\w+ )?(?:zgody|zezwolenia))\b",
    r"^\W*(?:полн\w+ или частичн\w+ )?(?:перепечатка|копирование|воспроизведение|цитирование|"
    r"использование материалов)\b"
    r".{0,120}\b(?:запрещен\w*|запрещён\w*|не допускается|разрешен\w* только|только с|без (?:\w+ )?"
    r"(?:согласия|разрешения))\b",
    r"^\W*(?:передрук|копіювання|відтворення|використання матеріалів)\b.{0,120}\b(?:заборонен\w*|лише з|тільки з|"
    r"без (?:\w+ )?(?:згоди|дозволу))\b",
    r"^\W*(?:eftertryck|kopiering|återgivning|mångfaldigande|kopiering|gengivelse|ettertrykk)\b.{0,80}"
    r"\b(?:förbjud\w+|forbud\w+|tillåt\w+|tillstånd|tilladelse|tillatelse|samtycke)\b",
    r"^\W*(?:publikování|šíření|přetiskování|publikovanie)\b.{0,120}\b(?:zakázáno|bez (?:\w+ )?(?:souhlasu|súhlasu))\b",
    r"\bizinsiz (?:\w+ )?(?:kopyalan|kullanıl|yayınlan|yayımlan|alıntılan)\w+\W*$",
    # `Member of:` stands there above the signs of associations.
    r"^\W*(?:miembro|membro|mitglied|member|membre|lid|medlem|członek|член) (?:de[lr]?|of|du|van|av|i|im|in)\s*:\W*$",
    hints=("izinsiz", "prohibid", "proibid"),
    at_the_edge=True,
)
protected = any_of(_forbidden, _prohibited)
