"""Rules for the walls behind which pages stand until a reader consents, where an extractor took them for text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.articles.ledger import Role
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.rules.notices import consent as buttons
from generator.ingest.rules.patterns import any_of, by_patterns

_DEVICE = (
    r"(?:device|gerät|endgerät|appareil|terminal|dispositivo|apparaat|urządzeni\w+|zařízení|enhet|enhed|laite\w*|"
    r"устройств\w+|пристро\w+)"
)
_PERSONAL = r"(?:personali[sz]\w+|personnalisé\w*|gepersonaliseerde|spersonalizowan\w+|tilpassede|personlig\w*)"
# The purposes for which pages ask, in the words that the trade has agreed on; nothing else says these.
_purposes = by_patterns(
    Role.NOTICE,
    160,
    rf"^\W*store and/or access information on an? {_DEVICE}",
    rf"^\W*informationen auf einem {_DEVICE} speichern und/oder abrufen",
    rf"^\W*stocker et/ou accéder à des informations sur un {_DEVICE}",
    rf"^\W*almacenar (?:la )?información en un {_DEVICE} y/o acceder\b",
    rf"^\W*archiviare informazioni su {_DEVICE} e/o accedervi",
    rf"^\W*armazenar e/ou aceder a informações num {_DEVICE}|^\W*armazenar e/ou acessar informações em um {_DEVICE}",
    rf"^\W*informatie op een {_DEVICE} opslaan en/of openen",
    rf"^\W*przechowywanie informacji na {_DEVICE} lub dostęp do nich",
    rf"^\W*{_PERSONAL} (?:advertising|ads) and content,? (?:advertising|ad) and content measurement\b",
    rf"^\W*{_PERSONAL} (?:werbung|anzeigen|inhalte)(?: und inhalte)?,? (?:messung|inhaltemessung|anzeigenmessung|"
    r"werbeleistung|anzeigen- und inhaltemessung)\b",
    rf"^\W*{_PERSONAL} anzeigen und anzeigenmessung\b",
    rf"^\W*publicités et contenu {_PERSONAL},? mesure de performance\b",
    rf"^\W*(?:publicidad|anuncios) y contenidos? {_PERSONAL},? medición\b|"
    rf"^\W*pubblicità e contenuti {_PERSONAL},? (?:misurazione|valutazione)\b",
    r"^\W*(?:use precise geolocation data|actively scan device characteristics for identification)\b",
    r"^\W*(?:verwendung )?genaue[rn]? standortdaten\b.{0,60}\b(?:geräteeigenschaften|identifi\w+|verwendet)\b",
    r"^\W*utiliser des données de géolocalisation précises|^\W*utilizar datos de localización geográfica precisa",
    r"^\W*utilizzare dati di geolocalizzazione precisi|^\W*exacte geolocatiegegevens gebruiken",
    r"^\W*(?:cookies, )?(?:device or similar online identifiers|geräte-? ?oder ähnliche online-kennungen)\b",
    r"^\W*für die (?:dir|ihnen) angezeigten verarbeitungszwecke können cookies\b",
    r"^\W*(?:advertising and content|ads and content) can be personali[sz]ed based on (?:your|a) profile\b",
    r"^\W*(?:anzeigen|werbung|inhalte)(?: und inhalte)? (?:können|kann) basierend auf (?:ihrem|deinem|einem) profil\b",
    r"^\W*les publicités et le contenu peuvent être personnalisés sur la base\b",
    r"^\W*la publicidad y el contenido pueden personalizarse basándose en\b",
)
_SITE = r"(?:[\w-]+\.)+[a-z]{2,}"
_TRACKING = r"(?:tracking|trackern?|cookies?)"
# To pay, or to be tracked.
_pay_or_track = by_patterns(
    Role.NOTICE,
    110,
    rf"^\W*weiter mit (?:werbung|{_TRACKING})(?: und (?:werbung|{_TRACKING}))?\W*$",
    rf"^\W*(?:nutze|besuche|lies|(?:nutzen|besuchen|lesen) sie)\b.{{0,80}}\bmit (?:personalisierter )?werbung\b"
    rf".{{0,40}}\b{_TRACKING}\b",
    rf"^\W*werbung und tracking: .*\b{_TRACKING}\b",
    rf"^\W*wie (?:möchtest du|möchten sie|wollen sie|willst du) {_SITE} (?:nutzen|lesen)\?",
    r"^\W*hinweis zur (?:daten|übermittlung)\w*(?: ihrer daten)? (?:außerhalb|in die usa|in drittländer)\b",
    r"^\W*(?:wir|wir und unsere) (?:\w+ )?(?:\d+ )?partner\w*\b.{0,120}\b(?:speichern|verarbeiten|greifen)\b"
    r".{0,120}\b(?:gerät|cookies|kennungen)\b",
    r"^\W*we and our (?:\d+ )?(?:\w+ )?(?:partners|vendors)\b.{0,40}\b(?:store|process|access|use)\b",
    r"^\W*(?:avec (?:votre|ton) (?:accord|consentement),? )?(?:nous et )?nos (?:\d+ )?partenaires\b.{0,60}"
    r"\b(?:stock\w+|utilis\w+|accéd\w+|cookies|traceurs)\b",
    r"^\W*(?:nosotros y )?nuestros (?:\d+ )?socios\b.{0,60}\b(?:almacen\w+|utiliz\w+|accede\w+|cookies)\b",
    r"^\W*noi e (?:i nostri )?(?:\d+ )?(?:partner|terze parti)\b.{0,80}\b(?:archivi\w+|utilizz\w+|cookie)\b",
    r"^\W*(?:nós e )?(?:os )?nossos (?:\d+ )?parceiros\b.{0,60}\b(?:armazen\w+|utiliz\w+|cookies)\b",
    r"^\W*wij en onze (?:\d+ )?partners\b.{0,60}\b(?:opslaan|slaan|gebruiken|cookies)\b",
    r"^\W*my i nasi (?:\d+ )?partnerzy\b.{0,80}\b(?:przechowujemy|przetwarzamy|cookies)\b",
    r"^\W*(?:continuer sans accepter|accepter et continuer|refuser et s['’]abonner|continua senza accettare|"
    r"accetta e continua|rifiuta e abbonati|aceptar y continuar|rechazar y suscribirse|rechazar y pagar|"
    r"continuar sin aceptar|(?:alle )?akzeptieren und (?:weiter|schließen)|zustimmen und weiter(?:lesen)?|"
    r"accept and continue|przejdź do serwisu)\W*$",
)
_texts = any_of(_purposes, _pay_or_track)
_LONGEST_LABEL, _FEWEST, _FEWEST_OF_A_WALL = 12, 2, 3


def consent(reading: Reading) -> Iterator[Finding]:
    """What asks for consent, and the short lines between two paragraphs of a wall.

    A single such line may be what an article on privacy says.
    """
    yield from buttons(reading)
    found = list(_texts(reading))
    if len(found) < _FEWEST:
        return
    yield from found
    places = sorted(finding.block for finding in found)
    for above, below in pairwise(places if len(places) >= _FEWEST_OF_A_WALL else ()):
        label = reading.blocks[above + 1]
        if below == above + 2 and label.index not in reading.found and label.words <= _LONGEST_LABEL:
            yield set_aside(label, Role.NOTICE)
