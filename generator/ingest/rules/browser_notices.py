"""A rule for what a page says of its reader's browser, scripts and advertisement blocker."""

from __future__ import annotations

from generator.articles.ledger import Role
from generator.ingest.rules.appeals import unreported
from generator.ingest.rules.consent_sentences import THIS, THIS_SITE
from generator.ingest.rules.patterns import by_patterns

_BROWSER = (
    r"(?:browser σας|browser|navigateur|navegador|webbläsare|selaimesi|selain|przeglądark\w+|prohlížeč\w*|"
    r"böngésző\w*|браузер\w*|"
    r"tarayıcı\w*|πρόγραμμα περιήγησης|متصفح\S*|ブラウザー?|浏览器|瀏覽器|브라우저|peramban)"
)
_YOUR = (
    r"(?:your|ihr|dein|votre|ton|(?:o )?(?:seu|teu)|tu|su|(?:il )?(?:tuo|suo)|je|jouw|uw|din|twoja|"
    r"państwa|váš|tvůj|az ön|ваш|твій|browserul|ο|το πρόγραμμα)"
)
_SUPPORTS_NOT = (
    r"(?:kan (?:\w+ ){0,8}(?:niet|ikke|inte)|støtter ikke|(?:does not|doesn['’]t|do not|can ?not|can['’]t) (?:\w+ "
    r")?(?:support|play|display|show|run|load|handle|render)|unterstützt|"
    r"kann|ne (?:supporte|prend|peut|permet|gère)|no (?:soporta|"
    r"admite|es compatible|permite|puede)|não (?:suporta|permite|é compatível)|non (?:supporta|è in grado|permette)|"
    r"ondersteunt|stöder inte|stödjer inte|understøtter ikke|ei tue|nie (?:obsługuje|wspiera)|"
    r"nepodporuje|nem támogatja|nu suport\w+|не поддержива\w+|не підтриму\w+|desteklem\w+|δεν υποστηρίζει|لا يدعم|"
    r"対応して|サポートして|不支持|지원하지|tidak mendukung)"
)
_ENABLE = (
    r"(?:enable|activate|turn(?:ed)? (?:it )?on|switch on|requires?|required|disabled|turned off|aktivier\w*|"
    r"einschalten|"
    r"отключ[её]н\w*|benötigt|erforderlich|deaktiviert|activez?|activer|requis|désactivé|activ[ae]r?|habilit\w+|"
    r"requiere|necesita|ativ[ae]r?|"
    r"attiv\w+|abilit\w+|schakel|inschakelen|aktivera|aktiver\w*|ota käyttöön|włącz\w*|wymaga\w*|zapněte|povolte|"
    r"engedélyez\w*|activați|включите|увімкніть|etkinleştir\w*|ενεργοποι\w+|有効|启用|啟用|활성화|aktifkan)"
)
_AD_BLOCKER = (
    r"(?:\bad[- ]?block\w*|werbeblocker\w*|bloqueu\w+ de pub\w*|bloqueador\w* de (?:anuncios|publicidad|anúncios)|"
    r"adblock\w*|annonsblocker\w*|annonceblok\w*|reklameblok\w*|mainosten ?esto\w*|blok\w+ reklam|reklamblok\w*|"
    r"blocco (?:della )?pubblicità|блокировщик\w* рекламы|блокувальник\w* реклами|reklam engelle\w+|広告ブロック\S*|"
    r"广告拦截\S*|광고 차단\S*)"
)
_browsers = by_patterns(
    Role.NOTICE,
    40,
    rf"^(?=.)\W*(?:(?:sorry|unfortunately|leider|désolé|lo sentimos|spiacenti|helaas|przepraszamy|"
    rf"извините)\W+)?(?:\w+ )?"
    rf"{_YOUR} (?:\w+ )?{_BROWSER}.{{0,25}}\b{_SUPPORTS_NOT}",
    rf"^(?=.)\W*(?:tarayıcınız|selaimesi|nettleseren din|il browser in uso|お使いの|您的|当前|브라우저|متصفح|"
    rf"browserul)(?=.{{0,20}}{_SUPPORTS_NOT})",
    rf"^(?=.)\W*{_BROWSER}.{{0,12}}{_SUPPORTS_NOT}\W*$",
    rf"^(?=.)\W*{_ENABLE} (?:\w+ )?java ?script(?:\W*$|,? (?:to|um|för att|for at|for å|aby|para|pour|per|om|чтобы|in "
    rf"your)\b)",
    rf"^(?=.*(?:java ?script|자바스크립트))(?=.*{_ENABLE}).*(?:{THIS_SITE}|\bthis app\b|(?:to|um) (?:run|view|use|see|"
    rf"continue|dies)|"
    rf"このページ|このサイト|此页面|本页|이 페이지|работы сайта|\baz oldal|\b{THIS} (?:page|app|\w*anwendung|"
    rf"element|seite|"
    rf"inhalt|form|feature|video|página|pagina|page|стран\w+|sivu|sidan?|side|stron\w+|stránk\w+|nutzung)\b)",
    rf"^(?=.)\W*(?:please|bitte|veuillez|por favor|per favore|merci|prosimy|пожалуйста|alsjeblieft|você precisa|"
    rf"you (?:need|have|must)|schakel|aktivera|włącz|zapněte|включите)\b(?=.*{_ENABLE}).*\bjava ?script",
    rf"^(?=.)\W*(?:it (?:looks|seems|appears)|we(?:['’]ve| have)? (?:\w+ )?(?:noticed|detected|see)|wir haben|es "
    rf"scheint|"
    rf"offenbar|"
    rf"il semble|nous avons|parece que|hemos|sembra|abbiamo|het (?:lijkt|ziet)|det (?:verkar|ser)|näyttää siltä|"
    rf"wygląda|zdá se|"
    rf"похоже)\b.{{0,30}}\b(?:you\w*|sie|du|vous|usas|estás|tienes|tiene|stai|hai|usi|je|käytät|używasz|używáte|"
    rf"používáte|вы)\b"
    rf".{{0,40}}{_AD_BLOCKER}",
    rf"^(?=.)\W*(?:you(?:['’]re| are|r| seem)|sie (?:nutzen|verwenden|haben)|du (?:nutzt|verwendest|hast|använder|"
    rf"bruger|"
    rf"bruker)|"
    rf"vous (?:utilisez|avez)|usas|estás|stai|je gebruikt|używasz|používáte|вы "
    rf"используете)\b.{{0,60}}{_AD_BLOCKER}(?=.*(?:please|"
    rf"\bour\b|\bus\b|bitte|unser|\buns\b|merci|veuillez|désactiv|por favor|desactív|disattiv|schakel|stäng|slå |"
    rf"wyłącz|vypn|"
    rf"отключ))",
    rf"^(?=.)\W*(?:please|bitte|merci|veuillez|por favor|per favore|lütfen|пожалуйста|prosimy|"
    rf"schakel)\b.{{0,60}}{_AD_BLOCKER}",
    rf"^(?=.)\W*{_AD_BLOCKER} (?:detected|erkannt|détecté|detectado|rilevato|aktiv|wykryty)\W*$",
    r"\bschließen sie die druckvorschau\b|^\W*nicht alle bilder konnten\b|\b(?:close|exit) (?:the )?print preview\b",
    hints=(
        *(
            "nettleser",
            "자바스크립트",
            "browser",
            "navigateur",
            "navegador",
            "webbläs",
            "selai",
            "przegląd",
            "prohlížeč",
            "böngész",
            "браузер",
        ),
        *("tarayıcı", "περιήγησης", "متصفح", "ブラウザ", "浏览器", "瀏覽器", "브라우저", "javascript", "java script"),
        *("ad block", "ad-block", "adblock", "werbeblocker", "bloque", "annons", "annonce", "reklam", "mainos"),
        *("blocco", "рекламы", "реклами", "広告", "广告", "광고", "druckvorschau", "bilder konnten", "print preview"),
    ),
)
browser_notice = unreported(_browsers)
