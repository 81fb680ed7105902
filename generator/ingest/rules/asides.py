"""Rules for single lines that a page has for its readers: where to read on, how to get its news, who may comment."""

from __future__ import annotations

from generator.articles.ledger import Role
from generator.ingest.rules.appeals import unreported
from generator.ingest.rules.patterns import any_of, by_patterns

_BLOG = r"(?:live-?)?(?:blog|ticker|newsblog|newsticker|themenseite|dossier|themendossier)"
_label = by_patterns(
    Role.NAVIGATION,
    14,
    r"^\W*(?:diese|unsere) (?:artikel|beiträge|themen) könnten (?:dich|sie|euch) (?:auch|ebenfalls) interessieren\W*$",
    r"^\W*(?:mehr (?:lesen|dazu)|lesen sie dazu auch|lesen sie dazu auch die .{3,30}|la rédaction vous conseille|"
    r"lue seuraavaksi|seguir leyendo|continuar leyendo|continua a leggere|continue lendo)\s?:?\W*$",
    r"^\W*(?:zeige|zeigt?) alle (?:beiträge|artikel) von\b.{0,50}$|^\W*(?:view|see|show) all (?:posts|articles) "
    r"by\b.{0,50}$|"
    r"^\W*(?:voir|afficher) tous les (?:articles|billets) (?:de|par)\b.{0,50}$|"
    r"^\W*ver todas las entradas (?:de|por)\b.{0,50}$",
    r"^\W*(?:zeige|zeigt?) alle (?:beiträge|artikel) an\W*$",
    r"^\W*(?:relaterte emner|ämnen i artikeln|dans la même rubrique|mehr themen|más temas|lesetipps|"
    r"related (?:recipes|news|videos)|don['’]t miss|das könnte (?:sie|dich|euch) (?:auch|ebenfalls) interessieren)\W*$",
    r"^\W*(?:while you(?:['’]re| are) here|before you go|bevor sie gehen|avant de partir)\W*$",
)
_sentence = by_patterns(
    Role.NAVIGATION,
    30,
    rf"^\W*(?:aktuelle|mehr|weitere|alle|sämtliche)\b[^.!?]{{0,110}}\b(?:lesen|finden|sehen|erfahren) sie"
    rf"\b[^.!?]{{0,30}}"
    rf"\b(?:in|im|auf) (?:unser(?:em|er|en)? )?{_BLOG}\b.{{0,20}}$",
    r"^\W*(?:read|see|follow|find) (?:all )?our (?:full|complete|latest|live) coverage\b.{0,60}\bhere\W*$",
    r"^\W*para (?:leer|ver|conocer) (?:más|(?:sobre )?otr[ao]s?)\b[^.!?]{3,70}\bclic aquí\W*$",
    r"^\W*retrieved from [\"“]?https?:",
    at_the_edge=True,
)
further_link = any_of(_label, unreported(_sentence))

