"""Rules for what a publication tells its readers about itself: rights, subscriptions, cookies, addresses."""

from __future__ import annotations

from generator.articles.ledger import Role
from generator.ingest.rules.patterns import any_of, by_patterns
from generator.ingest.rules.rights_notes import protected

# An order stands at the beginning of a sentence; a report of somebody who subscribes has its verb elsewhere.
_ORDER = r"(?:^|[.!?:|»›–—-]\s)\W*(?:please )?"
_OFFER = (
    r"(?:newsletters?|briefing|inbox|e-?mails?|free|access|unlimited|continue|reading|subscribers?|subscription|"
    r"log ?in|sign (?:in|up)|accounts?|updates|alerts|magazine|edition)"
)
_READER = r"(?:subscriber|member|account|user)"
_NEXT_STEP = r"(?:$|(?:log|sign|click|subscribe|register|join|here)\b)"
_english_offer = by_patterns(
    Role.NOTICE,
    32,
    rf"{_ORDER}(?:sign up|subscribe|register|log ?in|sign in|join)\b(?: (?:now|today|here|free|online))*"
    rf"(?:\W*$|\W+(?:for|to|with|and|or|as)\b.{{0,60}}\b{_OFFER}\b|\W+(?:for|to) (?:our|the)\b.{{0,60}}$)",
    r"\b(?:in|to) your inbox\b",
    r"\benter your e-?mail\b",
    r"\bfree newsletter\b",
    rf"{_ORDER}(?:already|not) (?:an?|have an?|yet an?) (?:paying |registered )?{_READER}\b\W*{_NEXT_STEP}",
    r"\byou have (?:read|reached|viewed|used) (?:\d+|all|one|two|three|four|five|your|the)\b.*\b(?:articles?|limit)\b",
    r"\byou have \w+ free .*\barticles?\b",
    r"\bto (?:continue|keep) reading\W*(?:$|(?:this|the (?:article|story|rest)|please|you)\b)",
    r"\bto (?:continue|keep) reading\W*(?:subscribe|log|sign|register)\b",
    rf"{_ORDER}get (?:the )?(?:latest|breaking|our|daily) (?:news|updates|headlines|stories)\b",
    rf"{_ORDER}get (?:unlimited|full|instant)(?: digital| online)? access\b",
    r"\b(?:can|may|to) unsubscribe\b|^\W*unsubscribe\b",
    r"\b(?:abonnieren sie|jetzt (?:abonnieren|anmelden|testen)|"
    r"melden sie sich an(?! (?:de[rmn]|die|das|einem|einer|jede\w?)))\b",
    r"\bnewsletter (?:abonnieren|bestellen)\b",
    r"\b(?:abonnez-vous|inscrivez-vous|suscríbase|suscríbete|подпишитесь|подписывайтесь)\b",
    hints=(
        "sign ",
        "subscri",
        "register",
        "log",
        "join",
        "inbox",
        "mail",
        "newsletter",
        "already",
        "not ",
        "reading",
        "you have",
        "get ",
        "abonn",
        "melden",
        "jetzt",
        "inscri",
        "susc",
        "подпи",
    ),
    to_the_reader=True,
)
# The words themselves speak to the reader, or name nothing but an offer.
_other_offer = by_patterns(
    Role.NOTICE,
    32,
    r"^\W*this (?:article|content|story|post) is (?:only )?(?:available )?(?:for|to) (?:\w+ )?"
    r"(?:subscribers|members)(?: only)?\W*$",
    r"^\W*(?:(?:dieser|der) artikel|cet article|este artículo|este artigo|dit artikel|эта статья)\b.*\b(?:abonnenten|"
    r"abonnés|suscriptores|assinantes|abonnees|подписчик\w*)\W*$",
    r"^\W*(?:il vous reste|pozostało jeszcze|you have|te queda|noch) \d+(?:[.,]\d+)? ?% (?:de cet article|artykułu|"
    r"of this (?:article|story)|por leer|des artikels)\b",
    r"^\W*(?:la suite|l['’]intégralité de l['’]article) est réservée? (?:aux|à nos) abonnés\W*$",
    r"\bmit unserem (?:\w+)?newsletter\b.*\b(?:erhalten sie|anmelden|bestellen)\b",
    r"^\W*(?:hier )?(?:kostenlos )?zum newsletter anmelden\b",
    r"^\W*(?:meld (?:je|u)|schrijf (?:je|u)|abonneer (?:je|u))\b.*\b(?:nieuwsbrief|nieuws)\b",
    r"^\W*recevez\b.*\bnewsletter\b|^\W*iscriviti (?:alla|gratis)\b.*\b(?:newsletter|gratis)\b",
    r"^\W*(?:assine|inscreva-se|receba)\b.*\b(?:newsletter|boletim)\b|^\W*reciba?\b.*\b(?:newsletter|boletín)\b",
    r"^\W*(?:prenumerera|anmäl dig|tilmeld dig|meld deg)\b.*\bny(?:hetsbrev|hedsbrev)\w*",
    r"^\W*zapisz się\b.*\bnewsletter\w*|^\W*přihlaste se k odběru\b|^\W*εγγραφείτε\b.*\bnewsletter\b",
    r"\bbültenimize (?:abone|kayıt) ol\w*",
    r"\b(?:in (?:ihr|dein)(?:em)? (?:e-?mail-?)?postfach|dans votre boîte (?:mail|e-?mail|de réception))\W*$",
    r"^\W*jetzt (?:kostenlos |gratis )?(?:anmelden|registrieren|abonnieren|testen)\W*$|^\W*je m['’]inscris\W*$",
    r"^\W*(?:sie haben|du hast) bereits ein (?:\w+-?)?(?:abo|konto)\b|^\W*weiterlesen mit\b.{0,30}$",
    r"^\W*this is a (?:premium|subscribers?|members?)(?:-only| only)? (?:article|story|content)\b",
    r"^\W*get (?:our|the) .{0,40}\bnewsletter\b.{0,40}$",
    r"\babonelik için\b.*\biletişim\w* geç\w+",
    r"^\W*by (?:signing up|subscribing|registering),? you (?:agree|accept|acknowledge|consent)\b",
    hints=("newsletter", "bülten", "postfach", "boîte", "abonelik"),
)
subscription = any_of(_english_offer, _other_offer)

