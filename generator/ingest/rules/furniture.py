"""Rules for what belongs to the page and not to the article: buttons, advertisements, notices, promotions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, kept, set_aside

_NO_WORD = re.compile(r"[\W_]+")
_BREAK = re.compile(r"(?:[*⁂•·#~—–_-]\s*){3,}")
_SMILEYS = re.compile(r"(?:\s*:[a-z_?!]{1,20}:)+")


def section_break(reading: Reading) -> Iterator[Finding]:
    start, end = reading.body_start, reading.body_end
    for block in reading.open(start, end):
        if _BREAK.fullmatch(block.text) or (block.bullet and _BREAK.fullmatch(block.raw.strip())):
            yield kept(block, Role.BODY)


def no_words(reading: Reading) -> Iterator[Finding]:
    for block in reading.open():
        if _NO_WORD.fullmatch(block.text) or not block.text or _SMILEYS.fullmatch(block.text):
            yield set_aside(block, Role.RESIDUE)


# Every word of a button or menu entry is one of these; a sentence always has others.
_BUTTON_WORDS = frozenset(
    "share shares sharing tweet tweets retweet like likes follow us on via by email e-mail mail print printer "
    "save later read listen facebook twitter x linkedin whatsapp telegram reddit pinterest flipboard instagram "
    "youtube rss pocket google plus tumblr digg delicious stumbleupon messenger viber vk copy link url this "
    "article story page post comment comments view all show hide more less menu search close open home top back "
    "to next previous prev skip content main subscribe subscribers subscriber subscription sign up in out log "
    "login logout register account my profile premium exclusive free newsletter newsletters bookmark report gift "
    "text size font increase decrease a the to and or friend version download pdf app get toggle navigation "
    "topics latest trending popular most live watch video photos photo gallery slideshow click here for our your "
    "follow@ favorite permalink reply "
    # German, French, Spanish, Russian
    "teilen drucken versenden merken kommentieren kommentare kommentar artikel per weiterleiten anmelden "
    "abonnieren abo suche startseite menü schließen newsletter partager imprimer envoyer commentaires commenter "
    "s'abonner connexion accueil compartir imprimir enviar comentarios suscríbete поделиться печать распечатать "
    "отправить комментарии комментировать подписаться войти меню поиск вконтакте одноклассники".split()
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’@-][^\W_]*)*")
_BUTTON_MAX_WORDS = 7
# Words that make a button by themselves; the others only help (`to`, `the`, `this` are in every text).
_BUTTON_CORE = _BUTTON_WORDS - frozenset(
    "us on via by later like this article story page post all more less top back to next main in out my a the and or "
    "text version get latest live for our your free open close x plus up here content click size exclusive".split()
)


def button(reading: Reading) -> Iterator[Finding]:
    for block in reading.open():
        words = [word.replace("’", "'") for word in _TOKEN.findall(block.text.casefold())]
        if not 0 < len(words) <= _BUTTON_MAX_WORDS or block.text.endswith("."):
            continue
        if all(word in _BUTTON_WORDS for word in words) and any(word in _BUTTON_CORE for word in words):
            yield set_aside(block, Role.SHARING)


def _by_pattern(
    pattern: str, role: Role, most_words: int, *, to_the_reader: bool = False
) -> Callable[[Reading], Iterator[Finding]]:
    """A rule for blocks of at most `most_words` in which `pattern` is found.

    With `to_the_reader` they must also speak to somebody (`you`, `our`, an order): a report about subscribers or
    cookies does not.
    """
    compiled = re.compile(pattern, re.IGNORECASE)

    def apply(reading: Reading) -> Iterator[Finding]:
        for block in reading.open():
            if block.words > most_words or not compiled.search(block.text):
                continue
            if not to_the_reader or (_SPEAKS.search(block.text) and block.text[0] not in "\"'“‘„«"):
                yield set_aside(block, role)

    return apply


_SPEAKS = re.compile(
    r"\b(?:you|your|our|we|us|sie|ihr\w*|wir|uns\w*|vous|votre|vos|nous|notre|nos|usted|su|вы|вас|вам|ваш\w*|мы|наш\w*)\b|"
    r"^\W*(?:sign|subscribe|register|log|get|enter|join|already|accept|enable|click|abonn\w+|anmeld\w+|подпис\w+)\b",
    re.IGNORECASE,
)


advertisement = _by_pattern(
    r"^\W*(?:advertisements?|advertising|sponsored(?: content| by .*)?|paid (?:post|content)|promoted(?: content)?|"
    r"(?:ad|anzeige|werbung|annonce|publicité|publicidad|pubblicità|reklama|реклама)(?: \d)?)\W*$|"
    r"\b(?:story|article|text|post) continues (?:below|after)\b|\bcontinue reading (?:below|the main story)\b|"
    r"\b(?:scroll down|skip) (?:to|past|this) (?:\w+ )?(?:ad|advertisement)|\bafter (?:this|the) ad(?:vertisement)?\b|"
    r"\bremove(?: all)? ads\b|\badvertis\w+ feature\b|\bвыберите новости\b|\bweiter\w* nach der (?:werbung|anzeige)\b",
    Role.ADVERTISEMENT,
    12,
)

promotion = _by_pattern(
    r"^\W*(?:(?:(?:also|related|similar|must|further)[ -]?)?(?:read(?:ing|s)?|stor(?:y|ies)|articles?|coverage|posts?|"
    r"links?|topics?|content)|related|(?:read|see) also|read (?:more|next|the full (?:story|article))|"
    r"more (?:stories|news|(?:on|about|from|in) (?:this|the)? ?\w+(?: \w+)?)|"
    r"(?:most|recent|trending) (?:read|popular|viewed|posts|stories|news)|recommended(?: for you)?|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)(?: \w+){0,3}|don['’]t miss|up next|in case you missed it|"
    r"in pictures|sponsored|poll|quiz|lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|umfrage|"
    r"das könnte (?:sie|dich) auch interessieren|à lire aussi|lire aussi|voir aussi|sur le même sujet|lea también|"
    r"lee también|te puede interesar|leggi anche|читайте также|по теме|смотрите также|опрос|czytaj też|zobacz też)"
    r"\s*(?:[:|–—].*|$)",
    Role.NAVIGATION,
    30,
)

subscription = _by_pattern(
    r"\b(?:sign up|subscribe|register|newsletter|inbox|subscribers?|log ?in|sign in|anmelden|abonnieren|abonnement|"
    r"abonnez|inscrivez|suscríbase|подпишитесь|подписка)\b.*\b(?:newsletters?|inbox|e-?mails?|free|access|unlimited|"
    r"continue|reading|subscribers?|subscription|log ?in|sign in|today|now|account|updates|alerts|kostenlos|zugang|"
    r"postfach|gratuit|рассылк\w+|канал|новости)\b|^\W*(?:already (?:a|have)|not (?:a|yet a)) (?:subscriber|member|an "
    r"account|registered)\b|\byou have (?:read|reached|\w+ free) .*\barticles?\b|\bto (?:continue|keep) reading\b|"
    r"\bget (?:the )?(?:latest|breaking|our|daily) (?:news|updates|headlines|stories)\b|\bunsubscribe\b|"
    r"\bthis (?:article|content) is (?:only )?(?:available )?(?:for|to) (?:\w+ )?subscribers\b|"
    r"^\W*sign up (?:for|to|now)\b.{0,60}$",
    Role.NOTICE,
    32,
    to_the_reader=True,
)

cookies = _by_pattern(
    r"\b(?:cookies?|куки)\b.*\b(?:we|our|use[sd]?|accept|consent|site|website|browser|privacy|experience|wir|nous|"
    r"nosotros|мы|сайт\w*)\b|\b(?:we|our|this site|diese (?:web)?seite|ce site|этот сайт)\b.*\bcookies?\b|"
    r"\benable javascript\b|\byour browser\b.*\bjavascript\b|^\W*(?:accept|reject|manage) (?:all|cookies)\b",
    Role.NOTICE,
    45,
    to_the_reader=True,
)

copyright_line = _by_pattern(
    r"^\W*(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|:|by\b)|&copy;)|\ball rights reserved\b|"
    r"\balle rechte vorbehalten\b|\btous droits réservés\b|"
    r"\btodos los derechos\b|\bвсе права защищены\b|©\s*(?:19|20)\d\d|\bmay not be (?:published|reproduced|copied|"
    r"republished)\b.*\bpermission\b|^\W*reprinted (?:with|by) permission\b|"
    r"^\W*(?:terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|settings)|impressum|datenschutz)"
    r"(?:\W+\w+){0,5}$",
    Role.NOTICE,
    45,
)

print_note = _by_pattern(
    r"^\W*this (?:article|story|piece|report|column|essay) (?:also |first |originally )*(?:appear(?:s|ed)|ran|"
    r"was (?:also |first |originally )*(?:published|printed))\b|^\W*(?:first|originally) published (?:in|by|on)\b|"
    r"^\W*a version of this (?:article|story)\b|^\W*dieser (?:artikel|text|beitrag) (?:ist|erschien)\b.*\berschienen\b",
    Role.NOTICE,
    40,
)

contact = _by_pattern(
    r"[\w.+-]+@[\w-]+\.\w+|\b\w+\s*[(\[]at[)\]]\s*\w+",
    Role.NOTICE,
    30,
    to_the_reader=True,
)

page_number = _by_pattern(
    r"^\W*(?:page|seite|страница|página)\s+\d+(?:\W*$|\s*(?:of|von|/|из|de)\s*\d+\b.*$)|^\W*\d+\s*(?:of|/)\s*\d+\W*$|"
    r"^\W*1\W+2\b(?:\W+\d+)*\W*(?:next(?: page)?|weiter|suivant|дальше)?\W*$|^\W*(?:next|previous|single) page\W*$|"
    r"^\W*continued (?:on|from) (?:the )?(?:page|next|previous)\b.*$|^\W*\d+ (?:min(?:ute)?s?|мин)(?: read)?\W*$",
    Role.NAVIGATION,
    8,
)

contact_form = _by_pattern(
    r"^\W*(?:your )?(?:name|e-?mail(?: address)?|website|comment|message|url)\s*(?:\(.*\)|\*|\(required\))+\W*$|"
    r"\byour e-?mail address will not be published\b|\brequired fields are marked\b|\bnotify me of (?:new|follow)\b|"
    r"\bnotify me when\b|\bdon['’]t bother posting\b",
    Role.COMMENT,
    40,
)

relative_date = _by_pattern(
    r"^\W*(?:(?:last )?(?:updated?|modified|posted|published)\W*)?(?:an?|\d+|one|two|three|few|several)\+? "
    r"(?:second|minute|min|hour|hr|day|week|month|year)s? ago\W*$|^\W*(?:today|yesterday|just now)\W*$|"
    r"^\W*(?:this|the) (?:story|article|post|report) (?:has been|was|is) (?:being )?(?:updated|corrected|revised)\b",
    Role.UPDATED,
    20,
)

_CREDIT = re.compile(
    r"^\W*(?:photos?|photograph(?:s|er|y)?|image|picture|illustration|graphic|video|foto|bild|grafik|fotos|crédits?|"
    r"фото|photo credit|image credit|credit|archivbild|symbolbild)(?:\s+(?:by|courtesy|credit|par|von))?\s*[:©/–—-]|"
    r"\((?:photo|image|picture|foto|bild|фото|credit|ap photo|file photo)\b[^)]*\)\W*$|"
    r"\b(?:file photo|photo by|photograph by|archive photo|getty images|shutterstock|reuters/\w+|ap photo)\b",
    re.IGNORECASE,
)


def photo_credit(reading: Reading) -> Iterator[Finding]:
    for block in reading.open():
        if block.words <= 45 and _CREDIT.search(block.text):
            yield set_aside(block, Role.CAPTION)
            # "Photo: …" on a line of its own names the photographer of the caption right above it.
            above = reading.blocks[block.index - 1] if block.index else None
            if above and above.index not in reading.found and _is_caption_above(above, block):
                yield set_aside(above, Role.CAPTION)


def _is_caption_above(above: Block, credit: Block) -> bool:
    adjoins = above.first_line + above.line_count == credit.first_line
    return credit.words <= 10 and above.words <= 35 and (adjoins or not above.ends_sentence) and above.index > 0


# A date, an author or tags between bars are the article's, not a path.
_DETAIL = re.compile(r"\b(?:1[5-9]|20)\d\d\b|^(?:by|von|par|posted by|текст|автор)\b|^\w+\s?:", re.IGNORECASE)
_SEPARATED = re.compile(r"\s*(?:[>»›→|•·]|(?<=\s)/(?=\s)|::)\s*")


def breadcrumbs(reading: Reading) -> Iterator[Finding]:
    """Short names between separators: `Home > World > Europe`."""
    for block in reading.open():
        parts = [part for part in _SEPARATED.split(block.text) if part]
        short = all(len(part.split()) <= 4 and not _DETAIL.search(part) for part in parts)
        if (len(parts) >= 3 and short and not block.ends_sentence) or (
            len(parts) == 2 and re.match(r"(?i)home|startseite|accueil|главная|inicio", parts[0]) and short
        ):
            yield set_aside(block, Role.NAVIGATION)
