"""Rules for what a page says of itself below or between the paragraphs: its galleries, its rights, its readers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.articles.ledger import Role
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.appeals import unreported
from generator.ingest.rules.asides import page_words
from generator.ingest.rules.browser_notices import browser_notice
from generator.ingest.rules.consent_sentences import consent_sentence
from generator.ingest.rules.patterns import any_of, by_patterns

_SHOW = r"(?:(?:bilder|foto)?(?:gall?erie|strecke)|slideshow|diashow|video|karussell|slider)"
# Of so few words, and no others, that they are nobody's sentence and no heading.
gallery = by_patterns(
    Role.NAVIGATION,
    9,
    r"^\W*\d+\s*(?:von|de|sur|di|van|av|af|из)\s*\d+\W*$",
    rf"^\W*{_SHOW} (?:überspringen|starten|öffnen|schließen|beenden|verlassen)\W*$",
    rf"^\W*(?:überspringe|überspringen sie|starten sie|öffne) (?:die|das|den) {_SHOW}\W*$",
    rf"^\W*(?:ende|anfang|beginn) (?:der|des) {_SHOW}s?\W*$|^\W*zur {_SHOW}(?: mit \d+ bildern)?\W*$",
    r"^\W*(?:(?:alle |das )?bilde?r? (?:anzeigen|ansehen|vergrößern|ausblenden|schließen)\W*)+$",
    r"^\W*(?:bilder|foto)(?:strecke|galerie) mit \d+ (?:bildern|fotos)\W*$",
    r"^\W*(?:skip|end of|start of|open|close|launch|enter|exit|back to) (?:the |this )?"
    r"(?:(?:photo|image|picture) )?(?:gallery|slide ?show|carousel)\W*$",
    r"^\W*(?:view|see|show) (?:the )?(?:full|all|entire|whole) (?:gallery|slide ?show|photos|images|pictures)\W*$",
    r"^\W*(?:passer|quitter|ouvrir|fermer|lancer|voir|fin de) (?:la galerie|le diaporama)(?: photos?)?\W*$|"
    r"^\W*fin du diaporama\W*$|^\W*voir toutes les (?:photos|images)\W*$",
    r"^\W*(?:saltar|abrir|cerrar|ver|fin de) (?:la )?galería(?: (?:de (?:fotos|imágenes)|completa))?\W*$|"
    r"^\W*ver todas las (?:fotos|imágenes)\W*$",
    r"^\W*(?:pular|abrir|fechar|ver|fim da) (?:a )?galeria(?: de (?:fotos|imagens))?\W*$|"
    r"^\W*ver todas as (?:fotos|imagens)\W*$",
    r"^\W*(?:salta|apri|chiudi|vai alla|guarda la|fine della) (?:la )?(?:foto)?galler(?:ia|y)(?: fotografica)?\W*$|"
    r"^\W*guarda tutte le (?:foto|immagini)\W*$",
    r"^\W*(?:bekijk|open|sluit|naar) de (?:foto)?(?:galerij|serie)\W*$|^\W*bekijk alle (?:foto['’]s|afbeeldingen)\W*$",
    r"^\W*(?:zobacz|otwórz|zamknij|pomiń) galerię(?: zdjęć)?\W*$|^\W*zobacz wszystkie zdjęcia\W*$",
    r"^\W*(?:смотреть|открыть|закрыть|пропустить) (?:фото)?галерею\W*$|^\W*(?:смотреть|показать) все "
    r"фото(?:графии)?\W*$",
    r"^\W*конец (?:фото)?галереи\W*$|^\W*(?:visa|öppna|stäng) (?:bildspel|bildgalleri)(?:et)?\W*$",
    r"^\W*(?:loading|toggle) (?:gallery|slide ?show)\W*$",
)

_MACHINE = (
    r"(?:ai|ki|artificial intelligence|chatgpt|machine|künstlich\w*|maschinell\w*|kunstmatige|sztuczn\w+|automat\w+)"
)
_MACHINA = (
    r"(?:ia|intelligence artificielle|inteligencia artificial|inteligência artificial|intelligenza artificiale|"
    r"chatgpt|automat\w+|automát\w+|нейросет\w+|искусственн\w+|автоматич\w+|ии)"
)
# What a machine made is a summary or a translation here: that a text was written by one, an article may say of itself.
_made_by_machine = by_patterns(
    Role.NOTICE,
    45,
    rf"^\W*this (?:(?:article|audio|ai) )?(?:summary|translation|audio version|transcript) (?:was|is|has been) "
    rf".{{0,40}}\b{_MACHINE}\b",
    rf"^\W*this (?:article|story|page|text) (?:was|is|has been) translated .{{0,30}}\b{_MACHINE}\b",
    rf"^\W*diese (?:zusammenfassung|übersetzung|audioversion) (?:wurde|ist|wird) .{{0,40}}\b{_MACHINE}\b",
    rf"^\W*dieser (?:text|artikel|beitrag) (?:wurde|ist) .{{0,30}}\b{_MACHINE}\b.{{0,30}}\bübersetzt\b",
    rf"^\W*(?:ce résumé|cette (?:traduction|synthèse)) (?:a été|est) .{{0,40}}\b{_MACHINA}\b",
    rf"^\W*cet article (?:a été|est) traduit .{{0,30}}\b{_MACHINA}\b",
    rf"^\W*este (?:resumen|artículo) (?:ha sido|fue|es|está) (?:generado|creado|elaborado|traducido|el resultado) "
    rf".{{0,40}}\b{_MACHINA}\b",
    rf"^\W*este (?:resumo|artigo) foi (?:gerado|criado|traduzido) .{{0,30}}\b{_MACHINA}\b",
    rf"^\W*quest[oa] (?:riassunto|sintesi|traduzione) è stat[oa] (?:generat|creat|realizzat)[oa] .{{0,30}}"
    rf"\b{_MACHINA}\b",
    rf"^\W*deze (?:samenvatting|vertaling) is .{{0,30}}\b{_MACHINE}\b",
    rf"^\W*(?:to|niniejsze) (?:podsumowanie|streszczenie|tłumaczenie) .{{0,40}}\b{_MACHINE}\b",
    rf"^\W*(?:этот|данный|это) (?:пересказ|краткое содержание|перевод) .{{0,60}}\b{_MACHINA}\b",
)

_AUTOMATIC = (
    r"(?:automat\w+|automáti\w+|automaatti\w+|automatsk\w+|автоматич\w+|otomatik\w*|αυτόματ\w+|آلي\w*|自動|自动|자동|"
    r"otomatis)"
)
_TRANSLATED = (
    r"(?:translated|übersetzt|traduit\w*|traducid\w+|traduzid\w+|tradott\w+|vertaald|översatt\w*|oversat\w*|käännet\w+|"
    r"przetłumaczon\w+|přelož\w+|lefordít\w*|fordít\w+|tradus\w*|перевед\w+|переклад\w+|çevril\w+|μεταφρα\w+|ترجم\w+|"
    r"翻訳|翻译|번역|diterjemahkan)"
)
_TAKEN_OVER = (
    r"(?:taken over|imported|übernommen|(?:nicht|un)bearbeitet|not been edited|published from|generated from|"
    r"syndicated|"
    r"repris|recogid\w*|tratto|overgenomen|převzat\w*|przejęt\w*)"
)
_THIS_TEXT = (
    r"(?:artikel|(?:this|dieser|diese|der|cet|este|esta|questo|dit|deze|den här|denne|dette|tämä|ten|tento|ez a|"
    r"acest|эта?|этот|ця|"
    r"цей|bu|αυτό|το|تم|この|本|이)? ?(?:news )?(?:article|story|text|page|artikel\w*|beitrag|text\w*|meldung|artículo|"
    r"artigo|notícia|noticia|articolo|bericht|artikkeli|artykuł|článek|cikk|articol\w*|стат\w+|материал|текст|haber|"
    r"makale|άρθρο|"
    r"ترجم\w+|記事|文|기사))"
)
# From which agency, or into which language, without a hand's doing.
_by_itself = by_patterns(
    Role.NOTICE,
    40,
    rf"^\W*{_THIS_TEXT}(?=.*{_AUTOMATIC}).*{_TRANSLATED}",
    rf"^\W*{_THIS_TEXT}(?=.*\b(?:dpa|afp|apa|ansa|efe|reuters|ap|sda|ats|agen\w+|\w*agentur\w*|"
    rf"feed)\b)(?=.*{_AUTOMATIC}).*{_TAKEN_OVER}",
    r"^\W*this (?:story|article|report|news) (?:was|has been|is|has not been) (?:published|edited|auto-?generated|"
    r"generated)\b.*"
    r"\b(?:agency feed|news feed|wire feed|syndicated feed|without (?:any )?modifications?)\b",
    hints=("feed", "automat", "automát", "автомат", "otomati", "αυτόματ", "آلي", "自動", "自动", "자동"),
)

_MISTAKE = r"(?:error|mistake|typo|inaccuracy|correction)s?"
_mistakes = by_patterns(
    Role.NOTICE,
    35,
    rf"^\W*(?:(?:have|did) you )?(?:spot|notice|find|found|see)(?:ted|d|n)? (?:an?|any) {_MISTAKE}\b[^?]{{0,40}}\?",
    rf"^\W*if you (?:spot|notice|find|see|believe there is) (?:an?|any) {_MISTAKE}\b.{{0,60}}"
    r"\b(?:us|contact|e-?mail|click|ctrl|highlight)\b",
    rf"^\W*report (?:an?|this) {_MISTAKE}(?: (?:in|to) .{{0,30}})?$",
    r"^\W*(?:(?:sie haben|haben sie|hast du|habt ihr) (?:hier )?(?:einen |\w+ )?)?(?:tipp-?|rechtschreib|"
    r"schreib)?fehler (?:entdeckt|gefunden|bemerkt)\b[^?]{0,80}\?",
    r"^\W*(?:vous avez|avez-vous) (?:repéré|vu|trouvé|constaté|relevé) une (?:erreur|faute|coquille)\b[^?]{0,60}\?",
    r"^\W*une (?:erreur|faute|coquille)(?: (?:dans|à) [^?]{0,40})?\s?\?",
    r"^\W*¿(?:has|ha|habéis|han) (?:visto|encontrado|detectado) (?:un|algún) (?:error|fallo|errata)\b[^?]{0,60}\?",
    r"^\W*(?:encontrou|viu|achou) (?:um|algum) erro\b[^?]{0,40}\?",
    r"^\W*(?:hai|avete) (?:trovato|notato|visto) un (?:errore|refuso)\b[^?]{0,40}\?",
    r"^\W*(?:een )?(?:(?:taal|tik|spel)?fout|foutje) (?:gezien|gevonden|ontdekt|gespot)\?",
    r"^\W*(?:zauważył[ea]ś|widzisz|znalazł[ea]ś) błąd\b[^?]{0,30}\?",
    r"^\W*(?:вы )?(?:нашли|заметили|увидели|обнаружили) (?:ошибку|опечатку|неточность)\b.{0,30}"
    r"(?:\?|\bвыделите\b|\bctrl\b|\bсообщите\b)",
    r"^\W*(?:если вы )?(?:нашли|заметили|обнаружили) (?:ошибку|опечатку)\b.{0,40}\b(?:выделите|сообщите|нажмите|"
    r"ctrl)\b",
    r"^\W*(?:har du )?(?:hittat|sett|funnet|set|fundet) (?:ett|en|et) (?:fel|feil|fejl)\b[^?]{0,30}\?",
    at_the_edge=True,
)

_comment_rules = by_patterns(
    Role.COMMENT,
    160,
    r"^\W*(?:please )?(?:ensure|make sure|note) (?:that )?(?:your|all) comments?\b.{0,160}"
    r"\b(?:topic|polite|civil|respect\w*|moderated|removed|deleted|guidelines|rules)\b",
    r"^\W*we (?:reserve the right to|may) (?:remove|delete|edit|moderate|close)\b.{0,40}\bcomments?\b",
    r"^\W*bitte (?:achten|beachten|bleiben|verzichten|halten) sie\b.{0,100}\b(?:kommentare?n?|netiquette|"
    r"kommentarregeln)\b",
    r"^\W*(?:bitte )?(?:beachten sie|halten sie sich an|registrieren sie sich)\b.{0,60}\bnetiquette\b",
    r"^\W*mit (?:der )?nutzung (?:der|unserer) kommentarfunktion\b|^\W*für die kommentiermöglichkeit\b",
    r"^\W*um (?:selbst )?(?:kommentare (?:verfassen|schreiben|abgeben) zu können|zu kommentieren|kommentieren zu "
    r"können)\b.{0,30}\b(?:sie|anmelden|einloggen|registrier\w+)\b",
    r"^\W*(?:die )?kommentare (?:der|von) (?:user|nutzer|leser)\w*\b.{0,30}\bgeben nicht\b",
    r"^\W*wir behalten uns (?:das recht )?vor,?\b.{0,40}\b(?:kommentare|beiträge)\b.{0,120}\b(?:löschen|freizu\w+|"
    r"kürzen)\b",
    r"^\W*(?:les |vos )commentaires (?:sont|seront|doivent) (?:\w+ ){0,3}(?:modérés|supprimés|respecter)\b",
    r"^\W*(?:merci de|veuillez|nous vous invitons à) (?:rester|respecter|faire preuve)\b.{0,100}\b(?:commentaires?|"
    r"charte)\b",
    r"^\W*(?:les )?commentaires? .{0,60}\bn['’]engagent? que (?:leurs? auteurs?|celui)\b",
    r"^\W*los comentarios (?:publicados|vertidos|expresados|de (?:los )?(?:lectores|usuarios))\b.{0,120}"
    r"\b(?:responsabilidad|no (?:reflejan|representan)|serán|moderad\w+|eliminad\w+)\b",
    r"^\W*nos reservamos el derecho (?:de|a) (?:eliminar|borrar|moderar|no publicar)\b.{0,60}\bcomentarios?\b",
    r"^\W*(?:por favor,? )?(?:sea|sé|sean|mantén\w*|evit[ae]) .{0,60}\b(?:tus|sus|los) comentarios\b",
    r"^\W*os comentários (?:publicados|aqui|são|dos (?:leitores|usuários))\b.{0,120}"
    r"\b(?:responsabilidade|não (?:representam|refletem)|removidos|moderados|excluídos)\b",
    r"^\W*i commenti (?:pubblicati|dei lettori|sono|saranno)\b.{0,120}\b(?:moderati|rimossi|responsabilità|"
    r"cancellati|non (?:rappresentano|riflettono))\b",
    r"^\W*reacties (?:worden|die|met|zonder)\b.{0,100}\b(?:gemodereerd|verwijderd|huisregels|geplaatst)\b",
    r"^\W*(?:lees|bekijk|houd je aan) .{0,30}\b(?:huisregels|spelregels) (?:voor|bij) (?:de )?(?:reacties|reageren)\b",
    r"^\W*(?:redakcja|portal|wydawca|serwis) nie (?:ponosi odpowiedzialności|odpowiada) za "
    r"(?:treść )?(?:komentarz\w+|opini\w+)",
    r"^\W*komentarze .{0,60}\b(?:są moderowane|będą usuwane|zostaną usunięte|są prywatnymi opiniami)\b",
    r"^\W*(?:просьба|пожалуйста,?|просим)\b.{0,60}\b(?:воздерж\w+|соблюда\w+|не оскорбл\w+)\b.{0,80}"
    r"\b(?:комментар\w+|обсужд\w+)",
    r"^\W*(?:комментарии|сообщения),? (?:содержащие|с оскорблениями|нарушающие|не по теме|проходят|модерируются)\b",
    r"^\W*редакция не нес[её]т ответственности за (?:\w+ ){0,3}(?:комментари\w+|мнени\w+)",
    r"^\W*(?:håll|hold|tänk på|husk)\b.{0,60}\bkommentar\w*\b.{0,40}\b(?:sak\w*|respekt\w*|regler\w*|tone\w*|ton)\b",
    at_the_edge=True,
)

_COMMENTS = (
    r"(?:comments?|\w*kommentar\w*|commentaires?|comentarios?|comentários?|commenti|reacties|komment\w+|komentarz\w*|"
    r"komentář\w*|hozzászólás\w*|comentarii\w*|комментари\w+|коментар\w*|yorum\w*|σχόλι\w+|التعليق\S*|コメント|评论|評論|댓글|"
    r"komentar)"
)
_HOUSE_RULES = (
    r"(?:moderated|moderation|moderators?|community (?:guidelines|standards|rules)|house rules|civil\b|respectful|on "
    r"topic|relevant and|polite|abusive|"
    r"geprüft|freigeschaltet|freigabe|moderiert|netiquette|sachlich|modérés?|modération|charte|moderad\w+|moderación|"
    r"moderação|moderati|moderazione|gemodereerd|huisregels|modereras|moderer\w+|moderoi\w+|moderowan\w+|regulamin\w*|"
    r"moderován\w*|pravid\w+|moderál\w*|модер\w+|правил\w* (?:сайта|сообщества|портала|общения)|onay\w*|denetim\w*|"
    r"έλεγχο|υβριστικ\w+|δεν (?:εκφράζουν|υιοθετ)|"
    r"لا (?:تعبر|تعكس|يعبر)|مخالف\S*|حذف\S*|سيتم|承認|审核|審核|삭제|승인|dihapus|moderasi)"
)
_house_rules = by_patterns(
    Role.COMMENT,
    60,
    rf"^(?=.)\W*(?:all |alle |tous les |todos los |todos os |tutti i |les |los |os |i |vos |sus |ihre |your |όλα )?"
    rf"(?:(?:reader|user|leser)\S* )?{_COMMENTS}\b(?!.*\b(?:announced|podle|selon|laut|according|by \w+ "
    rf"\w+)\b)(?=.{{0,80}}(?:\bare\b|\bwill\b|\bmust\b|\bwerden\b|\bmüssen\b|"
    rf"\bsont\b|"
    rf"\bseront\b|\bserán\b|\bson\b|\bestán\b|\bsão\b|\bserão\b|\bsono\b|worden|granskas|modere|moderoi|są |"
    rf"jsou|bliver|blir|podléhají|проход|публику|з['’]явля|yayınlan|onay|δημοσιεύονται|δεν )).*{_HOUSE_RULES}",
    rf"^(?=.)\W*(?:please|bitte|merci|veuillez|por favor|per favore|prosimy|пожалуйста|παρακαλ\w+|lütfen|we (?:ask|"
    rf"encourage|welcome|"
    rf"moderate)|wir bitten)\b(?=.*{_HOUSE_RULES}).*{_COMMENTS}",
    rf"^(?=.)\W*(?:τα (?:\w+ )?σχόλια|يرجى|نرجو|οι απόψεις|التعليقات|إذا كان التعليق|コメントは|评论|評論|"
    rf"댓글)(?=.*{_HOUSE_RULES})",
    r"^(?=.)\W*(?:las|los) (?:opiniones|comentarios) (?:de los lectores|vertid\w+|expresad\w+|aquí)\b.{0,40}\bno "
    r"(?:reflejan|"
    r"representan|son)\b.{0,40}\b(?:medio|diario|portal|redacción|página)\b",
    hints=(
        *("comment", "komment", "coment", "reacties", "koment", "hozzászól", "коммент", "комент", "yorum", "σχόλι"),
        *("التعليق", "يرجى", "コメント", "评论", "評論", "댓글", "opiniones", "απόψεις"),
    ),
    at_the_edge=True,
)

_THEIRS = (
    r"(?:responsabilidad (?:exclusiva )?de (?:su|sus|los|quien)|responsabilidade (?:exclusiva )?d\w+|"
    r"responsabilità (?:esclusiva )?de\w+|n['’]engagent? que|ne (?:reflèt|représent|correspond)\w+ pas|"
    r"no (?:refleja|representa|compromete|coincide|expresa)n? (?:necesariamente|la (?:opinión|postura|línea))|"
    r"não (?:reflete|representa|expressa)\w*,? (?:necessariamente|obrigatoriamente|a opinião)|"
    r"non (?:riflett|rispecchi|rappresent|coincid)\w+ necessariamente|niet noodzakelijk\w*|voor rekening van|nie muszą|"
    r"nie (?:zawsze )?(?:odzwierciedlają|pokrywają)|может не (?:совпадать|отражать)|могут не (?:совпадать|отражать)|"
    r"не всегда совпада\w+)"
)
_opinions = by_patterns(
    Role.NOTICE,
    90,
    r"^\W*(?:the )?(?:views|opinions) expressed (?:here|(?:on|at|in) (?:this (?:blog|site|web ?site|commentary)|"
    r"\w+\.\w+))\b"
    r".{0,40}\bare (?:my|our|solely|those of|their)\b",
    rf"^\W*(?:nuestra |la |esta |las )?(?:sección de opinión|columnas? de opinión|opiniones (?:expresadas|vertidas|"
    rf"contenidas)|contenidos? (?:vertidos?|publicados?))\b.{{0,200}}\b{_THEIRS}",
    rf"^\W*los (?:artículos|textos|puntos de vista|conceptos) (?:de opinión|firmados|publicados|expresados|emitidos)\b"
    rf".{{0,160}}\b{_THEIRS}",
    rf"^\W*(?:les (?:opinions|propos|idées|points de vue|analyses) (?:exprimé|émis|développé|présenté)\w*|"
    rf"(?:cette|les) (?:tribunes?|chroniques?)|les textes (?:publiés|signés))\b.{{0,160}}\b{_THEIRS}",
    rf"^\W*(?:as opiniões|os (?:artigos|textos|conteúdos)) (?:expressas|contidas|publicados|assinados|de opinião)\b"
    rf".{{0,160}}\b{_THEIRS}",
    rf"^\W*le opinioni (?:espresse|contenute|pubblicate)\b.{{0,160}}\b{_THEIRS}",
    rf"^\W*de (?:meningen|opinies|standpunten)\b.{{0,100}}\b{_THEIRS}",
    rf"^\W*(?:opinie|poglądy) (?:wyrażone|zawarte|przedstawione)\b.{{0,120}}\b{_THEIRS}",
    rf"^\W*(?:мнени[ея] (?:автор\w+|редакции|изложенн\w+|героев)|точка зрения автора)\b.{{0,100}}\b{_THEIRS}",
    at_the_edge=True,
)
_ALL_OF_IT = (
    r"(?:this (?:web ?)?site|all (?:content|contents|materials?|texts)|(?:diese|die) (?:web)?seiten?|(?:alle|"
    r"sämtliche) "
    r"(?:inhalte|texte|beiträge|materialien)|ce site|tous les (?:contenus|textes|articles)|l['’]ensemble des "
    r"contenus|este "
    r"sitio|todos los (?:contenidos|textos)|todo el contenido|este site|todo o conteúdo|todos os (?:textos|conteúdos)|"
    r"questo sito|tutti i (?:contenuti|testi)|(?:wszystkie|wszelkie) (?:materiały|treści|teksty)|materiał|"
    r"(?:все|всі|усі) (?:материалы|матеріали|тексты|права)|veškerý obsah|všechny (?:texty|materiály)|veškeré texty|"
    r"(?:sav|celokupan) sadržaj|svi (?:tekstovi|sadržaji)|bu site|sitede|tüm içerik\w*|allt innehåll|alt indhold|"
    r"alt innhold|alle (?:teksten|inhoud|artikelen)|minden (?:tartalom|anyag)|toate (?:materialele|textele)|"
    r"kjo faqe|të gjitha materialet)"
)
_PROTECTED = (
    r"(?:protected|geschützt|unterliegen|protégé|protegid|protett|chronion|охраня|защищен|захищен|охороня|chráněn|"
    r"zaštićen|korun|skydda|beskytte|beschermd|védett|protejat|mbrojtur)"
)
_BY_LAW = (
    r"(?:copyright|urheberrecht|droits? d['’]auteur|derechos? de autor|direitos autorais|diritt[oi] d['’]autore|"
    r"autorsk|"
    r"авторск|telif|upphovsr|ophavsret|opphavsrett|auteursrecht|szerzői jog|drepturi(?:le)? de autor|të drejtat)"
)
# Only both together are the page's: of what the law protects articles tell, too.
_rights = by_patterns(
    Role.NOTICE,
    200,
    rf"^\W*{_ALL_OF_IT}\b(?=.{{0,240}}{_PROTECTED}).{{0,300}}{_BY_LAW}",
    r"^\W*(?:sva prava (?:pridržana|zadržana)|vse pravice pridržane|všetky práva vyhradené|всички права запазени|"
    r"kaikki oikeudet pidätetään|kõik õigused kaitstud|visas tiesības aizsargātas|visos teisės saugomos|"
    r"tots els drets reservats|hak cipta dilindungi|të gjitha të drejtat (?:e|janë të) rezervuara|"
    r"riproduzione riservata|todos os direitos reservados|reproduction interdite|reprodução proibida|"
    r"כל הזכויות שמורות|کلیه حقوق)\b[^.]{0,60}\W*$",
    r"^\W*(?:queda )?prohibida (?:la |su )?reproducción (?:total|parcial|de)\b|^\W*(?:é )?proibida a reprodução "
    r"(?:total|parcial|d)|^\W*toute reproduction .{0,40}\binterdite?\b|^\W*(?:è )?vietata la riproduzione\b",
    r"^\W*(?:перепечатка|копирование) (?:\w+ ){0,3}(?:материалов|текстов)\b.{0,80}\b(?:запрещ|только|с разрешения|"
    r"ссылк)",
    at_the_edge=True,
)
_LONGEST_ADDRESS = 25
"""Words of a line between two notices."""
_NEAR = (1, 2)
"""How far these may be."""
_notices = any_of(
    *map(
        unreported,
        (_made_by_machine, _by_itself, _mistakes, _comment_rules, _house_rules, _opinions, _rights, page_words),
    ),
    consent_sentence,
    browser_notice,
)


def page_notice(reading: Reading) -> Iterator[Finding]:
    """Such words, and below the text a line or two between two of them or notices of rights: an address, as a rule."""
    found = list(_notices(reading))
    yield from found
    about = {finding.block for finding in found}
    rights = about | {index for index, (_, rule) in reading.found.items() if rule == "copyright"} if about else set()
    end = max((block.index for block in reading.open() if block.is_prose and block.index not in about), default=-1)
    for block in reading.open(end + 1):
        above, below = (rights & {block.index + by * side for by in _NEAR} for side in (-1, 1))
        if block.index not in about and above and below and block.words <= _LONGEST_ADDRESS:
            yield set_aside(block, Role.NOTICE)
