"""Rules for the parts of a page that do something: buttons, advertisements, links to other articles, page numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.buttons import are_button_words
from generator.ingest.findings import Finding, Reading, kept, set_aside
from generator.ingest.line_breaks import SECTION_BREAK
from generator.ingest.rules.body import sub_headings
from generator.ingest.rules.lists import announced, tables
from generator.ingest.rules.patterns import by_patterns

_NO_WORD = re.compile(r"[\W_]+")
_TAGS = re.compile(
    r"(?:</?(?:p|div|span|noscript)\b[^<>]*>\s*)*<(?:img|iframe)\b[^<>]*\bsrc=.(?:https?:)?//[^<>]*>(?:\s*</\w+>)*"
)
"""Of pictures that count readers, which extractors leave as they stand in the page; none of an article about tags."""
_SMILEYS = re.compile(r"(?:\s*:[a-z_?!]{1,20}:)+")


def section_break(reading: Reading) -> Iterator[Finding]:
    start, end = reading.body_start, reading.body_end
    for block in reading.open(start, end):
        if block.words == 0 and SECTION_BREAK.fullmatch(block.raw.strip()):
            yield kept(block, Role.BODY)


def no_words(reading: Reading) -> Iterator[Finding]:
    for block in reading.open():
        if block.text[:1] == "<" and _TAGS.fullmatch(block.text):
            yield set_aside(block, Role.RESIDUE)
            continue
        if block.words > 1 or len(block.text) > 200 or _may_be_title(block):
            continue
        if _NO_WORD.fullmatch(block.text) or not block.text or _SMILEYS.fullmatch(block.text):
            yield set_aside(block, Role.RESIDUE)


def _may_be_title(block: Block) -> bool:
    """Whether a source begins with this line and it says something without words: `!!!`, an emoji."""
    return block.index == 0 and any(sign in "!?" or unicodedata.category(sign) == "So" for sign in block.text)


_BUTTON_MAX_WORDS = 7
_OF_CODE = ";{}"
"""What ends a line of a program: `} , [ search ] ) ;`"""


def button(reading: Reading) -> Iterator[Finding]:
    of_the_text = announced(reading, is_button_text)
    for block in reading.open():
        if block.index in of_the_text or not is_button_text(block) or block.ends_in_stop:
            continue
        if not (block.folded in _MAY_HEAD and _is_heading(reading, block)):
            yield set_aside(block, Role.SHARING)
    for block in reading.open(reading.body_end):
        if block.words <= _LONGEST_LIKE and _LIKE.fullmatch(block.text):
            yield set_aside(block, Role.SHARING)


# Within a text somebody may go on so.
_LIKE = re.compile(r"Like this:|(?:Like )?Loading(?:\.{3}|…)?|Be the first to like this\.?")
_LONGEST_LIKE = 6
"""Words."""


# Menus have these words, and so have the headings of articles about what they name.
_MAY_HEAD = frozenset(
    "bilder search print home mail photo photos video videos gallery listen watch download comments".split()
)
_HEADINGS_ABOUT = 2


def _is_heading(reading: Reading, block: Block) -> bool:
    """Whether a word stands alone between two paragraphs, in a text that has other headings."""
    beside = reading.blocks[max(block.index - 1, 0) : block.index + 2]
    if len(beside) < 3 or any(other.index in reading.found for other in beside):
        return False
    above, _, below = beside
    alone = above.is_prose and below.is_prose and not block.adjoins(above) and not below.adjoins(block)
    others = (other for other in sub_headings(reading) if not is_button_text(other))
    return alone and sum(1 for _ in zip(others, range(_HEADINGS_ABOUT), strict=False)) == _HEADINGS_ABOUT


def is_button_text(block: Block) -> bool:
    """Whether all words of a short line are those of buttons."""
    return block.words <= _BUTTON_MAX_WORDS and block.text[-1:] not in _OF_CODE and are_button_words(block.text)


_AD = r"(?:ad|anzeige|werbung|annonce|publicité|publicidad|pubblicità|reklama|реклама)(?: \d)?"
advertisement = by_patterns(
    Role.ADVERTISEMENT,
    12,
    r"^\W*(?:advertisements?(?: \d+)?|advertising|sponsored(?: content| by .*)?|promoted(?: content)?)\W*$",
    r"^\W*paid (?:post|content)\W*$",
    rf"^\W*{_AD}\W*$|^\W*(?:annonsørinnhold|annonsörsinnehåll|annonceindhold|advertorial)\W*$",
    r"^\W*(?:advertise\W+)?adchoices\W*$",
    r"\b(?:story|article|text|post) continues (?:below\W*(?:$|(?:this |the )?ad(?:vertisement)?\b)|"
    r"after (?:this |the )?ad)",
    r"\bcontinue reading (?:below|the main story)\b",
    r"\b(?:scroll down|skip) (?:to|past|this) (?:\w+ )?(?:ad|advertisement)\b",
    r"\bafter (?:this|the) ad(?:vertisement)?\W*$",
    r"^\W*(?:don['’]t want to see (?:this|ads)\?\W*)?remove(?: all)? ads\b|^\W*ad policy\W*$|^\W*advertis\w+ feature\b",
    r"\bвыберите новости\b|\bweiter\w* nach der (?:werbung|anzeige)\b",
    r"^\W*(?:scroll to continue|report this ad|ad feedback|skip ad(?:vertisement)?)\W*$",
    r"^\W*(?:la suite|suite de l['’]article) après (?:la|cette) (?:pub|publicité)\W*$",
    r"^\W*(?:sigue leyendo|continúa) (?:después|tras) (?:de )?la publicidad\W*$",
    r"^\W*continua (?:depois|após|dopo) (?:da|a|la) (?:publicidade|pubblicità)\W*$",
    rf"^\W*{_AD} (?:überspringen|ausblenden|schließen|symplr|outbrain|taboola|teads|seedtag|mgid)\W*$",
    r"^\W*(?:passer|ignorer) (?:la|cette) pub(?:licité)?\W*$|^\W*(?:saltar|omitir|cerrar) (?:la )?publicidad\W*$|"
    r"^\W*(?:pular|fechar) (?:o )?anúncio\W*$|^\W*(?:salta|chiudi) (?:la )?pubblicità\W*$|"
    r"^\W*(?:advertentie|reclame) (?:overslaan|sluiten)\W*$|^\W*(?:пропустить|закрыть|скрыть) рекламу\W*$|"
    r"^\W*(?:pomiń|zamknij) reklamę\W*$|^\W*hoppa över (?:annonsen|reklamen)\W*$|^\W*přeskočit reklamu\W*$|"
    r"^\W*reklamı (?:geç|kapat)\W*$",
    r"^\W*реклама\W+продолжение (?:ниже|следует)\W*$|^\W*продолжение (?:после|ниже)\b.{0,12}реклам\w+\W*$",
    hints=("continue", "scroll", "skip", "after th", "новости", "weiter"),
)

_LINK_AFTER = r"\s*(?:[:：|–—】\]］»].*|$)"
# `Also read` in other languages, and what else leads on.
_ALSO = (
    r"lees (?:ook|verder|meer)|zie ook|läs (?:också|även|mer)|se också|læs også|les også|se også|lue myös|katso myös|"
    r"čtěte (?:také|více|dále)|přečtěte si (?:také|i)|viz také|čítajte (?:tiež|aj)|prečítajte si (?:tiež|aj)|"
    r"(?:prze)?czytaj (?:także|też|więcej|również)|zobacz (?:także|też|również)|dowiedz się więcej|puedes ver|"
    r"διαβάστε (?:επίσης|ακόμα|ακόμη|περισσότερα)|δείτε (?:επίσης|ακόμα)|ilgili haber(?:ler)?|bunu da okuyun|"
    r"(?:اقرأ|إقرأ|اقرا|شاهد) (?:أيضا|أيضاً|ايضا|المزيد)|مواضيع ذات صلة|بیشتر بخوانید|(?:यह|ये|इसे) भी पढ़ें|"
    r"関連(?:記事|ニュース)|あわせて読みたい|おすすめ記事|相关(?:新闻|阅读|报道|链接)|相關(?:新聞|閱讀|報導)|延伸阅读|延伸閱讀|"
    r"推荐阅读|관련\s?(?:기사|뉴스)|leggi anche|vedi anche|potrebbe interessarti|(?:ver|lea|lee|leé|vea|mire?|mirá) "
    r"(?:también|m[aá]s)|también (?:lea|lee|vea|mira|puedes? leer|(?:le|te) puede interesar)|(?:le|te|os|les) "
    r"(?:puede|podría) "
    r"interesar|puedes? leer(?: también)?|relacionad[oa]s|visto ahora|"
    r"(?:noticias|notas|artículos|contenidos?|temas) relacionad[oa]s?|"
    r"(?:notícias|artigos|matérias|conteúdos?) relacionad[oa]s?|articoli correlati|articles liés|"
    r"powiązane (?:artykuły|tematy)|podobne artykuły|související články|relaterade artiklar|relaterte artikler|"
    r"relaterede artikler|mer om ämnet|meer over dit onderwerp|gerelateerde artikelen|benzer haberler|"
    r"aiheeseen liittyvää|похожие (?:статьи|новости|материалы)|материалы по теме|"
    r"(?:leia|veja) (?:também|mais)|saiba mais|(?:a |à )?(?:lire|voir) (?:aussi|également)|"
    r"olvass(?:a|on)? el ezt is|kapcsolódó cikk(?:ek)?|cite[șş]t[ei] [șş]i|vezi [șş]i|"
    r"читайте (?:також|ещ[её])|прочетете още|pročitajte (?:i|još|više)|baca (?:juga|lagi)|"
    r"ayrıca okuyun|llegi(?:u|x) també|funda olunye udaba(?: lapha)?|"
    r"(?:xem|đọc) thêm|อ่านเพิ่มเติม|קראו (?:גם|עוד)|weiterlesen|siehe auch"
)
# The headline may follow without a mark; what only says `see` may be a scholar's.
_READ_ALSO = (
    r"(?:lees (?:ook|meer)|läs (?:också|även|mer)|læs også|les også|lue myös|čtěte (?:také|více)|"
    r"přečtěte si (?:také|i)|(?:prze)?czytaj (?:także|też|więcej|również)|διαβάστε (?:επίσης|ακόμα|ακόμη|περισσότερα)|"
    r"leggi anche|(?:leia|lea|lee) (?:também|también|mais)|(?:à )?lire (?:aussi|également)|lesen sie (?:auch|mehr)|"
    r"читайте (?:также|також|ещ[её])|прочетете още|pročitajte (?:i|još|više)|olvass(?:a|on)? el ezt is|"
    r"cite[șş]t[ei] [șş]i|baca juga|llegi(?:u|x) també|(?-i:READ (?:MORE|ALSO|NEXT)|ALSO READ))"
    r"\s+(?-i:[^\W\da-zа-яёα-ωà-öø-ÿā-ž_]|[«“\"„])(?!.*[.!?]\W*$).*$"
)
# Orders to the reader: nothing but a link follows them.
promotion = by_patterns(
    Role.NAVIGATION,
    30,
    rf"^\W*(?:(?:also|see|must|further)[ -]?(?:read(?:ing)?|also)|read (?:also|more|next)){_LINK_AFTER}",
    rf"^\W*read the full (?:story|article){_LINK_AFTER}",
    rf"^\W*(?:related|similar)[ -](?:read(?:ing|s)?|stor(?:y|ies)|articles?|posts?|links?|topics?){_LINK_AFTER}",
    rf"^\W*related[ -](?:coverage|content|questions|searches){_LINK_AFTER}",
    rf"^\W*(?:most|recent|trending) (?:read|popular|viewed|posts|stories|news|now){_LINK_AFTER}",
    r"^\W*take (?:our|the|this) (?:poll|quiz|survey)\W*$",
    rf"^\W*lesen sie hier{_LINK_AFTER}",
    r"^\W*also (?:in this (?:issue|section|series)|on this site|inside)\s*:?\W*$",
    r"^\W*(?:read the rest of|continue reading) this (?:entry|post|article|story)\W*$",
    rf"^\W*(?:más información|más noticias|sur le même thème|à lire|pour aller plus loin){_LINK_AFTER}",
    rf"^\W*(?:recommended for you|you (?:may|might) (?:also )?(?:like|be interested in)(?: \w+){{0,3}}){_LINK_AFTER}",
    rf"^\W*(?:don['’]t miss|up next|in case you missed it|in pictures){_LINK_AFTER}",
    rf"^\W*(?:mehr zum thema|auch interessant|(?:you can |please )?also check(?: out)?|ilgili konular){_LINK_AFTER}",
    # Whole sentences that are links.
    r"^\W*mehr (?:über|zu[mr]?) .{2,80} (?:lesen|finden|erfahren|sehen) sie hier\W*$",
    rf"^\W*lesen sie (?:auch|mehr)(?: (?:die(?:se)?|den|unsere) (?:\w+ )?\w+)?{_LINK_AFTER}",
    rf"^\W*das könnte (?:sie|dich) auch interessieren{_LINK_AFTER}",
    r"^\W*(?:diese|folgende) (?:artikel|beiträge|themen) (?:könnten|dürften) (?:sie|dich|euch) "
    rf"(?:auch|ebenfalls) interessieren{_LINK_AFTER}",
    rf"^\W*(?:ces articles (?:pourraient|peuvent|devraient) (?:aussi )?vous (?:intéresser|plaire)|"
    rf"(?:cela|ceci|ça) (?:pourrait|peut) (?:aussi )?vous intéresser|vous aimerez aussi){_LINK_AFTER}",
    rf"^\W*(?:questi articoli potrebbero (?:anche )?interessarti|potrebbe(?:ro)? (?:anche )?interessarti|"
    rf"(?:você )?(?:também )?pode(?:rá)? (?:também )?(?:gostar|interessar)(?:-lhe)?){_LINK_AFTER}",
    rf"^\W*(?:dit (?:vind je|is) misschien ook (?:leuk|interessant)|misschien (?:ook|vind je dit ook) interessant|"
    rf"du (?:kanske|kan) också (?:gillar?|vara intresserad av)|(?:te artykuły )?mog[ąa] (?:cię|ci) (?:też |również )?"
    rf"(?:zainteresować|się spodobać)|(?:вам|вас) (?:также )?(?:может|могут|будет) (?:также )?(?:быть )?"
    rf"(?:интересн\w+|заинтересовать|понравиться)){_LINK_AFTER}",
    rf"^\W*(?:hier )?(?:geht['’]?s |geht es )?zum (?:artikel|beitrag|interview|kommentar|bericht|live-?ticker|"
    rf"live-?blog)"
    rf"{_LINK_AFTER}",
    rf"^\W*(?:naar het artikel|till artikeln|til artiklen|til artikkelen|vers l['’]article|vai all['’]articolo|"
    rf"ir al artículo|przejdź do artykułu|перейти к статье){_LINK_AFTER}",
    rf"^\W*(?:à lire aussi|lire aussi|voir aussi|sur le même sujet){_LINK_AFTER}",
    rf"^\W*(?:lea también|lee también|te puede interesar|leggi anche|czytaj też|zobacz też){_LINK_AFTER}",
    rf"^\W*(?:читайте также|по теме|смотрите также){_LINK_AFTER}",
    rf"^\W*(?:{_ALSO}){_LINK_AFTER}",
    rf"^\W*{_READ_ALSO}",
    r"^\W*(?:ähnliche (?:nachrichten|artikel|beiträge|themen|meldungen)|am beliebtesten|meistgelesen\w*(?: artikel)?|"
    r"schlagwörter zu diesem artikel|weitere (?:artikel|videos|meldungen|nachrichten|themen)|à découvrir|"
    r"les plus (?:lus|populaires)|lo más (?:leído|visto)|le più lette|mest lest|mest læst|mest läst|meest gelezen|"
    rf"najczęściej czytane|самое (?:читаемое|популярное)|pi[uù] letti|mais lidas){_LINK_AFTER}",
    r"^\W*mehr (?:aus (?:dem|diesem) ressort|news|nachrichten|ähnliche \w+|zu diesem thema|zum artikel)\W*$",
    r"^\W*mehr zum thema .{3,60}:$|^\W*read (?:our|all of our) (?:complete |full )?coverage\b.{0,40}$",
    r"^\W*[«←‹]\s?(?:previous|older|newer|next)\b|\b(?:next|newer|older|previous) (?:post|article|story)\s?[»→›]",
    # Behind the beginning of another article or a film's name; in small letters, as a page's link has it.
    r"\| ?(?-i:mehr|more|audio|video|mer|meer|далее)\W*$|[.!?…] (?-i:mehr|weiterlesen)$",
    r"\b(?-i:Watch Video|View Full Size|View (?:Photo )?Gallery|View Slideshow|View Photos)\W*$",
    rf"^\W*(?:now read|read next|(?:next|previous|older|newer) (?:post|article|story)|jump to){_LINK_AFTER}",
    hints=("|", " mehr", " weiterlesen", "watch video", "view ", "»", "→", "›"),
)

# These words begin sentences too, but then a full stop ends them.
_LABEL = re.compile(
    r"^\W*(?:related|recommended|sponsored|poll|quiz|umfrage|sondage|encuesta|sondaggio|опрос|editor['’]s picks?|"
    r"(?:further|related|suggested) (?:reading|sources)|posted on this day(?:, other years)?|"
    r"(?:popular|suggested|recommended) (?:stories|posts|articles)(?: (?:today|now|this week))?|"
    r"more (?:stories|news|content|coverage|headlines)(?: from (?:[\w.]+ ?){1,4})?)\s*(?:[:|–—].*|$)",
    re.IGNORECASE,
)
_LIST_LABEL = re.compile(r"^\W*(?:stories|articles|coverage|posts|links|topics|content|reading)\W*$", re.IGNORECASE)
_MORE = re.compile(r"^\W*more (?:on|about|from|in) (?:(?:this|the) )?\w+(?: \w+)?\s*(?:$|[:|–—])", re.IGNORECASE)


def promotion_label(reading: Reading) -> Iterator[Finding]:
    """`Related: …` without a full stop, or `Links` above a list."""
    for block in reading.open():
        if block.words > 30 or block.ends_in_stop:
            continue
        below = reading.blocks[block.index + 1] if block.index + 1 < len(reading.blocks) else None
        more = _MORE.match(block.text) and not (below and below.is_prose and block.words <= 6)
        list_label = block.words == 1 and below and below.bullet and _LIST_LABEL.match(block.text)
        if _LABEL.match(block.text) or more or list_label:
            yield set_aside(block, Role.NAVIGATION)


_FEWEST_OPTIONS = 25
"""Words."""


def options(reading: Reading) -> Iterator[Finding]:
    """The choices of a form in one long line: names and numbers without a sentence's punctuation."""
    for block in reading.open():
        if block.words < _FEWEST_OPTIONS or block.ends_in_stop:
            continue
        words = block.text.split()
        # Scripts without spaces have no choices that could be told apart.
        if len(words) < _FEWEST_OPTIONS:
            continue
        capital = sum(word[0].isupper() or word[0].isdigit() for word in words)
        marks = sum(word[-1] in ".,;:!?" for word in words)
        if capital >= 0.7 * len(words) and marks <= 0.03 * len(words):
            yield set_aside(block, Role.NAVIGATION)