_SITE = r"(?:we|our partners|this (?:web)?site|our (?:web)?site|the site)"
cookies = by_patterns(
    Role.NOTICE,
    45,
    rf"\b{_SITE}(?: and our (?:\d+ )?partners)?(?: also)? (?:uses?|stores?|sets?) .{{0,80}}\bcookies?\b",
    rf"\b{_SITE}(?: also)? (?:uses?|stores?|sets?) cookies?\b",
    r"\b(?:accept|reject|allow|manage|enable|disable)(?: all| the| our)? cookies\b",
    r"\bcookies? (?:policy|settings|preferences|notice|consent|help us)\b",
    r"\bby (?:continuing|using)\b.*\byou (?:agree|accept|consent)\b",
    r"\bcookies?\b.*\b(?:improve|better|best)\b.*\b(?:experience|site|website)\b",
    r"\b(?:diese|unsere) (?:web)?(?:seite|site) (?:verwendet|nutzt)\b.*\bcookies\b",
    r"\bwir (?:verwenden|nutzen|setzen)\b.*\bcookies\b",
    r"\b(?:ce site|nous) utilis\w+ (?:des )?cookies\b",
    r"\b(?:este sitio|utilizamos|usamos)\b.*\bcookies\b",
    r"\b(?:мы|сайт) использу\w+\b.*(?:cookie|куки)",
    r"\benable javascript\b|\byour browser\b.*\bjavascript\b",
    r"\b(?:aktivieren sie (?:bitte )?|activez |activ[ae] |abilit[ai] |attiva(?:re)? |включите )java-?script\b",
    r"^\W*(?:ihr|dein) browser (?:ist veraltet|wird nicht)\b|^\W*your browser is (?:out of date|outdated|no longer)\b|"
    r"^\W*votre navigateur (?:n['’]est plus|est (?:obsolète|trop ancien))\b|^\W*(?:su|tu) navegador (?:está|no) \w+",
    r"\b(?:use|utilizza|utilizz?are|utilisez|usa|verwenden sie|benutzen sie)\b.{0,20}\b(?:modern\w*|aktuell\w*|other) "
    r"(?:web[ -]?)?browser\b|\b(?:web[ -]?)?(?:browser|navigateur|navegador) (?:modern[eo]|moderno)\b",
    r"\b(?:è un|is an?|ist ein|est un|es un)\b.{0,20}\b(?:browser|navigateur|navegador)\b.{0,40}"
    r"\b(?:vecchio|old|outdated|veraltet\w*|obsolète|obsoleto|antiguo)\b",
    hints=("cookie", "куки", "javascript", "java-script", "browser", "navig", "naveg", "agree", "accept", "consent"),
    to_the_reader=True,
    at_the_edge=True,
)
consent = by_patterns(
    Role.NOTICE,
    45,
    r"^\W*(?:accept|reject|manage|allow|decline) all(?: cookies)?\W*$",
    r"^\W*(?:manage (?:my |your )?(?:preferences|choices|settings|options)|cookie settings|got it)\W*$",
    r"^\W*(?:we|your privacy) (?:value|care about|respect)\b.{0,12}\bprivacy\W*$",
    r"^\W*(?:strictly )?necessary cookies (?:are|cannot|enable|help)\b",
    r"\b(?:our )?partners (?:may )?process\b.*\b(?:your|personal) data\b",
    r"^\W*by (?:clicking|using|continuing|posting|commenting|submitting|registering|signing up)\b.{0,80}"
    r"\byou (?:agree|accept|acknowledge|consent|grant|confirm)\b",
    r"\b(?:will|do|does) not (?:store|sell|share|keep|disclose) (?:your|this|the recipient['’]s) e-?mail address\b",
    hints=("process", "address"),
    at_the_edge=True,
)

