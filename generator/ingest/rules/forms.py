"""Rules for forms: their fields, and what a page says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.patterns import by_patterns

# Word by word what forms and players say, which no article does; so it counts wherever it stands.
form_notice = by_patterns(
    Role.NOTICE,
    45,
    r"^\W*(?:please )?(?:enter|type) the (?:characters|letters|words?|code|text|numbers)\b.*"
    r"\b(?:picture|image|below|above|you see|shown)\b",
    r"^\W*as a final step before posting your comment\b",
    r"^\W*the letters and numbers (?:are not|you entered)\b",
    r"^\W*having trouble reading this image\b",
    r"\bto (?:several|multiple|more) (?:friends|people|e-?mail addresses|addresses)\b.*\bseparat\w+\b.*\bcommas?\b",
    r"^\W*(?:sign|log) in to (?:vote|rate|comment|reply|recommend)\b",
    r"^\W*you (?:must|need to|have to) be (?:logged|signed) in to (?:post|comment|reply|leave|vote|rate)\b",
    r"^\W*this (?:story|article|page|video|content) (?:contains|has) (?:a piece of )?media that requires\b",
    r"\byou (?:need|must have) (?:to (?:have|install|enable) )?(?:the latest version of |adobe )?(?:flash|a flash)\b.*"
    r"\b(?:player|view|watch|see|content)\b",
    r"^\W*this is a modal window\b",
    r"^\W*(?:recipient|sender|friend)['’]?s? (?:e-?mail|name)(?: address)?\s*:?\W*$",
    r"^\W*your (?:e-?mail address|e-?mail|name)\s*:\W*$",
    r"^\W*(?:verify|previewing) your comment\W*$",
    r"^\W*this is only a preview\b.*\bcomment\b|^\W*your comment (?:has not|could not|has been saved)\b",
    r"^\W*you can follow this conversation by subscribing\b",
    r"^\W*pin (?:it|this)(?: recipe| post)? for later\W*$",
    r"^\W*was this (?:\w+ )?(?:helpful|useful)\?.{0,30}$|^\W*war (?:diese\w? \w+ )?hilfreich\?.{0,30}$",
    r"\bctrl ?\+ ?enter\b.{0,60}\b(?:red[ai]\w+|edit[oue]\w+|редакт\w+|редакц\w+|error|mistake|typo|labojam\w+|"
    r"ошибк\w+|"
    r"опечатк\w+|помилк\w+|памылк\w+|błąd|błęd\w+|chyb\w+|klaid\w+|fehler|erreur|errore|erro)\b",
    r"^\W*(?:kļūda rakstā|atradāt kļūdu|radote klaidą|pastebėjote klaidą|leidsid vea|našli jste (?:v článku )?chybu|"
    r"našli ste chybu|chyba v článku|(?:знайшли|помітили) помилку|памылка ў тэксце|hibát talált|"
    r"a[iț]i? găsit o greșeală|"
    r"našli ste grešku|bir hata mı (?:var|gördünüz))\b[^?]{0,40}\?",
    r"^\W*(?:iezīmējiet|выделите|виділіть|вылучыце|zaznacz|pažymėkite|označte|märgi) (?:\w+ )?(?:tekst\w*|текст|"
    r"tekstą)\b"
    r".{0,80}(?:kļūd|ошибк|опечатк|помилк|памылк|błąd|klaid|chyb|viga)",
    r"\bctrl ?\+ ?enter\W*$|^\W*(?:vis mere?|visa mer|del (?:artikkel(?:en)?|artiklen)|dela (?:artikeln|artikel))\W*$",
    r"^\W*(?:the )?(?:opinions|views) expressed (?:by|here|in this)\b.*\b(?:are|is) (?:(?:solely |entirely )?"
    r"(?:their|his|her) own|those of|not necessarily)\b",
    r"^\W*welcome to\b.*\bif you(?:['’]re| are) new here\b",
    r"^\W*trackback (?:url|address) for this entry\b",
    r"^\W*you (?:cannot|can|may not|may) (?:post|reply|edit|delete|vote)\b.*\bin this forum\W*$",
    r"^\W*send (?:this|us|to a|page to a)(?: page| story| article)?(?: to)?(?: a)? friends?\W*$",
    r"^\W*(?:there was an error,? )?please (?:provide|enter) a valid e-?mail(?: address)?\W*$",
    r"^\W*thank(?:s| you) for (?:signing up|subscribing)\W*$|^\W*(?:a )?welcome e-?mail is on its way\b",
    r"^\W*the next issue of .{1,60} will soon be in your inbox\W*$|^\W*we encountered an issue signing you up\b",
    r"^\W*interested in more newsletters\?",
    r"^\W*you(?:['’]re| are) receiving this (?:e-?mail|message|newsletter|because)\b",
    r"^\W*(?:sie erhalten|du erhältst|vous recevez|recibes?|ricevi) (?:diese[ns]?|cette?|este|quest[ao]) "
    r"(?:e-?mail|nachricht|newsletter|message|lettre|correo|boletín)\b",
    r"^\W*bitte wählen sie (?:einen|mindestens einen) newsletter aus\W*$",
    r"^\W*ein fehler ist aufgetreten\. bitte (?:überprüfen|versuchen) sie\b",
    r"^\W*mit (?:meiner|ihrer|der) anmeldung (?:zum|für den) newsletter\b",
    # Players, and boxes that open.
    r"^\W*(?:we apologi[sz]e, but )?this video (?:has )?(?:failed to load|is unavailable)\b",
    r"^\W*try refreshing your browser\b|^\W*your browser (?:does not|doesn['’]t|cannot) (?:support|display|play)\b",
    r"^\W*start quote\W*$|^\W*end quote\b(?!\s+(?:is|was|marks?)\b)[^.]{0,80}$",
    r"^\W*media error: |^\W*use up/down arrow keys\b|^\W*(?:video|audio) ?player\b(?: is)?(?: loading)?\W*$",
    r"^\W*(?:\w+ )?player wird geladen\W*$|^\W*(?:audio|video) starten, abbrechen mit escape\W*$",
    r"^\W*(?:(?:[\w-]*box|infobox|bild|text|detailansicht) ?(?:aufklappen|zuklappen|öffnen|schließen)\W*)+$",
    r"^\W*(?:bild in )?detailansicht öffnen\W*$|^\W*neuer abschnitt\W*$",
    # What a link says of itself to those who cannot see it.
    r"[(\[](?:link )?(?:opens?|öffnet|wird|s['’]ouvre|se abre|si apre|abre|åpnes|öppnas|åbner|otwiera|открывается)\b"
    r"[^()]{0,30}\b(?:new|neue[mn]?|nouvel(?:le)?|nueva|nuova|nova|nytt?|nowym|новом)\b[^()]{0,25}[)\]]$",
    hints=(
        "separat",
        "you need",
        "must have",
        "open",
        "öffnet",
        "wird",
        "ouvre",
        "abre",
        "apre",
        "otwiera",
        "открыв",
        "ctrl",
        "player",
        "klappen",
        "öffnen",
        "schließen",
    ),
)

_FIELD = re.compile(
    r"\W*(?:(?:your|first|last|full|user|e-?mail|phone|daytime|contact|enter|repeat|confirm)[ -]?)*"
    r"(?:name|e-?mail(?: address)?|mail|address|town|city|country|state|zip(?: code)?|post ?code|phone|telephone|"
    r"number|website|web ?site|url|subject|title|comments?|message|password|submit|send|reset|cancel|"
    r"vorname|nachname|ort|land|betreff|nachricht|absenden|nom|prénom|ville|pays|sujet|envoyer|nombre|correo|ciudad|"
    r"país|asunto|mensaje|enviar|имя|город|страна|тема|сообщение|отправить)"
    r"(?:\s*(?:&|and|/|,|or|und|et|y|и)\s*(?:town|city|country|state|county|comments?|telephone|e-?mail|number|land))*"
    r"(?:\s*[(*][^()]{0,40}[)*]?)?\W*",
    re.IGNORECASE,
)
_FEWEST_FIELDS = 3
_MAIL = re.compile(r"e-?mail|correo|courriel", re.IGNORECASE)


def form_fields(reading: Reading) -> Iterator[Finding]:
    """Three and more names of fields in a row, one for an e-mail address among them."""
    for is_field, group in groupby(reading.blocks, key=_is_field):
        fields = list(group) if is_field else []
        if len(fields) >= _FEWEST_FIELDS and any(_MAIL.search(block.text) for block in fields):
            for block in fields:
                if block.index not in reading.found:
                    yield set_aside(block, Role.NOTICE)


def _is_field(block: Block) -> bool:
    return block.words <= 6 and len(block.text) <= 60 and _FIELD.fullmatch(block.text) is not None