_PAGER = r"(?:\W|\b(?:next|previous|prev|first|last|single|page|weiter|zurück|suivante?|дальше|назад)\b)*"
page_number = by_patterns(
    Role.NAVIGATION,
    8,
    rf"^\W*(?:page|seite|страница|página)\s+\d+(?:\s*(?:of|von|/|из|de)\s*\d+)?{_PAGER}$",
    r"^\W*\d+\s*(?:of|/)\s*\d+\W*$",
    rf"^\W*1\W+2\b(?:\W+\d+)*{_PAGER}$",
    r"^\W*(?:next|previous|single) page\W*$",
    r"^\W*continued (?:on|from) (?:the )?(?:page|next|previous|cover|front)\b.*$",
    r"^\W*\d+ (?:min(?:ute)?s?|мин)\.? (?:read|чтения)\W*$",
    r"^\W*(?:duration|dauer|länge|durée|duración|durata)\W+\d{1,2}:\d\d(?::\d\d)?\W*$|^\W*\d{1,2}:\d\d min\.?\W*$",
    r"^\W*(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|"
    r"leestijd|lästid|czas czytania|doba čtení|время чтения|час читання|okuma süresi|χρόνος ανάγνωσης|مدة القراءة|"
    r"阅读时间|読了時間)\s*[:：]?\s*(?:ca\.? |~ ?)?\d+\s*\w{0,9}\.?\W*$",
)