_short_notice = by_patterns(
    Role.NOTICE,
    45,
    r"^\W*(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4})|&copy;)",
    r"^\W*copyright(?::| by)\s*(?-i:[^\W_a-zа-я])\S*(?:\s+\S+){0,7}\s*$",
    r"©\s*(?:19|20)\d\d",
    r"\ball rights reserved\W*(?:$|[.|,;–—-])",
    r"\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены)\b",
    r"\bmay not be (?:published|reproduced|copied|republished|rewritten)\b.*\b(?:permission|redistributed|consent)\b",
    r"^\W*reprinted (?:with|by) permission\b",
    r"^\W*terms (?:of|and) (?:use|service|conditions)(?:\W+\w+){0,5}$",
    r"^\W*(?:privacy (?:policy|settings)|impressum|datenschutz)(?:\W+\w+){0,5}$",
    r"\b(?:alle rechten voorbehouden|alla rättigheter förbehålls|alle rettigheter forbeholdes|všechna práva vyhrazena|"
    r"všetky práva vyhradené|wszelkie prawa zastrzeżone|todos os direitos reservados|tutti i diritti riservati|"
    r"tüm hakları saklıdır|minden jog fenntartva|toate drepturile rezervate|усі права захищен[оі]|"
    r"με την επιφύλαξη παντός δικαιώματος)\b",
    r"^\W*(?:جميع الحقوق محفوظة|सर्वाधिकार सुरक्षित|版权所有|版權所有|저작권자|ⓒ)",
    r"^\W*(?:未经(?:许可|授权)\S{0,6}不得转载|本?\S{0,8}無断転載)\S{0,12}$|무단\s?(?:전재|복제)\S{0,3}(?:\s*및)?\s*재배포\s*금지",
    r"^\W*при (?:полной или частичной )?(?:перепечатке|использовании материалов|цитировании)\b.*\bссылка\b",
    r"^\W*(?:text|content) is available under (?:the )?creative commons\b",
    r"^\W*terms (?:of|and) (?:use|service|conditions) apply\b",
    hints=(
        "©",
        "reserved",
        "vorbehalten",
        "réservés",
        "reservados",
        "riservati",
        "защищены",
        "permission",
        "redistributed",
        "consent",
        "voorbehouden",
        "förbehålls",
        "forbeholdes",
        "vyhraz",
        "vyhradené",
        "zastrzeżone",
        "saklıdır",
        "fenntartva",
        "rezervate",
        "захищен",
        "δικαιώματος",
        "재배포",
        "不得转载",
        "無断転載",
    ),
    at_the_edge=True,
)
# So long a notice is none of the text's own sentences, wherever it stands.
_long_notice = by_patterns(
    Role.NOTICE,
    100,
    r"^\W*(?=(?:\S+\s+){15})(?:©|\(c\)\s|copyright\b|this (?:copy|service|material|article) (?:is|may)\b).*"
    r"\b(?:rights reserved|prior written (?:consent|permission)|terms (?:and|of) (?:conditions|use)|"
    r"(?:non-?commercial|personal) use)\b",
    hints=("©", "(c)", "copyright", "this "),
)
copyright_line = any_of(_short_notice, _long_notice, protected)

