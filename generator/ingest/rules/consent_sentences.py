"""Rules for the standing sentences on cookies and on what other sites would show, wherever they stand.

They go by what only a page says: it names itself or what it holds back, and asks its reader for something.
Many lines begin with `To` or `If`, and few have one of the hints: after `(?=.)` a pattern goes by these alone.
"""

from __future__ import annotations

from generator.articles.ledger import Role
from generator.ingest.rules.appeals import unreported
from generator.ingest.rules.patterns import by_patterns


def together(*parts: str) -> str:
    """A pattern for texts in which all parts are found, in any order."""
    return "^" + "".join(f"(?=.*{part})" for part in parts)


_COOKIES = (
    r"(?:cookie|çerez|куки|\beväste|informasjonskaps|\bsüti|ciastecz|traceurs|クッキー|쿠키|تعريف الارتباط|"
    r"κούκις|kakor\b)"
)
_COOKIE_HINTS = (
    "cookie",
    "çerez",
    "куки",
    "eväste",
    "informasjonskaps",
    "süti",
    "ciastecz",
    "traceurs",
    "kakor",
    "クッキー",
    "쿠키",
    "الارتباط",
)
# What a page calls itself.
THIS_SITE = (
    r"(?:(?:this|our) (?:web ?)?(?:site|page)|(?:diese|unsere) (?:web|internet|home)?(?:seite|site|page)\b|"
    r"(?:dieser|unserer) (?:web|internet)?(?:seite|site)\b|(?:ce|notre) site|(?:est[ea]|nuestr[oa]) "
    r"(?:sitio|página|web|portal)|(?:este|nosso) (?:web)?(?:site|sítio|portal)|(?:est|noss)a página|"
    r"(?:questo|nostro) sito|(?:deze|onze) (?:web)?site|(?:denna|vår) (?:web|hem)\w+|den här (?:web|sajt)\w+|"
    r"(?:denne|vores) (?:hjemme|web)\w+|dette nettsted\w*|(?:nettstedet|nettsiden) (?:vårt|vår)|tämä sivusto|"
    r"sivustomme|(?:ta|nasza|niniejsza) (?:strona|witryna)|(?:nasz|ten) serwis|naszej (?:stronie|witrynie)|"
    r"(?:tato|tyto|naše) (?:web\w* ?)?strán\w+|tento web|(?:ez a|ezen a) (?:web)?(?:oldal|lap)\w*|weboldalunk|"
    r"(?:acest|nostru) site|site-ul nostru|(?:этот|этом|наш\w*|данный) (?:веб-?)?сайт|(?:цей|наш\w*) (?:веб-?)?сайт|"
    r"bu (?:web )?site|sitemiz|(?:αυτ[όή]|ο) (?:η |ο )?ιστ[όο]\w+|(?:тази|този) (?:уеб)?сайт|هذا الموقع|موقعنا|"
    r"当サイト|本サイト|本网站|本網站|本站|(?:이|본) (?:웹)?사이트|situs (?:web )?(?:ini|kami))"
)
_WE_USE = (
    r"(?:we(?: and our partners)?(?: also)? use|wir (?:verwenden|nutzen|setzen|benutzen|brauchen)|nous utilisons|"
    r"(?:utilizamos|usamos|empleamos)|utilizziamo|usiamo|(?:wij|we) (?:gebruiken|maken gebruik)|vi använder|"
    r"vi (?:bruger|anvender)|vi (?:bruker|benytter)|käytämme|(?:używamy|korzystamy|stosujemy)|"
    r"(?:používáme|využíváme)|(?:sütiket|cookie-kat) használunk|folosim|utilizăm|мы использу\w+|ми використов\w+|"
    r"kullanıyoruz|χρησιμοποιούμε|نستخدم|نحن نستخدم|kami menggunakan|我们使用|我們使用)"
)
_TO_SERVE = (
    r"(?:(?:your|user|browsing|best|better|relevant)(?: \w+)? experience|improve (?:your|our|this|the (?:site|user))|"
    r"personali[sz]e|traffic|ensure (?:that )?(?:you|we|basic|the best)|analy[sz]e|assume|angenehm|verbesser|"
    r"erfahrung|erlebnis|"
    r"nutzung|zugriffe|optimal|bestmöglich|expérience|garantir|améliorer|audience|experiencia|mejorar|ofrecer|"
    r"publicidad|"
    r"experiência|melhorar|oferecer|esperienza|migliorar|offrir|ervaring|verbeteren|zorgen|optima|upplevelse|förbättra|"
    r"oplevelse|forbedre|opplevelse|käyttökokemu|parantaa|doświadcze|popraw|ulepsz|zapewni|zážit|zlepš|zajišt|élmény|"
    r"javít|biztosít|experienț|îmbunătăț|удоб|улучш|анализ|досвід|покращ|зручн|deneyim|iyileştir|geliştir|sunmak|"
    r"εμπειρία|βελτι|تجرب|تحسين|利便性|向上|体验|體驗|改善|경험|개선|pengalaman|meningkatkan)"
)
_GO_ON = (
    r"(?:by (?:continuing|using|browsing|clicking|closing|accepting)|if you continue|mit (?:der|ihrer|deiner) weiteren|"
    r"durch (?:die|das) (?:weitere )?(?:nutz|surf|klick)|(?:wenn|indem|sofern) (?:sie|du) .{0,40}\b(?:fort|weiter|surf|"
    r"nutz|klick)|mit (?:dem|einem) klick|en (?:poursuivant|continuant|cliquant|naviguant)|si vous (?:continuez|"
    r"poursuivez)|(?:si|al) (?:continúas?|continuar|seguir|sigues?|hacer clic|navegar|pulsar)|se continuar|ao "
    r"(?:continuar|navegar|clicar|utilizar)|proseguendo|continuando|cliccando|se (?:prosegui|continui)|als (?:u|je) "
    r"(?:doorgaat|verder)|door (?:verder|gebruik|op|te klikken)|genom att (?:fortsätta|använda|klicka|surfa)|ved at "
    r"(?:fortsætte|bruge|klikke)|ved å (?:fortsette|bruke|klikke)|jatkamalla|käyttämällä|(?:kontynuując|korzystając|"
    r"klikając|dalsze korzystanie)|pokračováním|používáním|kliknutím|(?:folytatásával|használatával|kattintva)|"
    r"(?:continuând|prin continuarea|navigând)|продолжая|нажимая|оставаясь|используя|продовжуючи|натискаючи|"
    r"devam (?:ederek|ettiğinizde)|kullanarak|συνεχίζοντας|χρησιμοποιώντας|باستمرار|بالاستمرار|باستخدام|"
    r"続ける|继续|繼續|계속|dengan (?:melanjutkan|menggunakan))"
)
_AGREE = (
    r"(?:you (?:agree|accept|consent|are agreeing|confirm|are giving)|einverstanden|(?:stimmen sie|stimmst du)\b|"
    r"akzeptier(?:en sie|st du)|(?:vous )?(?:acceptez|consentez)|\b(?:aceptas?|acepta|acepto|consientes?)\b|"
    r"\b(?:concorda|"
    r"aceita|consente)\b|\b(?:acconsenti|accetti|accett[ia]|presti)\b|(?:akkoord|instemt|stemt)\b|godkänner|"
    r"samtycker|accepterer|samtykker|godtar|aksepterer|hyväksyt|(?:zgadzasz|wyrażasz|akceptujesz)|"
    r"souhlas[íi]te|elfogad|hozzájárul|sunteți de acord|acceptați|согла[шс]\w+|погоджу\w+|kabul|αποδέχ|συμφωνεί|"
    r"συναινεί|توافق|موافق|同意|동의|setuju|menyetujui)"
)
_KIND_OF = (
    r"(?:necessary|essential|essenzielle|notwendige|technisch notwendige|unbedingt erforderliche|nécessaires|"
    r"necesarias|"
    r"esenciales|necessários|essenciais|(?:tecnici )?necessari|noodzakelijke|nödvändiga|nødvendige|välttämättöm\w+|"
    r"niezbędne|"
    r"nezbytné|szükséges|necesare|необходимые|обязательные|необхідні|gerekli|zorunlu|απαραίτητα|functional|"
    r"funktionale|fonctionnels|performance|analytical|analytics?|statistik|advertisement|marketing)"
)
_SO_IT_WORKS = (
    r"(?:absolut\w* (?:essen|erford|notw|nöd|nød)|absolutely|properly|einwandfrei|grundlegende funktion|"
    r"grundfunktionen|bon fonctionnement|correctamente|correto funcionamento|adequada\w*|absolutamente|"
    r"assolutamente|corretto funzionamento|correct functione|absoluut|prawidłow|správn|megfelelő működés|"
    r"corect\w*|корректн|правильн|коректн|düzgün|σωστή|understand how visitors|help (?:perform|us)|"
    r"relevant ads|key performance)"
)
_cookies = by_patterns(
    Role.NOTICE,
    70,
    # The page or those who make it use cookies, for the reader's good.
    rf"^(?=.)\W*(?:\w+ ){{0,3}}?(?:{THIS_SITE}|{_WE_USE})(?=.{{0,28}}{_COOKIES}).*{_TO_SERVE}",
    together(r"\W*(?:هذا|يستخدم|نستخدم|当|本|이|私たち|我们|我們|ez a|bu |situs)", THIS_SITE, _COOKIES, _TO_SERVE),
    # Whoever reads on, agrees.
    r"^(?=.)\W*(?:\w+ ){0,6}çerez\w* (?:\w+ )?kullan(?:ıyoruz|maktayız)\b",
    together(_GO_ON, _AGREE, _COOKIES),
    rf"^(?=.)\W*(?:(?:les|las|los|i|os|de|gli|pliki|файлы|soubory) )?(?:{_KIND_OF}\b.{{0,20}}{_COOKIES}|cookies? "
    rf"{_KIND_OF}\b).*{_SO_IT_WORKS}",
    r"^(?=.)\W*(?:this category|these cookies|diese cookies|ces cookies|estas cookies|questi cookie|estes cookies|"
    r"this cookie)\b.{0,60}\b(?:basic functionalit|do(?:es)? not store any|not store|ensures?|is set by|are used to|"
    r"speichern keine|ne stockent|no almacenan|não armazenam|non memorizzano|will be stored in your browser)",
    r"^(?=.)\W*(?:out of these(?: cookies)?, |you also have the option to opt-?out of these cookies|"
    r"any cookies that may not be particularly necessary|when you visit any (?:web)?site, it may store)",
    r"^(?=.)\W*(?:hier finden sie eine übersicht über alle verwendeten cookies\b|"
    r"you can (?:find out more about|learn more about|change|adjust|manage|update|edit) (?:which |your |our )?"
    r"(?:cookies? (?:settings|preferences|choices)|cookies we)(?:\W*$|.{0,15}(?:\bat any ?time|here\b|below|by "
    r"clicking|using)))",
    rf"^(?=.)\W*(?:sie können|du kannst|vous pouvez|puedes?|pode|puoi|je kunt|u kunt|możesz|вы можете)\b"
    rf".{{0,60}}\b(?:ihre|deine|vos|sus?|tus?|suas?|tue|uw|je|ваш\w*|swo\w+)\b.{{0,60}}{_COOKIES}.{{0,80}}"
    r"(?:\bin (?:der|unserer|den)\b|en cliquant|bas de (?:la )?page|pie de página|cookie-(?:richtlinie|einstell))",
    rf"^(?=.)\W*{_GO_ON}\b.{{0,80}}\b(?:su uso|its use|their use|(?:ihrer|deren) verwendung|leur utilisation|il loro "
    rf"utilizzo|"
    r"a sua utilização)\b",
    r"^(?=.)\W*si contin(?:úa|úas) navegando\b.{0,40}\b(?:consideramos|entendemos|aceptas?)\b",
    rf"^(?=.)\W*als (?:u|je) doorgaat\b.{{0,50}}\b{THIS_SITE}\b.{{0,40}}\b(?:hiermee|ermee|akkoord|instemt)\b",
    rf"^(?=.)\W*{_GO_ON}\b.{{0,40}}{THIS_SITE}.{{0,40}}{_AGREE}",
    hints=(
        *_COOKIE_HINTS,
        "this category",
        "out of these",
        "navegando",
        "doorgaat",
        "continue to use",
        "weiter nutzen",
    ),
)

