"""Rules for what a page puts between two paragraphs: appeals to give or follow, offers for sale, links with a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.blocks import Block
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.lists import numbered
from generator.ingest.rules.patterns import RuleFunction, any_of, by_patterns

# What somebody says or writes is the article's, whatever it asks for; so is what stands in quotation marks, and what
# a writer explains.
_REPORTED = re.compile(
    r"\b(?:said|says|say|told|tells|wrote|writes|asked|asks|added|adds|called|urged|joked|according|"
    r"sagte?n?|hieß|stand|schrieb|rief|meinte|fragte|so der|laut|"
    r"dit(?! (?:is|\w*artikel|verhaal|bericht|video|\w*inhoud)\b)|disait|écrit|a dit|lance|lança|ajoute|explique|"
    r"raconte|"
    r"dijo|dice|decía|escribió|añadió|según|"
    r"(?-i:I)(?! commenti\b)|"
    r"сказал\w*|говори\w+|стояло|писал\w*|написал\w*|добавил\w*|по словам)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"^\W*[\"“„«‘]\s?\w|^\W*[–—-]\s")


def unreported(rule: RuleFunction, *, may_quote: bool = False) -> RuleFunction:
    """The rule, but for lines that tell what somebody said, or that quote, and for the steps of a list with numbers."""

    def apply(reading: Reading) -> Iterator[Finding]:
        found = list(rule(reading))
        steps = {at for places in reading.of_blocks(numbered) for at in places} if found else set()
        for finding in found:
            block = reading.blocks[finding.block]
            text = block.text
            if block.number is not None and block.index in steps:
                continue
            if not _REPORTED.search(text) and (may_quote or not _QUOTE.search(text)):
                yield finding

    return apply


_NETWORK = (
    r"(?:facebook|twitter|instagram|linkedin|youtube|whatsapp|telegram|tiktok|threads|mastodon|bluesky|pinterest|"
    r"google news|flipboard|reddit|discord|вконтакте|телеграм\w*)"
)
_CRAFT = r"(?:local|independent|quality|investigative|nonprofit|public|free)"
_appeal = unreported(
    by_patterns(
        Role.NOTICE,
        40,
        # To follow, and to join.
        rf"^\W*(?:follow|like|find|join) (?:us|our|@?\w+(?: \w+)?) (?:\w+ ){{0,2}}on (?:our )?{_NETWORK}\b.{{0,60}}$",
        rf"^\W*join (?:our|the) .{{0,30}}(?:{_NETWORK}|newsletter|conversation)\b.{{0,40}}$",
        r"^\W*(?:click|tap) here to (?:read|see|view|watch|listen|subscribe|sign up|donate|join|follow|add|get|"
        r"download)\b",
        r"^\W*click here for\b[^.?!]{0,90}$",
        r"^\W*(?:klicken sie|klicke) hier(?:,? um|,? für| und)\b[^.?!]{0,90}$|^\W*cliquez ici pour\b[^.?!]{0,90}$|"
        r"^\W*(?:haz|haga) clic aquí para\b[^.?!]{0,90}$|^\W*(?:clicca|fai clic) qui per\b[^.?!]{0,90}$|"
        r"^\W*clique aqui para\b[^.?!]{0,90}$|^\W*klik hier (?:om|voor)\b[^.?!]{0,90}$|"
        r"^\W*klicka här för\b[^.?!]{0,90}$|"
        r"^\W*(?:нажмите|кликните) (?:здесь|сюда),? чтобы\b[^.?!]{0,90}$",
        r"^\W*see (?:more|all|other) (?:photos|images|pictures|videos|recipes|reviews|usage examples) (?:of|from|by|"
        r"in|on) "
        r"[^?!:]{1,60}$",
        r"^\W*pin it\W*$",
        r"^\W*never miss (?:a|an|another) (?:story|post|episode|update|issue)\b",
        r"^\W*share your (?:memor\w+|thoughts|stor\w+|experiences?|views?|photos)\b.*\b(?:below|comments|us)\b",
        r"^\W*tell us (?:what you think|your (?:story|thoughts|views))\b|\btell us in the comments\b",
        rf"^\W*(?:folgen sie|folg[te]?) (?:uns|[\w.-]+) (?:auch )?(?:auf|bei) .{{0,20}}{_NETWORK}\b.{{0,20}}$",
        rf"^\W*(?:suivez|retrouvez|rejoignez)-nous\b.{{0,20}}{_NETWORK}\b.{{0,40}}$",
        rf"^\W*(?:síguenos|síganos|únete)\b.{{0,40}}{_NETWORK}\b.{{0,40}}$",
        rf"^\W*(?:puedes|podés|puede) seguir (?:a|toda)\b.{{0,60}}{_NETWORK}\b",
        rf"^\W*(?:следите за нами|читайте нас|мы в)\b.{{0,30}}(?:{_NETWORK}|соцсет\w+)\b.{{0,40}}$",
        rf"\b(?:our|unser\w*|ons|onze|vår\w*|vores|nasz\w*|наш\w*) (?:\w+ )?{_NETWORK}[- ]?"
        r"(?:channel|kanal\w*|kanaal|kanał\w*|канал\w*|group|gruppe)\b",
        rf"\b(?:notre|nuestro|nosso|nostro) (?:chaîne|canale?|grupo|gruppo) (?:(?:de|di|do|en|no) )?{_NETWORK}\b",
        rf"(?:^|[.!?:] )\W*(?:jetzt )?(?:abonnier\w*|folg\w*) .{{0,20}}{_NETWORK}[- ]?kanal\b",
        r"^\W*cek berita\b.*\b(?:google news|whatsapp)\b",
        r"\b(?:send|schick\w*|senden|envoyez|envía\w*|mánda\w*|invia\w*|пришлите|присылайте)\b.{0,60}\bwhats ?app\b",
        # To come to an event, to read the paper, and to talk about it.
        r"^\W*rsvp (?:now|today|here|(?:for|to) (?:our|the|this))\b",
        r"^\W*(?:register|sign up|reserve your (?:seat|spot|place)|get (?:your )?tickets|join us)"
        r"(?: now| today| here)? (?:for|to|at) (?:our|this) .{0,60}"
        r"\b(?:webinar|panel|event|live ?stream|workshop|summit|conference)\b[^.]{0,60}$",
        r"^\W*(?:inscríbe\w+|regístra\w+) (?:a|en|para) (?:nuestro|este) "
        r"(?:webinar|evento|taller|seminario)\b[^.]{0,60}$",
        r"^\W*(?:read|get|see|try) (?:our|today['’]s) e-?paper\b.{0,50}$|"
        r"^\W*(?:lesen sie|hier geht es zu(?:m|r)|jetzt) (?:unser |das |die )?e-?(?:paper|zeitung)\b.{0,40}$",
        r"^\W*discuss (?:this|the) (?:story|article|post|news) (?:on|in|at) (?:the|our) .{0,50}"
        r"\b(?:message boards?|forums?|discussion boards?)\W*$",
        r"^\W*(?:add|save|post|submit|send) (?:this )?to (?:del\.icio\.us|delicious|digg|stumble ?upon|reddit|"
        r"technorati)\W*$",
        r"^\W*(?:diskutieren sie|diskutiert|jetzt mitdiskutieren)\b.{0,50}\b(?:im|in unserem) (?:\w+-?)?forum\W*$",
        r"^\W*(?:réagissez|discutez-en|donnez votre avis)\b.{0,40}\bforums?\W*$|"
        r"^\W*(?:comenta|debate|opina)\b.{0,40}\ben (?:nuestro|el) foro\W*$|^\W*обсудить\b.{0,30}\bна форуме\W*$",
        # To install an app.
        r"^\W*(?:download|get|install|try) (?:the|our) (?:(?!and\b)\w+ ){0,3}app(?:\W*$|"
        r"\W+(?:for|to|now|today|and (?:stay|never|get)|stay|on|from)\b)",
        r"^\W*(?:laden sie|lade|hol(?:en sie)? (?:sich|dir))\b.{0,20}\b(?:unsere|die) .{0,20}\bapp\b",
        r"^\W*(?:téléchargez|installez) (?:notre|l['’]) ?(?:appli(?:cation)?)\b",
        r"^\W*descarg(?:a|ue) (?:nuestra|la) (?:app|aplicación)\b",
        r"^\W*(?:скачайте|установите) (?:наше )?(?:мобильное )?приложение\b",
        # To listen to a podcast.
        r"^\W*(?:listen|subscribe)(?: (?:and|or) subscribe)? to .{0,50}\bpodcasts?\b",
        r"\bwherever you (?:get|find|listen to) (?:your )?podcasts\b",
        r"^\W*(?:hören sie|abonnieren sie|jetzt anhören)\b.{0,40}\bpodcasts?\b",
        r"^\W*(?:écoutez|abonnez-vous à) .{0,30}\bpodcasts?\b",
        r"^\W*(?:escuch[ae]|suscríbe\w+ a) .{0,30}\bpódcasts?\b|^\W*escuch[ae] (?:nuestro|el) podcast\b",
        r"^\W*(?:слушайте|подпишитесь на) (?:наш )?подкаст\b",
        # To give.
        r"^\W*(?:please )?(?:donate|give)(?: (?:now|today|here|online))+\W*$|^\W*donate\W*$",
        rf"^\W*support (?:{_CRAFT} )+(?:journalism|news|media|reporting)\b.{{0,60}}$",
        r"^\W*support (?:us|our (?:work|journalism|reporting|newsroom|mission))\b",
        r"^\W*(?:we|this site) (?:rely|depend)s? on (?:readers|supporters|donations|the support|your|people) .{0,60}"
        r"\b(?:you|your|fund|support)\b",
        rf"^\W*{_CRAFT} (?:journalism|news|reporting) (?:needs|depends on|relies on|is made possible by) "
        r"(?:you|readers)",
        r"^\W*(?:please )?consider (?:making|giving|donating|supporting|becoming|a (?:gift|donation))\b",
        r"\bplease consider (?:making|giving|donating|supporting|becoming|subscribing)\b",
        r"^\W*our (?:reporting|journalism|work|coverage|site) is (?:free|funded|supported|made possible)\b.*"
        r"\b(?:readers|you|donat\w+|members)\b",
        r"^\W*if you (?:value|like|enjoy|appreciate)\b.{0,40}\b(?:consider|support|donat)\w*\b",
        r"^\W*become (?:a|an) (?:\w+ )?(?:member|supporter|patron|subscriber)(?: (?:now|today|for\b.{0,40}))?\W*$",
        r"^\W*(?:unterstützen sie|unterstütze|unterstützt) (?:uns|unsere\w*)\b|^\W*jetzt spenden\b",
        r"^\W*(?:faites un don|soutenez(?:-nous| notre| le journal| une presse| la presse))\b",
        r"^\W*(?:apoy[ae]|colabor[ae] con) (?:el periodismo|nuestro|a nuestro|este medio)|"
        r"^\W*haz(?:te)? (?:una donación|soci)",
        r"^\W*поддержите (?:нас|наш\w*|редакцию|проект|издание|независим\w+)\b",
        hints=(
            "wherever you",
            "whats",
            "please consider",
            "comments",
            "channel",
            "kana",
            "canal",
            "chaîne",
            "канал",
            "group",
            "grup",
        ),
    )
)
# These may stand behind sentences of another kind.
_last_appeal = unreported(
    by_patterns(
        Role.NOTICE,
        60,
        r"\b(?:unterstützen sie|unterstütze|unterstützt) uns (?:bitte )?mit (?:einer|deiner|ihrer|eurer) (?:\w+ "
        r")?spende\b",
        r"\b(?:werden sie|werde|werdet) (?:jetzt |noch heute )?(?:förder|unterstützer|vereins)?mitglied\W*$",
        r"^\W*(?:ihnen hat|hat ihnen|dir hat|hat dir) (?:der|dieser|unser) (?:artikel|beitrag|text) gefallen\?",
        r"^\W*(?:did you (?:like|enjoy)|enjoyed|liked?) this (?:story|article|piece)\?",
        r"^\W*(?:vous avez aimé|avez-vous aimé) cet article\s?\?|^\W*¿te (?:ha gustado|gustó) (?:este|el) artículo\?",
        r"^\W*ti è piaciuto (?:questo |l['’])articolo\?|^\W*понрави(?:лась статья|лся (?:материал|текст))\?",
        r"^\W*podobał ci się (?:ten )?artykuł\?|\b(?:dołącz do naszej społeczności|wykup (?:dostęp|prenumeratę))\b",
        r"^\W*please support our (?:advertisers|sponsors)\b",
        r"^\W*(?:please )?donate (?:now|today|here|online) (?:to|and) (?:help|support|keep)\b[^.]{0,60}\.?$",
        hints=("spende", "mitglied", "społeczno", "wykup"),
        at_the_edge=True,
    )
)
appeal = any_of(_appeal, _last_appeal)
embedded = by_patterns(
    Role.NOTICE,
    60,
    r"^\W*empfohlener (?:redaktioneller|externer) inhalt\W*$|^\W*externen inhalt (?:anzeigen|laden|aktivieren)\W*$",
    r"^\W*an dieser stelle (?:finden sie|befindet sich|würden wir) .{0,60}(?:externe|inhalt)",
    r"^\W*sie können ihn sich mit einem klick\b|^\W*ein klick für den datenschutz\W*$",
    r"^\W*ich bin damit einverstanden, dass mir (?:der )?externe[rn]? inhalte?\b",
    r"^\W*mit dem (?:laden|abspielen|aufruf) des (?:videos|inhalts|beitrags) .{0,20}\b(?:akzeptier|erklär|stimm)",
    r"^\W*(?:wir|um diesen?|für die anzeige)\b.{0,60}\b(?:ihre|deine) (?:zustimmung|einwilligung)\b.{0,60}"
    r"\b(?:laden|(?:an)?zeigen|einblenden)\b",
    r"^\W*(?:to (?:view|see|display|watch) this (?:content|video|post|embed)|we need your (?:consent|permission) to "
    r"(?:load|show|display))\b.{0,120}\b(?:cookies?|consent|accept|enable|permission|external)\b",
    r"^\W*this (?:content|video|embed)\w* (?:is not|isn['’]t|cannot be|can['’]t be) (?:available|shown|displayed)\b"
    r".{0,60}\b(?:privacy|cookies?|consent|settings)\b",
    r"^\W*(?:ce (?:contenu|tweet|média)|cette (?:vidéo|publication)|pour (?:afficher|voir|consulter) (?:ce|cette))\b"
    r".{0,120}\b(?:cookies?|traceurs|consentement)\b",
    r"^\W*(?:este (?:contenido|vídeo|video)|para (?:ver|mostrar) este)\b.{0,120}\b(?:cookies?|consentimiento)\b",
    r"^\W*(?:questo (?:contenuto|video)|per (?:visualizzare|vedere) quest[oa])\b.{0,120}\b(?:cookies?|consenso)\b",
    r"^\W*(?:a (?:post|photo|video|reel) shared by|ein (?:beitrag|post) geteilt von|une publication partagée par|una "
    r"publicación compartida (?:de|por)|публикация от) .{0,60}@",
    r"^\W*externer inhalt (?:nicht verfügbar|wird geladen|laden)\W*$|"
    r"^\W*klicken sie auf (?:den|die) .{0,20}(?:button|schaltfläche),? um (?:den|diesen) inhalt\b",
    r"^\W*(?:en vivo|ao vivo|en directo|in diretta|na żywo|прямой эфир)\W*$",
    # Below a film of a German broadcaster: its day and how long it is.
    r"\b\d{1,2}\.\d{1,2}\.\d{4} ?\| ?\d{1,3}:\d{2} min\W*$",
    hints=("|",),
)
posting_note = by_patterns(
    Role.NOTICE,
    80,
    r"^\W*this (?:entry|post) was (?:posted|written|published)\b.*\b(?:filed under|posted in|tagged|rss 2\.0)\b",
    r"^\W*(?:dieser (?:eintrag|beitrag)|cette entrée|esta entrada)\b.*\b(?:abgelegt|veröffentlicht unter|classée?|"
    r"publicada en|archivada en)\b",
    r"\b(?:filed under|abgelegt unter|abgelegt in)\b.*\brss 2\.0\b",
    # When a broadcaster told of it.
    r"^[^|]{2,40}(?:\|[^|]{2,60}){1,3}\| ?\d{1,2}[:.]\d\d uhr\W*$",
    r"^\W*dieses thema im programm\b|^\W*(?:über dieses thema berichtete?|sendung:) .*\d{1,2}[:.]\d\d uhr\b",
    r"^\W*(?:this is an? )?(?:breaking|developing)(?: new)?s? story\b.{0,10}\b(?:more|updates?|refresh|check back|"
    r"stay (?:with|tuned)|come back|will be updated)\b"
    r"[^.]{0,60}\.?$",
    hints=("rss 2.0", "|"),
)
_SERIES = r"(?:series|project|collaboration|partnership|package|initiative|special report|investigation)"
_SERIE = r"(?:serie|reihe|projekts?|schwerpunkts?|dossiers?|kooperation)"
series_note = unreported(
    by_patterns(
        Role.NOTICE,
        40,
        r"^\W*this (?:article|story|piece|report|post|interview) is (?:a )?part (?:of|\w+ (?:of|in)) (?:a|an|our|the) "
        rf"(?:[\w-]+ ){{0,4}}{_SERIES}\b(?:.{{0,60}}|.*\bread more\b.*)$",
        rf"^\W*(?:read|see|find) (?:more|the rest|all|part \w+) (?:of|from|in) (?:the|this|our) {_SERIES}\b",
        rf"^\W*(?:dieser|der) (?:text|artikel|beitrag) (?:ist|gehört|stammt|entstand|erscheint) .{{0,30}}\b{_SERIE}\b",
        r"^\W*cet article (?:fait partie|est (?:extrait|tiré)) d\w* ?.{0,20}\b(?:dossier|série|enquête|partenariat)\b",
        r"^\W*este (?:artículo|reportaje) (?:forma parte|es parte) de .{0,20}\b(?:serie|proyecto|especial)\b",
        r"^\W*(?:этот )?(?:материал|текст|статья) (?:входит в|является частью|подготовлен\w* в рамках|часть) .{0,20}"
        r"\b(?:проект\w*|сери\w+|цикл\w*|спецпроект\w*)\b",
    ),
    may_quote=True,
)
_PRICE = r"(?:[$£€]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|euro\b|eur\b|руб))"
shop_line = unreported(
    by_patterns(
        Role.ADVERTISEMENT,
        30,
        rf"^\W*(?:shop|buy|order|get|subscribe)\b[^.]{{0,70}}\b(?:from|for|at|just|only) (?:just |only )?{_PRICE}"
        r"(?:\W(?:(?:a|per) (?:week|month|year))?\W*)?$",
        r"^\W*(?:buy now|shop now|order (?:now|here)|jetzt (?:kaufen|bestellen)|купить)\s*[:|–—]\s*\S",
        r"^\W*(?:hier )?(?:geht['’]?s |geht es )?zu(?:m|r| den| dem| der) (?:[\w-]+ )?(?:[\w-]*angebot\w*|deals?|shop|"
        r"händler)\b(?: (?:bei|von|auf|im) [^.]{1,30})?$",
        r"^\W*(?:view|see|check|get|grab) (?:the |this )?deal\b(?: (?:at|on) [^.]{1,30})?$",
        r"^\W*(?:buy|shop|order) now\W*$|^\W*zum shop\b\s*(?:$|[:|–—])",
        rf"^\W*jetzt (?:testen|abonnieren|sichern|bestellen)\b[^.]{{0,40}}{_PRICE}\W*$",
        r"^\W*(?:monatlich|jederzeit) kündbar\W*$",
        r"^\W*save (?:up to )?\d+ ?% (?:off |on )?.{0,40}\b(?:code|checkout|off)\b",
        rf"^\W*unlimited (?:digital )?access\b.{{0,30}}{_PRICE}",
        r"^\W*(?:ftc: )?(?:we|the \w+|this site) (?:may )?(?:earn|receive|get)s? (?:an? )?(?:\w+ )?commissions?\b.*"
        r"\b(?:links?|purchases?|buy|sales?)\b",
        r"\bmay (?:earn|receive) (?:an? )?affiliate commissions?\b|^\W*(?:ftc: )?we use .{0,30}affiliate links\b",
        r"^\W*as an? (?:\w+ )?(?:affiliate|associate),? (?:we|i) (?:may )?earn\b",
        r"^\W*(?:if|when) you (?:buy|click|purchase|order)\b.{0,60}\b(?:we|i) (?:\w+ )?(?:earn|receive|get)\b"
        r".{0,20}\b(?:commission|fee|cut|share)\b",
        hints=("affiliate",),
    )
)

_LABEL = re.compile(
    r"\W*(?:(?:WATCH|READ|LISTEN|SEE|MORE|PHOTOS?|VIDEO|VIDEOS|GALLERY|EXPLORE|QUIZ|VIDÉO|VIDEOS?|VÍDEO|ВИДЕО|ФОТО)"
    r"|Watch|Read|Listen|Video|Vidéo|Vídeo|Видео)\s?[:|.]\s+(?P<said>\S.*)"
)
_LONGEST_LINK = 20
_SPEAKER = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁ .’'-]{1,25}:\s")


def labelled_link(reading: Reading) -> Iterator[Finding]:
    """`WATCH: …` and the like without a full stop, between paragraphs; not where several such lines are speakers'."""
    for block in reading.blocks[reading.body_start :]:
        if block.index in reading.found or block.words > _LONGEST_LINK or block.listed:
            continue
        match = None if block.ends_in_stop else _LABEL.match(block.text)
        if match and _names_a_link(block, match["said"]) and not _is_spoken(reading, block):
            yield set_aside(block, Role.NAVIGATION)