_APPEARED = r"(?:appear(?:s|ed)|ran|was (?:also |first |originally )*(?:published|printed))"
# Of so exact a place no article speaks; it goes wherever it stands.
_printed = by_patterns(
    Role.NOTICE,
    45,
    r"^\W*a version of this (?:article|story|piece|essay|review) appear(?:s|ed) in print on\b",
)
_print_note = by_patterns(
    Role.NOTICE,
    40,
    rf"^\W*this (?:article|story|piece|column|essay|op-ed) (?:also |first |originally )*{_APPEARED}"
    r"\s+(?:in|on|at|as|by|under|with|first)\b",
    r"^\W*(?:first|originally) published (?:in|by|on|at)\b",
    r"^\W*a version of this (?:article|story|piece|essay)\b",
    r"^\W*(?:dieser|der) (?:artikel|text|beitrag) (?:ist|erschien)\b.*\b(?:erschienen|in)\b",
    at_the_edge=True,
)

print_note = any_of(_print_note, _printed)

_ADDRESS = r"(?:[\w.+-]+@[\w-]+\.\w+|\b\w+\s*[(\[]at[)\]]\s*\w+)"
_WRITE = (
    r"(?:contact|reach(?:ed)?|e-?mail(?:ed|ing)?|write to|tell|send|suggestions?|tips?|questions?|feedback|letters|"
    r"comments?|schreiben sie|kontakt|пишите|связаться)"
)
contact = by_patterns(
    Role.NOTICE,
    30,
    rf"^\W*(?:e-?mail\W*)?{_ADDRESS}\W*$",
    rf"\b{_WRITE}\b.*{_ADDRESS}",
    r"^\W*(?:media|press)(?: and media)? (?:contacts?|enquiries|inquiries)\s*:",
    hints=("@", "at)", "at]"),
    at_the_edge=True,
)

contact_form = by_patterns(
    Role.COMMENT,
    40,
    r"^\W*(?:your )?(?:name|e-?mail(?: address)?|mail|website|comment|message|url)\s*(?:\(.*\)|\*|\(required\))+\W*$",
    r"\byour e-?mail address will not be published\b",
    r"\brequired fields are marked\b",
    r"\bnotify me of (?:new|follow)\b|\bnotify me when\b.*\b(?:comments?|posts?)\b",
    r"\bdon['’]t bother posting\b",
    hints=("mail", "required", "notify", "bother"),
)