_SUBSCRIBER = (
    r"(?:abonn[ée]e?|abonnent|prenumerant|suscriptor|abbonato|assinante|bruger|kunde|użytkownik|prenumerat\w+)"
)
_BLOCKER = (
    r"(?:ad[ -]?block\w*|werbe-?blocker|bloqueurs? de publicités?|bloqueador de (?:anuncios|publicidad)|"
    r"блокировщик\w* рекламы)"
)
_blocked = by_patterns(
    Role.NOTICE,
    45,
    rf"^\W*(?:sie haben|du hast|sie nutzen|du nutzt|wir haben (?:festgestellt|bemerkt),? dass sie) einen {_BLOCKER}\b",
    rf"^\W*(?:please )?(?:disable|turn off|pause|switch off) (?:your|the) {_BLOCKER}\b",
    rf"^\W*(?:it (?:looks|seems) like|we(?:['’]ve| have) (?:noticed|detected)(?: that)?) you(?:['’]re| are) using an "
    rf"{_BLOCKER}\b",
    rf"^\W*(?:bitte )?(?:deaktivieren sie|deaktiviere) (?:bitte )?(?:ihren|deinen|den) {_BLOCKER}\b",
    rf"^\W*(?:désactivez|veuillez désactiver) votre {_BLOCKER}\b|^\W*desactiv\w+ (?:tu|su|el) {_BLOCKER}\b",
    rf"^\W*(?:disattiva|disabilita) (?:il tuo |l['’]){_BLOCKER}\b|^\W*wyłącz {_BLOCKER}|^\W*отключите {_BLOCKER}",
    rf"^\W*schakel (?:je|uw) {_BLOCKER} uit\b",
    r"^\W*(?:deaktivieren sie die erweiterung, die|fügen sie \S{3,30} ihrer whitelist hinzu)\b",
    r"^\W*hier klicken, um .{2,60} zu aktivieren\b|^\W*vous pouvez (?:également )?(?:paramétrer|refuser) les cookies\b",
    r"^\W*zur anzeige aktiviere bitte\b|^\W*denne funktion kræver et abonnement\W*$|^\W*weiter mit werbung\W*$",
    r"^\W*you have already subscribed\b.{0,20}$|^\W*diese (?:e-?)?mail-?adresse ist bereits registriert\W*$",
    r"^\W*sorry, there seem to be some issues\b|^\W*(?:kommentare und pings sind|kommentare sind) derzeit nicht "
    r"erlaubt\b",
    r"^\W*bitte füllen sie die felder aus, um\b|^\W*eine wordpress\.com-website\W*$|^\W*이 기사가 마음에 들었다면",
    r"^\W*(?:jetzt unterstützen|teilen? (?:sie )?(?:diesen|den) (?:beitrag|artikel) (?:auf|in|über) [^.]{2,30})\W*$",
    r"\b(?:arbeider|arbeidar|redigeres|drives) (?:etter|i (?:henhold til|tråd med)) vær varsom-plakaten\w*",
    hints=("vær varsom",),
    at_the_edge=True,
)
_offer = by_patterns(
    Role.NOTICE,
    35,
    r"^\W*stay up[ -]to[ -]date (?:on|with) (?:all )?(?:the|our) latest\b.{0,60}$",
    r"^\W*mit unserem newsletter (?:bleiben|sind) sie\b.{0,50}$|^\W*\S{2,25}newsletter: jetzt (?:kostenlos )?\w+\W*$",
    r"^\W*wählen sie ihren zugang\b.{0,40}$",
    r"^\W*if you(?:['’]re| are) seeing this message but\b.{0,40}\bsubscriber\b",
    r"^\W*try [^.!?]{2,40} (?:premium|plus|pro|digital) for free\b",
    r"^\W*if you(?:['’]re| are) (?:on|using|reading this (?:on|in)) (?:the|our) .{2,40}\bapp,? (?:click|tap) here\b",
    rf"^\W*(?:allerede|redan|déjà|ya (?:eres|es)|sei già|já é|masz już|al) {_SUBSCRIBER}\b.{{0,40}}$",
    r"^\W*køb (?:digitalt )?abonnement\W*$|^\W*köp prenumeration\W*$|^\W*kjøp abonnement\W*$",
    r"^\W*(?:never miss a moment|sharing is caring|please follow and like us)\W*$",
    r"^\W*(?:puede|puedes|podés) escribirnos a\b.{0,160}$",
    r"\btenemos (?:un )?canal de (?:telegram|whatsapp)\b|\btemos (?:um )?canal (?:no|de) (?:telegram|whatsapp)\b",
    r"^\W*an? (?:\w+ ){0,2}publication (?:of|by)(?: the)?(?: [^\W\d_]+){0,6}\W*$|^\W*(?:please )?come (?:and )?see "
    r"us again\W*$",
    r"^\W*erhalte (?:updates|nachrichten|benachrichtigungen) direkt auf (?:dieses|dein) gerät\b",
    r"^\W*unterstützen sie \S{2,25} via paypal\W*$|^\W*(?:jetzt )?mit paypal spenden\W*$",
    r"^\W*(?:artikel verschenken|\d+ (?:wochen|monate?) (?:kostenlos|gratis) testen|registrieren sie sich jetzt "
    r"kostenlos)\s?:?\W*$",
    r"^\W*(?:tu suscripción se está usando en|¿quieres añadir otro usuario a tu suscripción)\b",
    r"^\W*el contenido al que (?:quiere|quieres|desea) acceder es exclusivo\b|^\W*ce contenu est réservé aux\b",
    r"^\W*add .{2,40} to your google news feed\W*$|^\W*(?:subskrybuj|obserwuj) .{2,40} (?:na|w) google news\W*$",
    r"^\W*(?:want to )?get notified (?:whenever|when) we (?:write|publish|post)\b",
    r"^\W*(?:fill|check) .{0,20}your e-?mail to (?:get|confirm)\b|^\W*(?:i hate|no) spam\b.{0,60}\b(?:opt out|"
    r"unsubscribe)\b",
    r"^\W*(?:glückwunsch, du hast dich|ihre anmeldung war|deine anmeldung war)\b.{0,40}\b(?:angemeldet|erfolgreich)\b",
    r"^\W*sie haben eine e-?mail zum double[- ]opt-?in\b|^\W*keine meldung von .{2,40} mehr verpassen\W*$",
    r"^\W*(?:deine|ihre) spende für (?:unabhängig|kritisch|frei|digital)\w+ \w+\b.{0,60}$|^\W*supporte uns(?: "
    r"jetzt)?\W*$",
    r"^\W*tilaa .{2,30}\b(?:uutiskir\w+)\W*$|^\W*join (?:our|the) .{2,50} on whatsapp\W*$",
    hints=("canal", "newsletter"),
    at_the_edge=True,
)
# Nobody writes so but a page, of itself.
_of_itself = by_patterns(
    Role.NOTICE,
    60,
    r"^\W*our standards:\s?the thomson reuters trust principles\b.{0,20}$|^\W*original-content von:",
    r"^\W*this (?:entry|post) was posted in\b.{0,120}\b(?:permalink|tagged|bookmark)\b",
    r"^\W*dieser eintrag wurde (?:veröffentlicht|geschrieben) in\b|^\W*publié dans\b.{0,60}\bpermalien\b",
    r"^\W*(?:gefällt mir|j['’]aime|me gusta|mi piace|curtir isso):?(?: (?:wird geladen|chargement|cargando|caricamento|"
    r"carregando).{0,12})?\W*$",
    r"^\W*comment(?:s|ing)(?: feature)? (?:is|are) (?:disabled|not available|unavailable) (?:in|for) your (?:country|"
    r"region)\b",
    r"^\W*skip past (?:newsletter|promotion|related|most)\b.{0,30}$|^\W*(?:die )?kommentarfunktion\w* ist (?:\w+ "
    r"){0,5}(?:deaktiviert|geschlossen|"
    r"abgeschaltet)\W*$",
    r"^\W*du kommentierst mit deinem\b|^\W*gib hier deinen kommentar ein\b|^\W*kliknij tutaj, aby anulować\b",
    r"^\W*(?:sie müssen|du musst) (?:sich|dich) (?:einloggen|anmelden),? um\b.{0,60}\b(?:diskussion|kommentieren|"
    r"teilnehmen)\b",
    r"^\W*para comentar debes\b|^\W*no está permitido verter comentarios\b",
    r"\bse reserva el derecho de eliminar (?:cualquier |los )?comentarios?\b",
    r"^\W*this site is protected by recaptcha\b|^\W*loading seems to be taking a while\b",
    r"^\W*es gab leider ein problem beim absenden\b|^\W*(?:teilen sie dies mit|teilen mit)\s?:\W*$",
    r"^\W*(?:rating: )?\d(?:[.,]\d)? ?/ ?(?:5|10) ?\( ?\d+ votes?(?: cast)? ?\)\W*$",
    r"^\W*advertisement\. scroll to continue reading\W*$|^\W*zustimmen und inhalt laden\W*$",
    r"^\W*you can find this (?:story|article) in my bookmarks\b",
    r"^\W*(?:das|ihr|dein) passwort muss (?:mindestens|aus)\b|^\W*(?:your )?password must (?:be|contain|have) (?:at|"
    r"a)\b",
    r"^\W*(?:fandest du|fanden sie) (?:den|diesen) (?:artikel|beitrag|text) (?:hilfreich|nützlich|interessant)\W*$",
    r"^\W*(?:wir freuen uns, wenn du|bitte) (?:unseren|diesen|den) (?:beitrag|artikel) bewerte\w*\W*$",
    r"^\W*äußerungen unserer gesprächspartner geben\b",
    r"^\W*本網站之文字\S{0,12}非經授權|^\W*記事に『リアクション』ができます",
    r"^\W*sofern nicht anders (?:angegeben|ausgewiesen|vermerkt),? (?:stehen|steht|sind) .{0,60}\b(?:cc|creative "
    r"commons)\b",
    hints=("se reserva",),
)
page_words = any_of(_blocked, _offer, _of_itself)