def _names_a_link(block: Block, said: str) -> bool:
    """A headline begins with a capital or a mark; after a label in capitals anything does."""
    label = block.text[: -len(said)].strip(" :|.")
    dotted = block.text[: -len(said)].rstrip().endswith(".")
    return (label.isupper() or not said[0].islower()) and (not dotted or label.isupper())


def _is_spoken(reading: Reading, block: Block) -> bool:
    beside = reading.blocks[max(block.index - 2, 0) : block.index] + reading.blocks[block.index + 1 : block.index + 3]
    return any(_SPEAKER.match(other.text) and not _LABEL.match(other.text) for other in beside)


_BOX = re.compile(
    r"\b(?:stor(?:y|ies)|news|headlines|essays?|everything|need to know|latest|best|highlights|every (?:week)?day|"
    r"every (?:other )?(?:morning|week|sunday|friday|monday)|daily|weekly|wichtigste\w*|werktag|jeden (?:tag|morgen)|"
    r"essentiel|chaque (?:matin|jour|semaine)|cada (?:mañana|día|semana)|кажд\w+ (?:день|утро|неделю))\b",
    re.IGNORECASE,
)
_READER = re.compile(
    r"\b(?:you|your|our|we|us|ihnen|ihre?\w*|unser\w*|dir|votre|vous|notre|su|tu|вам|ваш\w*|наш\w*)\b", re.I
)
_LONGEST_OFFER, _LONGEST_NAME = 22, 5


def newsletter_box(reading: Reading) -> Iterator[Finding]:
    """What stands above the button of a newsletter's box: the sentence on what one gets, and above it the name."""
    for index, (_, rule) in sorted(reading.found.items()):
        if rule != "subscription" or index < 2:
            continue
        offer, name = reading.blocks[index - 1], reading.blocks[index - 2]
        if offer.index in reading.found or not _is_offer(offer):
            continue
        yield set_aside(offer, Role.NOTICE)
        is_name = name.words <= _LONGEST_NAME and not name.ends_sentence and index > reading.body_start + 2
        if is_name and name.index not in reading.found:
            yield set_aside(name, Role.NOTICE)


def _is_offer(block: Block) -> bool:
    short = block.words <= _LONGEST_OFFER and not _QUOTE.search(block.text) and not _REPORTED.search(block.text)
    return short and bool(_BOX.search(block.text)) and bool(_READER.search(block.text))