comment_notice = by_patterns(
    Role.COMMENT,
    70,
    r"^\W*comments? (?:are|is|have been|for this \w+ are) (?:now |currently )?"
    r"(?:closed|moderated|disabled|off|welcome)\b",
    r"^\W*(?:some |all )?comments? (?:posted )?(?:here|below|on (?:this|our) (?:site|page|article|story|blog))\b"
    r".*\b(?:may|will|must|are|do|does)\b",
    r"^\W*comments? (?:our|the) editors (?:find|consider|choose)\b",
    r"^\W*comments? (?:may|can|must|should) (?:be|have|not|only)\b.*\bcharacters\b",
    r"^\W*(?:to )?report (?:an? )?(?:inappropriate|abusive|offensive) comments?\b",
    r"\b(?:public )?comments? (?:zone|policy|guidelines|moderation)\b.*\b(?:you|your|we|our)\b",
    r"\b(?:you|your|we|our)\b.*\bcomments? (?:zone|policy|guidelines|moderation)\b",
    r"^\W*(?:the )?(?:views|opinions) expressed (?:below|in (?:the |these |readers['’]? )?comments?)\b",
    r"^\W*(?:please )?(?:keep|be) (?:your comments |comments )?(?:civil|polite|respectful|on topic)\b.*\bcomments?\b",
    hints=("comment",),
    at_the_edge=True,
)

about_page = by_patterns(
    Role.NOTICE,
    80,
    r"\b(?:page|site) is best viewed (?:in|with|on)\b",
    r"\bautomatic updates, click\b",
    r"^\W*how would you rate (?:this|the quality of this)\b|^\W*rate (?:this|it)\b(?:\W+\w+){0,4}\W*$",
    r"^\W*(?:page )?(?:hits|views|visits|reads)\s*:\s*[\d.,]+\W*$",
    r"^\W*(?:like it|enjoyed this|found this useful)\?",
    r"^\W*loading (?:slideshow|comments?|video|more)?\W*$",
    r"^\W*(?:to submit|submit) a correction\b.*\bclick here\W*$",
    r"^\W*(?:schicken|senden|geben) sie uns (?:gern |bitte )?ihr feedback\W*$",
    r"^\W*wir freuen uns (?:über|auf) ihr feedback\b.{0,40}$",
    r"\b(?:kommentare?|gast(?:kommentar|beitr[aä]g)\w*|meinungsbeitr[aä]ge?|beiträge|artikel)\b.*"
    r"\b(?:müssen|muss|gibt|geben|spiegel\w*) nicht (?:notwendig\w*|unbedingt|zwingend|immer )?.{0,20}"
    r"\b(?:meinung|ansicht\w*|auffassung|haltung) der (?:redaktion|herausgeber|zeitung)\b",
    r"\b(?:tell|call|contact|reach|e-?mail) (?:\w+ ){0,2}(?:reporter|columnist)\b.{0,60}"
    r"\(?\d{3}\)?[ .-]{1,2}\d{3}-\d{4}\b",
    r"\bsend us your (?:feedback|experiences?|stor(?:y|ies)|pictures|photos|comments?|views|tips)\b",
    r"^\W*(?:have|got) (?:a|an|any) (?:view|opinion|question|tip|story|comment)s? (?:on|about|for)\b.*\?",
    r"^\W*if you are happy to be contacted by\b",
    r"^\W*this copy is for your personal\b",
    r"^\W*letters (?:to the editor )?(?:should|must)"
    r"\b.*\b(?:\d+ words|full name|(?:home |postal )?address|telephone)\b",
    r"^\W*to submit a letter\b|^\W*letters (?:to the editor )?(?:are limited to|may be edited)\b",
    r"^\W*(?:note|notes) to editors?\s*:",
    r"^\W*this (?:interview|conversation|transcript|q&a) (?:has been|was|is) (?:lightly )?(?:edited|condensed)\b",
    r"^\W*mit (?:agentur)?material(?: (?:von|der))?(?: (?:den )?(?:nachrichten)?agenturen| [a-zäöü]{2,8}"
    r"(?:(?:, ?| und |/)[a-zäöü]{2,8}){0,3})?\)?\W*$",
    r"^\W*\((?:additional )?(?:reporting|writing|editing) by\b[^()]*\)\W*$",
    r"^\W*(?:additional )?reporting by\b[^.]*;\s*editing by\b",
    r"^\W*this page was last (?:edited|modified|updated|changed) on\b",
    r"^\W*click (?:on )?\w.{0,40} for (?:related|more|further|all) (?:news|stories|information|details|articles)\W*$",
    r"^\W*(?:please )?check out our\b.*\bclick here\W*$",
    r"^\W*(?:(?:anzeige|werbung)\W+)?(?:dieser|der) (?:beitrag|artikel|text|post) enthält (?:\w+ )?"
    r"(?:werbung|werbelinks|affiliate|provisions)",
    r"^\W*(?:this|the) (?:post|article|page|site|recipe)(?: [\w ]{1,40})? (?:may )?contains? affiliate links\b",
    r"^\W*did you (?:make|try|like|enjoy) this (?:recipe|post|article|story)\?",
    r"^\W*(?:proudly )?powered by\b[^.,]{0,60}$",
    r"^\W*(?:site|web ?site|blog|page|theme) (?:designed |built |hosted )?by\b[^.,]{0,60}$",
    r"\barchives?:?(?:\s+(?:19|20)\d\d){3,}\W*$",
    hints=("viewed", "reporter", "columnist", "updates", "send us", "archive", "redaktion", "herausgeber", "zeitung"),
    at_the_edge=True,
)

