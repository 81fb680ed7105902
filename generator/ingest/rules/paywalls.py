"""Rules for what a page says where it shows no more of a text than to those who pay, or who have an account."""

from __future__ import annotations

from generator.articles.ledger import Role
from generator.ingest.rules.appeals import unreported
from generator.ingest.rules.patterns import by_patterns

_ARTICLE = (
    r"(?:article|story|stories|content|post|artikel\w*|beitrag\w*|text|inhalt\w*|contenu|articles|art[ií]culos?|"
    r"contenidos?|noticias?|notas?|artigos?|conteúdos?|matérias?|notícias?|articol\w*|contenut[oi]|inhoud|verhaal|"
    r"innehåll\w*|"
    r"sak\w*|innhold\w*|indhold\w*|artikkel\w*|jut\w+|sisältö\w*|artykuł\w*|treś\w+|materiał\w*|člán\w+|text\w*|"
    r"obsah\w*|"
    r"cikk\w*|tartal\w+|conținut\w*|стат\w+|материал\w*|текст\w*|матеріал\w*|haber\w*|içeri\w+|yazı\w*|άρθρ\w+|"
    r"περιεχόμενο|المقال\w*|المحتوى|記事|文章|本文|内容|기사|콘텐츠|artikel ini|konten)"
)
_THIS = (
    r"(?:dalsza część|pozostała część|zbytek|der rest|la suite|el resto|il resto|resten av|остальн\w+|полный|this|"
    r"the (?:rest|full|remainder)(?: of)?(?: this| the)?|diese[rnms]?|der (?:ganze|vollständige|komplette)|"
    r"cet?|l['’]intégralité de|est[ea]|quest[oa]|dit|den här|denna|denne|dette|det här|tämä\w*|tätä|ten|tento|tuto|"
    r"ez a|"
    r"acest|этот?|эта|цей|ця|bu|αυτό|το|هذا|この|本|이)"
)
_SUBSCRIBERS = (
    r"(?:subscribers?|members?|registered (?:users|readers)|abonnent\w*|abonnenten|mitglieder\w*|abo\b|plus-\w+|"
    r"abonné\w*|"
    r"suscriptor\w*|suscrit\w*|abonad\w+|socios|assinant\w+|abbonat\w*|abonnees?|leden|prenumerant\w*|medlem\w*|"
    r"tilaaj\w+|prenumerator\w*|subskrybent\w*|předplatitel\w*|abonent\w*|előfizető\w*|abonați\w*|по подписке|"
    r"подписчик\w*|"
    r"передплатник\w*|підписник\w*|abone\w*|συνδρομητ\w+|المشترك\w*|للمشترك\w*|会員|订阅用户|會員|订户|유료|회원|구독자|pelanggan)"
)
_ONLY = (
    r"(?:only|exclusive\w*|reserved|available|(?:is|are) for|nur|exklusiv\w*|vorbehalten|réservée?s?|seulement|"
    r"exclusivo|exclusiv[oa]s?|solo|sólo|reservad\w+|apenas|somente|riservat\w+|esclusiv\w+|alleen|enkel|exclusief|"
    r"bara|"
    r"endast|kun|forbehold\w+|vain|tylko|dostępn\w+|wyłącznie|pouze|jen|csak|kizárólag|doar|numai|только|лише|тільки|"
    r"доступен|доступн\w+|"
    r"yalnızca|sadece|özel\w*|μόνο|αποκλειστικά|فقط|限定|のみ|仅|僅|专享|专属|만|전용|khusus|hanya)"
)
_READ_ON = (
    r"(?:(?:continue|keep) reading(?=\W*(?:$|[.,!?:–|]|this\b|our\b|the (?:rest|full|article|story)|for\b|with\b|"
    r"and\b|now\b|"
    r"all\b|unlimited|\w+['’]s|it\b))|read (?:on|more)\b|(?:read|view|see|access|get|unlock) (?:the )?(?:rest|full|"
    r"entire|whole|"
    r"complete|remainder)(?: of)?(?: this| the)? ?(?:article|story|post|content|text|piece|interview)|"
    r"(?:read|view|access|unlock) (?:this|our|all(?: of)? (?:our|the)) (?:exclusive )?(?:article|stor|content|"
    r"journalism)\w*|weiter(?:zu)?lesen|"
    r"(?:artikel|text|beitrag|inhalt) (?:\w+ )?(?:zu )?lesen(?! können)|lire (?:la suite(?! d[eu] (?!cet|"
    r"l['’]article|notre))|cet|l['’]article|l['’]intégralité)|(?:poursuivre|continuer) (?:votre |la |à )?"
    r"(?:lecture|lire)|(?:seguir|continuar) (?:leyendo|lendo|a ler|la lectura|a leitura)|leer (?:est[ea]|el|la|más)|"
    r"ler (?:est[ea]|o|a|mais)|continuare a leggere(?=\W*(?:$|[.,:]|quest|l['’]articolo|tutt|gratis|su\b))|"
    r"continuare la lettura|leggere (?:quest|l['’]|il|tutt)|"
    r"verder (?:te )?lezen|(?:artikel|verhaal) (?:te )?lezen|läsa? (?:vidare|hela|mer|artikeln|den)|læse? (?:videre|"
    r"hele|"
    r"artiklen)|lese? (?:videre|hele|saken|artikkelen)|lukea|lukemista|czytać (?:dalej|całość)|(?:dalsz\w+|cał\w+) "
    r"(?:część )?"
    r"(?:treś\w+|artykuł\w*)|(?:číst|čtení) (?:dál|dále|celý)?|dočíst|tovább\w*|olvas\w+|citi(?:ți)? (?:mai departe|"
    r"tot|"
    r"articol\w*)|continua (?:lectura|citirea)|чита(?:ть|ти) (?:дальше|далее|далі|полн\w+|повн\w+|весь)|прочита\w+|"
    r"okumaya devam|devamını oku|διαβάσ\w+|συνεχίσ\w+|متابعة القراءة|لقراءة|続きを|全文|"
    r"继续阅读|阅读全文|繼續閱讀|閱讀全文|"
    r"계속 읽|전문|melanjutkan membaca|membaca (?:selengkapnya|artikel))"
)
_SIGN_UP = (
    r"(?:bliv? (?:abonnent|medlem)|subscribe|register|log(?:ged)?[- ]?in|sign[- ](?:in|up)|join|(?:create|need) an? "
    r"(?:free )?account|free trial|becom(?:e|ing) an? \w+|"
    r"abonnier\w*|abo\b|loggen|eingeloggt|einloggen|anmeld\w*|angemeldet|melden sie|melde dich|registrier\w*|testen|"
    r"abonnez|identifiez|connectez|inscri\w+|créez|suscr[ií]\w+|inici[ae] sesión|reg[ií]str\w+|assin\w+|faça (?:o "
    r")?login|"
    r"cadastr\w+|abb[oò]na\w*|acced[ie]\w*|registra\w*|iscri\w+|inloggen|log in|account|abonnement|abonneer|"
    r"prenumer\w*|logga in|"
    r"log(?:g)? ind?n?|abonnent|tilaa\b|kirjaudu\w*|zaloguj|wykup|zarejestruj|subskryb\w*|prenumerat\w*|přihl\w+|"
    r"předpl\w+|"
    r"registruj\w*|előfizet\w*|bejelentkez\w*|jelentkez\w*|regisztrál\w*|abon\w+|autentific\w+|conect\w+|подпи\w+|"
    r"войдите|авториз\w+|зарегистр\w+|оформите|увійдіть|передпл\w+|abone\w*|giriş|üye ol\w*|συνδεθ\w+|εγγραφ\w*|"
    r"συνδρομ\w+|"
    r"تسجيل|اشترك|ログイン|登録|会員|登录|登錄|注册|订阅|訂閱|로그인|구독|가입|masuk|berlangganan|daftar)"
)
_WISH = (
    r"(?:zum|to|in order to|want to|would you like to|um|sie möchten|du möchtest|sie wollen|du willst|möchten sie|"
    r"möchtest du|"
    r"jetzt|pour|afin de|vous (?:voulez|souhaitez)|para|¿?quieres|quer|per|vuoi|om|wil je|wilt u|för att|vill du|for "
    r"at|"
    r"vil du|for å|haluatko|aby|chcesz|chcete|pro|ha|pentru a|чтобы|чтоб|щоб|хотите|για να|θέλετε|devamını|لمتابعة|"
    r"لقراءة|続きを|この|阅读|要|계속|전문|untuk)"
)
_YOU_MUST = (
    r"(?:you (?:must|need|have)|du (?:musst|brauchst|benötigst)|sie (?:müssen|benötigen|brauchen)|vous devez|"
    r"(?:debes?|tienes|"
    r"necesitas?)|(?:você )?(?:precisa|deve)|devi|je moet|u moet|du (?:måste|behöver|skal|må)|sinun|musisz|musíte|"
    r"trebuie să|"
    r"вам (?:нужно|необходимо)|вы должны|πρέπει|please|bitte|veuillez|silakan|prosimy|пожалуйста|请|請|jetzt|hier|"
    r"(?:kostenlos|einfach))"
)
_READER_BEFORE = (
    r"(?:already|not (?:yet )?an?|sie sind|du bist|bereits|schon|noch kein|déjà|vous êtes (?:déjà )?|¿?ya|já|é|sei "
    r"già|già|al|bent u|ben je|"
    r"redan|är du|allerede|er du|oletko|onko sinulla|masz (?:już)?|jesteś|už|máte|már|ești|уже|вы уже|вже|zaten|"
    r"είστε (?:ήδη)?|έχετε ήδη|هل أنت|すでに|已经|已經|이미|sudah)"
)
_ACCESS = (
    r"(?:(?:unlimited|full|instant|exclusive)(?: digital| online)? access|(?:unbegrenzte|uneingeschränkte|"
    r"volle)[nr]? zu(?:griff|gang)|"
    r"accès (?:illimité|complet|à tous)|acceso (?:ilimitado|completo|a todo)|acesso (?:ilimitado|completo|a todo)|"
    r"accesso (?:illimitato|completo|a tutt)|(?:onbeperkt\w*|volledig\w*) (?:digitale? )?toegang|obegränsad "
    r"(?:tillgång|läsning)|"
    r"(?:ubegrænset|fuld) adgang|(?:ubegrenset|full) tilgang|rajaton pääsy|(?:nieograniczony|pełny) dostęp|"
    r"(?:neomezený|plný) přístup|(?:korlátlan|teljes) hozzáfér\w*|acces (?:nelimitat|complet)|(?:неограниченн|"
    r"полн)\w+ доступ|"
    r"(?:необмежен|повн)\w+ доступ|sınırsız erişim|(?:απεριόριστη|πλήρη) πρόσβαση)"
)
_FREE = (
    r"(?:free|complimentary|kostenlos\w*|kostenfrei\w*|gratis\w*|frei\w*|gratuit\w*|grátis|ilmais\w*|darmow\w*|"
    r"bezpłatn\w*|zdarma|"
    r"bezplatn\w*|ingyenes\w*|бесплатн\w*|безкоштовн\w*|ücretsiz|δωρεάν|مجان\w+|無料|免费|免費|무료)"
)
_YOU_HAVE = (
    r"(?:te quedan?|you(?:['’]ve| have|r)|this is your|sie haben|du hast|vous avez|il vous reste|has|ha|te quedan?|"
    r"ya has|ha(?:s|n)? "
    r"(?:alcanzado|llegado)|você|restam|hai|ti restano|je hebt|u heeft|du har|olet|sinulla|masz|wykorzysta\w+|máte|"
    r"vyčerp\w+|ön|elérte|ai|ați|вы|у вас|ви|έχετε|لقد|あなた|您|已|이번|anda)"
)
_LIMIT = (
    r"(?:este mes|limit\w*|left|remaining|reached|used|read\b|all|viewed|gelesen|verbraucht|aufgebraucht|erreicht|"
    r"übrig|noch|lus?\b|restant\w*|"
    r"épuisé|atteint|límite|leíd\w+|quedan|limite|restantes|atingiu|raggiunto|rimast\w+|letti|gelezen|bereikt|over\b|"
    r"läst|"
    r"kvar|læst|igen|lest|igjen|lukenut|jäljellä|przeczytał\w*|pozostał\w*|přečt\w+|zbýv\w+|elolvas\w*|citit\w*|"
    r"прочита\w+|осталось|лимит|hak\w+|όριο|απομ|الحد|残り|剩|上限|남은)"
)
# Few lines have one of the hints, many a beginning such as `To` or `The`: so no pattern tells how it begins.
paywall = unreported(
    by_patterns(
        Role.NOTICE,
        45,
        rf"^(?=.)\W*{_THIS} ?(?:\w+ )?{_ARTICLE}(?! (?:of|de|du|des|del|della|van|da|do|ustawy|кодекса)\b)"
        rf"(?=[^.!?,]*{_ONLY})(?=[^.!?,]*{_SUBSCRIBERS}(?![a-z])(?! (?:of (?!the |our )|of the \w+ family|only of|des |"
        rf"der |del? |de la )))[^.!?,]{{0,90}}(?:[.!?。，]|$)",
        rf"^(?=.)\W*(?:contenido|conteúdo|contenuto|contenu|content|artículo|articolo|article|artigo|inhalt|artykuł|"
        rf"treść|"
        rf"materiał|"
        rf"материал|статья|contenuti) (?:\w+ )?{_ONLY}\b.{{0,30}}\b{_SUBSCRIBERS}\W*$",
        r"^(?=.)\W*(?:diesen (?:artikel|beitrag|text)|cet article|este artículo)\b.{0,40}\bnur\b.{0,20}\b(?:abo|"
        r"abonnent\w*)\b",
        rf"^(?=.)\W*{_SIGN_UP}\b.{{0,60}}(?:\bto\b|\bund\b|\band\b|\bum\b|\bpour\b|\bpara\b|\bper\b|\bom\b|\bfor\b|"
        rf"\batt\b|,|"
        rf"\baby\b|"
        rf"\ba\b|\be\b|\bчтобы\b|\bi\b|\bog\b|\boch\b|\bja\b|\bby\b).{{0,15}}{_READ_ON}",
        rf"^(?=.)\W*{_YOU_MUST}\b(?=.{{0,60}}{_SIGN_UP}).*{_READ_ON}",
        rf"^(?=.)\W*{_WISH}\b.{{0,40}}{_READ_ON}.{{0,80}}{_SIGN_UP}",
        rf"^(?=.)\W*(?:この|続きを|全文|本文|要|如需|이 |계속|전문|لقراءة|لمتابعة)(?=.*{_READ_ON}|.*記事).*{_SIGN_UP}",
        rf"^(?=.)\W*{_READER_BEFORE}\b.{{0,30}}\b{_SUBSCRIBERS}(?: yet)?\s?[?？].{{0,60}}$",
        rf"^(?=.)\W*{_READER_BEFORE}\b.{{0,30}}\b(?:account|konto|compte|cuenta|conta|fiók\w*|účet|cont|аккаунт|"
        rf"tili)\s?[?？]"
        rf"\W*(?:$|{_SIGN_UP})",
        rf"^(?=.)\W*(?:(?:unlock|access) this (?:article|story)|weiterlesen|okumaya devam|dit artikel lezen|jatka "
        rf"lukemista|a "
        rf"cikk (?:el)?olvas|"
        rf"続きを|全文を|continue reading|keep reading).{{0,60}}{_SIGN_UP}",
        r"^(?=.)\W*(?:请|請)?(?:先)?(?:登录|登錄|登入|注册|订阅|訂閱).{0,8}(?:阅读|閱讀|查看)",
        r"^(?=.)\W*den (?:vollständigen|ganzen|kompletten|gesamten) (?:artikel|text|beitrag) (?:lesen sie|liest "
        r"du)\b.*\w*abo\b",
        rf"^(?=.)\W*{_ACCESS}\b.{{0,20}}\b(?:our|unser\w*|nos|nuestr\w+|nostr\w+|onze)\b.*{_SUBSCRIBERS}",
        rf"^(?=.)\W*if you(?:['’]re| are) (?:seeing|reading) this\b.*\b{_SIGN_UP}",
        rf"^(?=.)\W*(?:thank(?:s| you)[^.!]{{0,40}}[.!]\s+)?"
        rf"{_YOU_HAVE}\b(?=.*{_FREE})(?=.*{_LIMIT})(?!.*\bque\b).*{_ARTICLE}",
        r"^(?=.)\W*(?:il (?:vous )?reste|pozostało|te queda|noch|zbývá|осталось|залишилось|restam) (?:jeszcze "
        r")?\d+(?:[.,]\d+)? ?%",
        r"^(?=.).{0,20}(?:残り[\d,]+\s?文字|この記事は\S{0,8}(?:会員|購読者)|(?:您|你)\S{0,4}(?:免费|免費)\S{0,12}(?:文章|次数))",
        rf"^(?=.)\W*(?:le(?:e|a)|léelo|leia|leggi|lisez|lies|lesen sie|lees|read) (?:est[ea]|quest[oa]|cet|diesen|"
        rf"dit|this) "
        rf"{_ARTICLE} "
        rf"{_FREE}\b",
        rf"^(?=.)\W*(?:did you know|when you|by (?:becoming|joining|subscribing)|as an?|become|with (?:a|our|your)|"
        rf"als|mit "
        rf"(?:einem|"
        rf"unserem|ihrem|deinem)|sie (?:erhalten|haben)|du (?:erhältst|hast)|werden sie|en tant|avec (?:un|votre|"
        rf"l['’])|"
        rf"como|con (?:tu|"
        rf"una?|su|il)|com (?:uma?|a sua)|met (?:een|je|uw)|som|med (?:ett|et|en)|z |jako|s |mint|cu |с |як|profitez|"
        rf"disfruta|"
        rf"aproveite|approfitta|enjoy|get|bénéficiez|obtén|abon\w+|subscribe|join|suscr\w+|assine|"
        rf"abbonati)(?=.*{_ACCESS})"
        r".*(?:articles?\b|stories|content\b|e-?paper|(?:the|our) website|unlimited digital|journalism|\bnews|artikel|"
        r"inhalte|beiträge|"
        r"contenus|contenidos|"
        r"artículos|noticias|conteúdos|matérias|notícias|articoli|contenuti|notizie|inhoud|artiklar|artikler|artikkel|"
        r"jutut|artykuł|"
        r"treś|člán|obsah|cikk|tartal|conținut|articol|материал|стат[ья]|контент|içeri|haber|άρθρ)",
        hints=(
            *(
                "subscri",
                "member",
                "registered",
                "abonn",
                "mitglied",
                "abo ",
                "suscri",
                "abonad",
                "assinant",
                "abbonat",
            ),
            *("leden", "prenum", "medlem", "tilaaj", "subskryb", "předplat", "abonent", "előfiz", "abonaț", "подпис"),
            *(
                "передплат",
                "підписник",
                "abone",
                "συνδρομητ",
                "مشترك",
                "会員",
                "订阅",
                "會員",
                "订户",
                "유료",
                "회원",
                "구독",
            ),
            *("pelanggan", "socios"),
            *(
                "subscri",
                "regist",
                "regíst",
                "jelentkez",
                "member",
                "log in",
                "login",
                "log-in",
                "sign ",
                "join",
                "account",
                "trial",
                "become",
                "abonn",
                "abo ",
            ),
            *(
                "logg",
                "anmeld",
                "angemeldet",
                "melde",
                "-abo",
                "testen",
                "identifi",
                "connect",
                "inscri",
                "créez",
                "suscr",
                "sesión",
            ),
            *(
                "assin",
                "cadastr",
                "abbon",
                "acced",
                "iscri",
                "abonneer",
                "prenum",
                "log ind",
                "tilaa",
                "kirjaudu",
                "zaloguj",
            ),
            *("wykup", "přihl", "předpl", "előfiz", "bejelent", "regisztr", "autentific", "conect", "подпи", "войдите"),
            *(
                "авториз",
                "зарегистр",
                "оформите",
                "увійдіть",
                "передпл",
                "abone",
                "giriş",
                "üye ol",
                "συνδεθ",
                "εγγραφ",
            ),
            *(
                "συνδρομ",
                "تسجيل",
                "اشترك",
                "ログイン",
                "登録",
                "会員",
                "登录",
                "登錄",
                "注册",
                "订阅",
                "訂閱",
                "로그인",
                "구독",
            ),
            *("가입", "masuk", "berlangg", "konto", "compte", "cuenta", "abonați", "abonné"),
            *(
                "free",
                "complim",
                "kosten",
                "gratis",
                "frei",
                "gratuit",
                "grátis",
                "ilmais",
                "darmow",
                "bezpł",
                "zdarma",
            ),
            *("bezpl", "ingyen", "бесплат", "безкошт", "ücretsiz", "δωρεάν", "مجان", "無料", "免费", "免費", "무료"),
            *("%", "残り", "会員"),
            *(
                "access",
                "zugriff",
                "zugang",
                "accès",
                "acces",
                "toegang",
                "tillgång",
                "adgang",
                "tilgang",
                "pääsy",
                "dostęp",
            ),
            *("přístup", "hozzáfér", "доступ", "erişim", "πρόσβαση", "läsning"),
        ),
    )
)