_SHOWN = (
    r"(?:content|video|tweet|post|map|inhalt\w*|beitrag|karte|grafik\w*|element\w*|contenus?|vidéo|contenido|vídeo|"
    r"conteúdo|contenuto|mappa|inhoud|innehåll\w*|indhold\w*|innhold\w*|sisältö\w*|sisällö\w*|treś\w+|film\w*|wideo|"
    r"obsah\w*|tartal\w+|videó\w*|conținut\w*|контент\w*|содержим\w+|видео|вміст\w*|відео|içeri\w+|video\w+|"
    r"περιεχόμενο|βίντεο|المحتوى|الفيديو|コンテンツ|動画|内容|视频|콘텐츠|동영상|konten)"
)
THIS = (
    r"(?:this|these|diese[rsn]?|cet?|cette|ces|est[eao]|quest[oa]|dez?e|dit|det här|detta|dette|denne|tämä\w*|tätä|tę|"
    r"ten|ta|tej|tento|této|tohoto|toto|ezt?|acest|этот?|это|этого|цей|це|bu|αυτό|هذا|この|此|该|이)"
)
_THIS_SHOWN = (
    rf"(?:\b{THIS} (?:\w+ ){{0,2}}{_SHOWN}|\bhet {_SHOWN}|\b(?:innehållet|indholdet|innholdet|videon|videoen)\b|"
    rf"^\W*a (?:tartalom|videó)\b|この\S{{0,4}}動画|此内容|이 콘텐츠|هذا المحتوى)"
)
_LOAD = (
    r"(?:\bview|watch|\bplay|\bload|display|\bsee\b|\bshow|anzu?(?:zeigen|sehen)|\bsehen\b|anzusehen|anzuzeigen|"
    r"anzeig|angezeigt|geladen|\bladen\b|"
    r"abspiel|darstell|affich|visualis|regarder|\bvoir\b|charg|caric|\bver\b|\bvê-l|mostrar|visualizar|reproducir|"
    r"carg|veder|visualizz|"
    r"bekijken|getoond|weergegeven|tonen|\bse\b|visas?\b|vises|näyt|katso|zobacz|wyświetl|obejrze|odtworz|zobraz|"
    r"přehr|megtekint|megjelen|viziona|vedea|afiș|просмотр|посмотр|отобраз|показа|перегля|görüntüle|izle|"
    r"δείτε|προβ|عرض|مشاهد|表示|再生|观看|查看|显示|보기|보려면|표시|melihat|menonton)"
)
_HELD_BACK = (
    r"(?:block|blockiert|gesperrt|bloqué|bloquead|bloccat|geblokkeerd|blockera|blokeret|blokkert|estett|zablokowan|"
    r"blokov|letiltv|blocat|заблокир|заблоков|engellen|αποκλει|محظور|ブロック|屏蔽|차단|not available|"
    r"cannot be|can['’]t be|"
    r"kann (?:[\w-]+ ){0,6}nicht|n['’]a pas pu|ne peut pas|no se puede|não pode|non può|niet worden|kan ikke|kan inte)"
)
_CONSENT = (
    r"(?:consent|permission|accept|privacy|\benable|aktivier|\ballow|zulass|zustimm|einwillig|einverst|datenschutz|"
    r"akzept|accepté|consentement|"
    r"acept|consent|aceit|consenso|accett|toestemming|toestaan|accepter|godkänn|samtyck|samtykk|godta|hyväksy|"
    r"suostumu|zgod|"
    r"akcept|souhlas|povol|hozzájár|fogad|acord|accepta|соглас|разреш|згод|дозв|kabul|onay|αποδ|συγκατ|موافق|"
    r"قبول|同意|許可|允许|동의|허용|setuju|izin)"
)
_NETWORKS = (
    r"(?:youtube|instagram|facebook|twitter|\bx\b|vimeo|tiktok|spotify|soundcloud|datawrapper|google|podigee|opinary|"
    r"tweets?\b|infogram|flourish|bluesky|threads|pinterest|reddit|glomex|dailymotion|giphy|telegram|drittanbieter\w*|"
    r"drittplattform\w*|third[- ]part\w+|terceros|terze? part\w|derden|tredjepart\w*|tiers)"
)
_EXTERNAL = (
    r"(?:extern(?:e[rns]?|al) (?:inhalt\w*|content|inhoud)|contenus? (?:externe|tiers)|contenido externo|conteúdo "
    r"externo|"
    r"contenuto esterno|externt innehåll|eksternt ind?n?hold|ulkoi\w+ sisäl\w+|zewnętrzn\w+ treś\w+|treś\w+ "
    r"zewnętrzn\w+|"
    r"externí obsah\w*|külső tartal\w+|внешн\w+ (?:контент|содержим)\w*|εξωτερικό περιεχόμενο|外部コンテンツ|外部内容)"
)
_YOU = (
    r"(?:you|your|sie|ihr\w*|du|dein\w*|vous|votre|vos|has|haya|tus?|usted|você|seus?|suas?|hai|tuo|tue|je|jij|uw?|"
    r"du|din|dina|sinun|twoj\w+|wyrażono|vám|vaš\w+|вы|вам|ваш\w*|ви|σας|ön)"
)
_ORDER = (
    r"please|bitte|to|um|pour|para|per|om|för att|for at|for å|aby\w*|pro|чтобы|чтоб|για να|zum|acept[ae]|accett[ai]|"
    r"hyväksy|aceite|accepteer|acceptez|godkänn|zaakceptuj|povolte|a tartalom|you|sie|du|vous|"
    r"tienes|debes|devi|je|u|musisz|musíte|accept|click|allow|enable|klicken|klicke|in order"
)
_NEEDS = (
    r"(?:we need|wir (?:benötigen|brauchen)|nous avons besoin|necesitamos|abbiamo bisogno|precisamos|"
    r"(?:wij|we) hebben|vi behöver|vi har brug|vi trenger|potrzebujemy|potřebujeme|нам нужно)"
)
_YOUR_CONSENT = (
    rf"(?:your|ihre[rn]?|deine[rn]?|votre|ton|tu|su|seu|sua|(?:tuo|suo|vostro)|uw|je|jouw|din|ditt|sinun|twoj\w+|"
    rf"vaš\w+|"
    rf"ваш\w*) (?:\w+ )?{_CONSENT}"
)
_outside_content = by_patterns(
    Role.NOTICE,
    60,
    # What is held back until the reader agrees.
    rf"^\W*(?:sorry\W+)?{_THIS_SHOWN}(?=.*{_HELD_BACK})(?=.*\b{_YOU}\b).*(?:{_COOKIES}|{_CONSENT})",
    rf"^\W*(?:sorry\W+)?{_THIS_SHOWN}(?=.*{_HELD_BACK}).*{_COOKIES}",
    rf"^\W*{_THIS_SHOWN}(?=.*{_CONSENT}).*{_COOKIES}",
    rf"^(?=.)\W*(?:{_ORDER})\b(?=.*{_CONSENT})(?=.*{_LOAD})(?=.*{_COOKIES}).*{_THIS_SHOWN}",
    rf"^(?=.)\W*(?:{_ORDER})\b(?=.*{_YOUR_CONSENT})(?=.*{_LOAD}).*(?:{_THIS_SHOWN}|{_NETWORKS})",
    rf"^(?=.)\W*(?:\w+, )?(?:acept\w+|accett\w+|aceit\w+|accept\w*|hyväksy|godkänn\w*|akzeptier\w+|"
    rf"zaakceptuj)\b.{{0,40}}{_COOKIES}.*{_THIS_SHOWN}",
    rf"^(?=.)\W*click (?:\w+ )?to (?:accept|allow)\b.{{0,40}}\b(?:load|view|play|watch|see)\b.*{_SHOWN}",
    rf"^\W*{_THIS_SHOWN}(?=.{{0,30}}\b(?:hosted|provided|bereitgestellt|hébergé\w*|ospitato|alojado|hospedado|"
    rf"aangeboden)\b)"
    rf"(?=.*{_NETWORKS}).*{_CONSENT}",
    rf"^(?=.)\W*{_NEEDS}\b(?=.*{_CONSENT})(?=.*{_LOAD})(?=.*(?:{_COOKIES}|{_NETWORKS}|extern)).*{_SHOWN}",
    r"^\W*(?:mit|durch) (?:\w+ )?klick\w* auf\b(?=.*\b(?:sie|du)\b).{0,120}\b(?:inhalte?|daten|cookies|"
    r"video)\b.{0,60}\b(?:geladen|angezeigt|"
    r"übermittelt|übertragen|gesetzt)\b",
    rf"^(?=.)\W*(?:en cliquant|al hacer clic|cliccando|ao clicar|by clicking|by accepting)\b(?=.*{_COOKIES}|"
    rf".*{_NETWORKS}).*{_SHOWN}",
    # Content of others, shown on a click.
    rf"^(?=.)\W*(?:an dieser stelle|hier|dies(?:er artikel|es ist|er)|dit is|dit artikel|this (?:article|page|story) "
    rf"(?:contains|"
    rf"includes)|cet article|este artículo|questo contenuto|this is|das ist)\b(?=.*(?:{_EXTERNAL}|content "
    rf"(?:provided by|from)|inhalte (?:von|der|aus)|contenus? (?:de|provenant)|contenidos? de|"
    rf"ospitato)).*(?:{_NETWORKS}|ergänz|{_CONSENT}|{_LOAD})",
    rf"^(?=.)\W*{_EXTERNAL}\b\W.{{0,30}}\b(?:ich bin|i agree|ik ga|wir benötigen|mehr|hier|you|sie|klick\w*|vous|"
    rf"{_CONSENT})",
    r"^(?=.)\W*(?:damit|dabei|hierbei|dadurch) (?:werden|können) (?:\w+ ){0,2}(?:personenbezogene )?daten an "
    r"(?:dritt\w*|"
    r"\w+) "
    r"(?:\w+ ){0,3}übermittelt(?:\W*$|\. |\W*mehr\b)",
    r"^(?=.)\W*(?:du kannst|sie können|vous pouvez|you can|je kunt)\b.{0,40}\b(?:mit (?:nur )?einem klick|en un clic|"
    r"with "
    r"(?:one|a) click|met één klik)\b.{0,20}\b(?:anzeigen|laden|einblenden|ausblenden|afficher|show|load|tonen)\b",
    r"^(?=.)\W*(?:für|zur) (?:die )?darstellung\b.{0,60}\b(?:nutzen|verwenden) wir\b",
    r"^(?=.)\W*wenn (?:sie|du)\b.{0,50}\b(?:abspiel\w+|klick\w+|anseh\w+|lad\w+|startest|starten)\b.{0,20}\b(?:erfolgt|"
    r"werden|wird)\b"
    rf".{{0,40}}\bdaten\w*\b.{{0,30}}{_NETWORKS}",
    r"^\W*if you accept this notice\b|\bchoice will be saved and the page will\b",
    rf"^(?=.)\W*(?:for more information|weitere informationen|mehr (?:informationen|dazu)|más "
    rf"información)\b.{{0,40}}{_NETWORKS}"
    r".{0,40}\b(?:privacy policy|datenschutzerklärung|privacidad)\b",
    hints=(
        *_COOKIE_HINTS,
        *(
            "consent",
            "permission",
            "zustimm",
            "einwillig",
            "einverst",
            "datenschutz",
            "privacy",
            "privacid",
            "consenso",
        ),
        *("consentimiento", "toestemming", "suostumu", "zgod", "souhlas", "соглас", "разреш", "extern", "third part"),
        *("terza part", "klick", "darstellung", "übermittelt", "this notice", "choice will be", "youtube", "twitter"),
        *("instagram", "facebook", "vimeo", "drittpl"),
    ),
)
consent_sentence = unreported(_cookies)
outside_content = unreported(_outside_content)