_AGO = r"(?:an?|\d+|one|two|three|few|several)\+? (?:second|minute|min|hour|hr|day|week|month|year)s? ago"
_told_lately = by_patterns(
    Role.UPDATED,
    20,
    rf"^\W*(?:last )?(?:updated?|modified|posted|published)\W+{_AGO}\W*$",
    rf"^\W*{_AGO}$",
    r"^\W*just now$",
    r"^\W*(?:this|the) (?:story|article|post) (?:has been|was|is) (?:being )?(?:updated|corrected|revised|amended)\b",
    at_the_edge=True,
)
_MONTH_NAME = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_amended = by_patterns(
    Role.UPDATED,
    60,
    r"^\W*this (?:story|article|post|piece|report|review|obituary|interview) was (?:updated|corrected|amended) on "
    rf"(?:\d|{_MONTH_NAME}|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
    at_the_edge=True,
)
# Nothing but minutes, hours or days: no heading is so short of time, and no sentence.
_stamp_alone = by_patterns(
    Role.UPDATED,
    5,
    r"^\W*\d+ ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)\.? ago\W*$",
    r"^\W*vor \d+ (?:sek|min|std|stunden?|minuten?|tag(?:en)?)\.?\W*$",
    r"^\W*il y a \d+ (?:min|minutes?|h|heures?|j|jours?)\.?\W*$",
    r"^\W*(?:hace|há) \d+ (?:min|minutos?|horas?|días?|dias?)\W*$",
    r"^\W*\d+ (?:min|minuti|or[ae]|giorn[io]) fa\W*$|^\W*\d+ (?:min|minuut|minuten|uur|dag(?:en)?) geleden\W*$",
    r"^\W*\d+ (?:минут[уы]?|час(?:а|ов)?|дн(?:я|ей)|день) назад\W*$|^\W*\d+ (?:dakika|saat|gün) önce\W*$",
    r"^\W*(?:för|for) \d+ (?:min|minut(?:er|ter)|tim(?:mar|er)|dag(?:ar|er|e)?) (?:sedan|siden)\W*$",
    r"^\W*\d+ ?(?:分|時間|日)前\W*$|^\W*\d+ ?(?:分钟|小时|天)前\W*$|^\W*\d+ ?(?:분|시간|일) ?전\W*$",
)
relative_date = any_of(_told_lately, _amended, _stamp_alone)