# A date, an author or tags between bars are the article's, not a path.
_DETAIL = re.compile(r"\b(?:1[5-9]|20)\d\d\b|^(?:by|von|par|posted by|текст|автор)\b|^\w+\s?:", re.IGNORECASE)
_SEPARATED = re.compile(r"\s*(?:[>»›→|•·]|(?<=\s)/(?=\s)|::)\s*")
_BAR = re.compile("[>»›→|•·/:]")
"""What separates, without the spaces around it: most lines have none."""
_HOME = re.compile(r"home|startseite|accueil|главная|inicio", re.IGNORECASE)


# An extractor leaves such gaps between the entries of a menu; a full stop may have two blanks behind it.
_GAP = re.compile(r"(?<=[^\s.!?:…]) {2,}(?=\S)|\t+")
_FEWEST_ENTRIES = 3


def breadcrumbs(reading: Reading) -> Iterator[Finding]:
    """Short names between separators or gaps: `Home > World > Europe`, `Home  World  Europe`."""
    inside, rows = reading.inside(), reading.of_blocks(tables)
    spaced_out = any(_has_gap(block) for block in reading.within() if block.is_prose)
    for block in reading.open():
        if block.words > 40 or block.ends_sentence or block.index in inside or block.index in rows:
            continue
        if "«" in block.text and "»" in block.text:
            # They quote.
            continue
        parts = [part for part in _SEPARATED.split(block.text) if part] if _BAR.search(block.text) else [block.text]
        if len(parts) == 1 and not spaced_out and block.line_count == 1:
            entries = _GAP.split(block.raw.strip())
            parts = entries if len(entries) >= _FEWEST_ENTRIES and len(entries) * 2 > block.words else parts
        path = len(parts) >= 3 or (len(parts) == 2 and _HOME.match(parts[0]))
        if path and all(len(part.split()) <= 4 and not _DETAIL.search(part) for part in parts):
            yield set_aside(block, Role.NAVIGATION)


def _has_gap(block: Block) -> bool:
    raw = block.raw.strip()
    return ("  " in raw or "\t" in raw) and _GAP.search(raw) is not None
