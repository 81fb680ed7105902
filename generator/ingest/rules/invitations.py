"""Rules for what a page asks of its readers in sentences: to give, to take its newsletter, to say how they liked it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.appeals import unreported
from generator.ingest.rules.patterns import any_of, by_patterns

_give = by_patterns(
    Role.NOTICE,
    45,
    r"^\W*el periodismo (?:independiente|libre|local|de calidad|de investigación) (?:necesita|depende|vive|"
    r"requiere) .{0,20}"
    r"\b(?:apoyo|ayuda|lectores|ti|usted|ustedes|tu|suscriptores)\b",
    r"\bcon (?:tu|su) (?:apoyo|ayuda|aporte|donación|contribución),? (?:\w+ )?(?:seguiremos|podremos|podemos|haremos|"
    r"continuaremos|seguimos)\b",
    r"^\W*(?:ayúdanos|ayúdenos) a (?:seguir|continuar|mantener)\b|^\W*(?:hazte|conviértete en) (?:socio|socia|"
    r"mecenas)\b",
    r"^\W*(?:unabhängiger|guter|freier|kritischer|lokaler) journalismus (?:braucht|lebt von|ist auf) (?:ihre|deine|"
    r"eure|"
    r"dich|sie)\b",
    r"^\W*(?:ihre|deine|eure) (?:spende|unterstützung|mitgliedschaft) (?:hilft|ermöglicht|sichert)\b",
    r"\bmit (?:ihrer|deiner|eurer) (?:spende|unterstützung|mitgliedschaft) (?:können|helfen|ermöglichen|"
    r"machen) (?:wir|sie|du)"
    r"\b",
    r"^\W*(?:le|un) journalisme (?:indépendant|libre|de qualité|d['’]investigation) (?:a besoin|dépend|vit) d.{0,20}"
    r"\b(?:vous|vos|votre|lecteurs|soutien)\b",
    r"^\W*(?:aidez-nous à (?:continuer|rester|financer)|votre (?:don|soutien) (?:nous|est essentiel|permet))\b|"
    r"\bgrâce à (?:votre|vos) (?:soutien|dons?),? nous\b",
    r"^\W*(?:il giornalismo|l['’]informazione) (?:indipendente|liber[oa]|di qualità) (?:ha bisogno|dipende|"
    r"vive) d.{0,20}"
    r"\b(?:te|voi|lettori|tuo|vostro)\b",
    r"^\W*(?:sostieni|sostenete|sostienici|aiutaci a) (?:il (?:nostro|giornalismo)|la nostra|l['’]informazione|"
    r"continuare|"
    r"restare)\b|\bcon il (?:tuo|vostro) (?:sostegno|contributo),? (?:potremo|possiamo|continueremo)\b",
    r"^\W*o jornalismo (?:independente|livre|de qualidade|local) (?:precisa|depende|vive) d.{0,20}"
    r"\b(?:você|vocês|ti|seu|leitores|apoio)\b",
    r"^\W*(?:apoie|ajude) (?:o jornalismo|o nosso|a nossa|-nos)\b|\bcom (?:o seu|o teu|a sua|a tua) (?:apoio|doação|"
    r"ajuda|"
    r"contribuição),? (?:podemos|poderemos|continuaremos|vamos)\b",
    r"^\W*(?:onafhankelijke|goede|vrije|lokale) journalistiek (?:heeft|kan|bestaat).{0,20}\b(?:jou\w*|uw?|jullie|"
    r"lezers|je)\b",
    r"^\W*steun (?:ons|onze|onafhankelijke) (?:\w+ )?(?:werk|journalistiek|redactie|missie)\b|"
    r"^\W*word (?:nu )?(?:vriend|"
    r"donateur|supporter) van\b",
    r"^\W*(?:stöd|støt|støtt) (?:oss|os|vår\w*|vores|vårt|oberoende|uafhængig|uavhengig) (?:\w+ )?(?:journalisti\w+|"
    r"arbet\w*|"
    r"arbeid\w*|arbejde\w*|redaktion\w*)\b",
    r"^\W*(?:wesprzyj|wspieraj|wspomóż) (?:nas|nasz\w*|naszą|niezależn\w+|redakcj\w+)\b|"
    r"^\W*podpořte (?:nás|naši|naše|nezávisl\w+)\b",
    r"^\W*(?:независимая журналистика|независимые (?:медиа|сми)) (?:нужда\w+|существу\w+|жив\w+) .{0,30}"
    r"\b(?:ваш\w*|вас|читател\w+)\b",
    r"^\W*підтримайте (?:нас|наш\w*|редакцію|незалежн\w+)\b",
    hints=("con tu", "con su", "mit ihrer", "mit deiner", "mit eurer", "grâce à", "con il", "com o", "com a"),
)
_YOU = r"(?:sie|dich|euch|ihnen|dir)"
_newsletter = by_patterns(
    Role.NOTICE,
    60,
    rf"\bnewsletter\b.{{0,40}}\b(?:informiert|versorgt|liefert|bringt|schickt|hält) {_YOU}\b",
    r"\bnewsletter\b.*\bhier (?:geht['’]?s|geht es|können sie sich|kannst du dich) (?:\w+ ){0,2}(?:zur )?anmeld",
    r"\b(?:our|the|this) .{0,40}\bnewsletter (?:brings|delivers|sends|gives|keeps) you\b",
    r"\bnotre (?:newsletter|lettre)\b.{0,60}\bvous (?:apporte|informe|livre|envoie|propose)\b",
    r"\bnuestr[oa] (?:newsletter|boletín)\b.{0,60}\b(?:te|le|os) (?:trae|informa|envía|lleva|ofrece)\b",
    r"\bla nostra newsletter\b.{0,60}\b(?:ti|vi) (?:porta|informa|invia|offre)\b",
    r"\bonze nieuwsbrief\b.{0,60}\b(?:je|jou|u) (?:op de hoogte|alles|het laatste)\b|"
    r"\bnieuwsbrief\b.{0,40}\b(?:houdt|brengt|stuurt) (?:je|jou|u)\b",
    r"^\W*(?:start|begin) (?:receiving|getting)\b.{0,60}\b(?:news|headlines|updates|alerts|newsletter)\b",
    r"^\W*(?:get|receive) (?:\w+ ){0,4}(?:news|headlines|updates|alerts) (?:by|per|via|in your|to your) (?:e-?mail|"
    r"inbox)\b",
    hints=("newsletter", "nieuwsbrief", "lettre", "boletín"),
)
_SUBSCRIBER = r"(?:abonn\w+|subscriber|member|suscriptor\w*|abonad\w+|abbonat\w+|assinante|prenum\w+|lezer|leser\w*)"
_perks = by_patterns(
    Role.NOTICE,
    40,
    rf"^\W*(?:tipp?s?|perk|bonus|vorteil|voordeel|avantage|ventaja|vantaggio|vantagem|fördel|fordel)\b\W*"
    rf"(?:als|as an?|en tant qu['’]|como|come|som|jako) {_SUBSCRIBER}\b",
)
_WORK = r"(?:artikel|beitrag|text|rezept|seite|video|post|story)"
_liked = by_patterns(
    Role.NOTICE,
    60,
    r"^\W*(?:na,? )?(?:hat|haben) (?:dir|euch|ihnen) .{0,140}\bgefallen\b.*\?.{0,20}\b(?:dann|teile|"
    r"hinterlass\w*|gib|"
    r"abonnier\w*|folg\w*)\b",
    rf"^\W*(?:na,? )?(?:hat|haben) (?:dir|euch|ihnen) (?:der|dieser|das|dieses|die|diese|unser\w*) {_WORK} gefallen\?",
    r"^\W*(?:(?:vous avez|tu as|t['’]as) aimé (?:cet|cette|notre)|(?:cet article|"
    r"cette recette) vous a plu)\b.{0,60}[?!]",
    r"^\W*¿(?:te|le|os) (?:ha gustado|gustó) (?:est[ea]|nuestr[oa]|el|la) (?:artículo|noticia|receta|post|entrada|"
    r"nota)\b",
    r"^\W*ti è piaciut[oa] (?:quest[oa]|l['’]|il|la) ?(?:articolo|ricetta|post|notizia)\b.{0,40}\?",
    r"^\W*(?:gostou|curtiu) (?:d[aoe]|dess[ae]|dest[ae]|o|a) (?:artigo|matéria|receita|post|texto|notícia|"
    r"conteúdo)\b.{0,40}\?",
    r"^\W*(?:вам |тебе )?понравил(?:ась|ся|ось|ись) (?:эта |этот |наша |наш )?(?:статья|материал|пост|запись|рецепт|"
    r"видео)\?",
    r"^\W*(?:vond|vind) je dit (?:artikel|recept|bericht|verhaal)\b.{0,30}\?",
    r"^\W*(?:spodobał|podobał|podoba)\w* (?:ci|wam|się) .{0,20}(?:artykuł|wpis|tekst|przepis)\b.{0,20}\?",
)
_LINK = (
    r"(?:links?|links|liens?|enlaces?|linki|länk\w*|linkk\w*|odkaz\w*|linków|ссылк\w+|посилан\w+|bağlantı\w*|"
    r"συνδέσμ\w+|リンク|链接|링크|tautan)"
)
_EARNED = (
    r"(?:commissions?|provision\w*|affiliate|comisi\w+|comissã\w+|commission[ei]|commissie|kommission|provisjon|"
    r"provisio\w*|"
    r"prowizj\w+|provizi\w+|jutalék\w*|комисси\w+|комісі\w+|komisyon|προμήθεια|報酬|佣金|수수료|komisi|wspiera\w*)"
)
_WE_EARN = (
    r"(?:(?:we|i|wir|nous|on|podemos|wij?|vi|мы|the site|ben)\b.{0,30}\b(?:earn|receive|get|make|erhalten|bekommen|"
    r"verdienen|percev\w+|"
    r"touch\w+|recev\w+|recibir|ganar|obtener|receber|ganhar|ontvang\w*|krijgen|får|modtage\w*|mottar|получ\w+)|"
    r"\b(?:recibimos|recibiremos|obtenemos|ganamos|recebemos|riceviamo|potremmo|ricevere|saamme|otrzymamy|"
    r"otrzymujemy|dostaniemy|"
    r"naszą|nas|získáme|dostaneme|jutalékot|primim|отримаємо|получаем|получим|kazan\w+|λαμβάνουμε|wspiera\w+|"
    r"erhalten wir|"
    r"bekommen wir|ontvangen wij|ontvangen we|krijgen we|får vi))"
)
_IF_YOU_BUY = (
    r"(?:(?:if|when) you (?:buy|purchase|order|click|shop)|(?:wenn|falls|sobald) (?:sie|du|ihr)\b.{0,60}\b\w*kauf\w*|"
    r"(?:kaufen|"
    r"bestellen) sie|(?:kaufst|bestellst) du|si vous (?:achetez|cliquez|passez)|en achetant|si (?:compras|compra|"
    r"adquieres?|"
    r"haces clic)|al comprar|se (?:você )?(?:comprar|compras|acquisti|comprate)|ao comprar|acquistando|als (?:je|u) "
    r"(?:\w+ ){0,5}"
    r"(?:koopt|klikt|iets)|om du (?:köper|handlar|klickar)|hvis du (?:køber|kjøper|klikker)|jos ostat|kupując|"
    r"jeśli kupisz|pokud (?:nakoupíte|koupíte)|ha (?:ön )?vásárol|dacă cumperi|dacă cumpărați|покупая|если вы купите|"
    r"satın ald\w+|αν αγοράσετε|all products|die mit\b.{0,40}\bgekennzeichnet\w*|bei den)"
)
earning = by_patterns(
    Role.ADVERTISEMENT,
    50,
    rf"^(?=.*(?:{_LINK}|affiliate))\W*{_IF_YOU_BUY}(?=.*{_EARNED}).*{_WE_EARN}",
    rf"^(?=.)\W*(?:{_LINK}|die mit) .{{0,60}}(?:affiliate|werbe)(?=.*{_IF_YOU_BUY}).*{_EARNED}",
    r"^(?=.)\W*(?:this|the|dieser|cet|este|questo|dit) (?:page|article|post|site|artikel|beitrag|artículo|"
    r"articolo)\b.{0,30}\baffiliate\b.*"
    r"\b(?:we (?:may |might )?(?:earn|receive|get)|wir (?:erhalten|bekommen))\b",
    rf"^(?=.)\W*(?:some|certain|einige|manche|certains|algunos|alguns|alcuni|sommige|the|die|les|los|os|"
    rf"i)\b.{{0,40}}{_LINK}"
    rf"(?=.*\b(?:we|wir|nous|podemos|potremmo|wij?)\b).*{_EARNED}",
    hints=(
        *(
            "commission",
            "provision",
            "affiliate",
            "comisi",
            "comiss",
            "commissi",
            "kommission",
            "provis",
            "prowizj",
            "provizi",
            "jutalék",
        ),
        *("комисс", "коміс", "komis", "προμήθεια", "報酬", "佣金", "수수료", "wspiera"),
    ),
)
_PAYWALL = (
    r"(?:paywalls?|pay[- ]wall|bezahlschranken?|mur payant|muro de pago|muros? de pagamento|betaalmuur|betalvägg|"
    r"betalingsmur)"
)
_sign_up = by_patterns(
    Role.NOTICE,
    60,
    rf"^(?=.*\b(?:no|not|without|never|haven['’]t|don['’]t|free of|ohne|keine|pas de|sans|sin|no hay|sem|senza|geen|"
    rf"zonder)\b.{{0,40}}"
    rf"{_PAYWALL})(?=.*\b(?:we|our (?:journal|report|content|artic|site|web|stor|news|work)\w+|wir|unser\w* "
    rf"(?:journal|artik|inhalt|seite|arbeit)\w*|nous|notre|nuestr\w+|noss\w+|nostr\w+|onze|wij)\b)"
    r".*\b(?:readers?|your support|supporters|donat\w+|members?|journalis\w+|reporting|leser\w*|unterstütz\w+|"
    r"spenden?|lecteurs|vous|"
    r"soutien|"
    r"lectores|apoyo|leitores|apoio|lettori|sostegno|lezers|steun)\b",
    r"^\W*(?:melden sie sich|melde dich|meldet euch|(?:abonnier|bestell)(?:en sie|e|t)|hol(?:en|t)? (?:sie )?(?:sich|"
    r"dir|euch))\b"
    r".{0,40}\b(?:newsletter|rundbrief)\b",
    r"^\W*(?:inscrivez-vous|abonnez-vous|recevez|suscríb\w+|regístr\w+|apúnt\w+|recib[ae]|inscreva-se|assine|"
    r"cadastre-se|"
    r"iscriv(?:iti|etevi)|abbonati|schrijf|meld|tilaa|tilmeld|meld deg|anmäl|zapisz|přihla(?:s|ste)|iratkozz\w*|"
    r"abonează\w*|"
    r"abonați\w*|подпи(?:шитесь|сывайтесь)|підпи(?:шіться|суйтесь)|abone ol\w*|"
    r"εγγραφείτε)\b.{0,50}\b(?:newsletter\w*|boletín|"
    r"boletim|infolettre|lettre d['’]information|nieuwsbrief|uutiskir\w+|nyhedsbrev\w*|nyhetsbrev\w*|biuletyn\w*|"
    r"hírlev\w+|"
    r"рассылк\w+|розсилк\w+|bülten\w*|ενημερωτικ\w+)",
    r"^\W*(?:enjoyed|liked?|love) (?:this|our|what) .{0,40}[?].{0,12}\b(?:support|donat|subscri|share|sign|consider|"
    r"help)",
    hints=("paywall", "pay wall", "pay-wall", "bezahlschr", "mur payant", "muro", "betaalmuur", "betal"),
)
_asked = unreported(any_of(_give, _newsletter, _perks, _liked, _sign_up), may_quote=True)
_LONGEST_REST = 40
"""Words."""


def invitation(reading: Reading) -> Iterator[Finding]:
    """Such sentences, and how one goes on that was broken at a line's end."""
    for finding in list(_asked(reading)):
        yield finding
        block = reading.blocks[finding.block]
        for rest in reading.blocks[block.index + 1 : block.index + 3]:
            goes_on = not block.ends_sentence and rest.text[:1].islower() and not rest.listed
            if not goes_on or rest.words > _LONGEST_REST or rest.index in reading.found:
                break
            yield set_aside(rest, Role.NOTICE)
            block = rest
