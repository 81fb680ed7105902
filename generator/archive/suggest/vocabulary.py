"""The words by which names are told from other words, and people from places; English, German and Russian in one."""

from __future__ import annotations

from generator.archive.common_names import CALENDAR


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    "de del della di da dos du van von ten ter te af av bin bint ibn abu ben al el san y фон де ван ибн бин аль эль"
)
"""Words in lower case that stand within names. None begins or ends one."""

SECOND_PARTICLES = _words("der den la las los le les дер")
"""Those that stand only after another: van der, de la."""

LINKS = _words("of for on of the für des der по по делам и")
"""Words in lower case that stand within the names of organizations, once a word of `BODIES` has stood."""

TITLES = _words(
    "president vice-president premier minister chancellor secretary undersecretary senator sen congressman "
    "congresswoman representative rep governor gov mayor ambassador envoy commissioner chairman chairwoman "
    "director general gen major maj colonel col lieutenant lt captain capt sergeant sgt admiral adm marshal "
    "commander mr mrs ms miss dr prof professor doctor sir lord lady king queen prince princess emperor sultan "
    "sheikh emir shah pope cardinal archbishop bishop patriarch metropolitan imam ayatollah mullah rabbi judge "
    "justice sheriff spokesman spokeswoman attorney solicitor speaker leader adviser advisor analyst economist "
    "historian author writer reporter correspondent präsident präsidentin ministerpräsident ministerpräsidentin "
    "bundespräsident minister ministerin außenminister außenministerin verteidigungsminister "
    "verteidigungsministerin innenminister finanzminister kanzler kanzlerin bundeskanzler bundeskanzlerin "
    "staatssekretär botschafter sprecher sprecherin generalsekretär vizepräsident herr herrn frau professorin "
    "oberst papst bischof könig königin prinz fürst graf us-präsident kremlchef parteichef президент президента "
    "президенту президентом вице-президент премьер-министр премьер-министра премьер министр министра министром "
    "глава главы главой канцлер секретарь секретаря посол посла генерал генерала генерал-полковник полковник "
    "адмирал маршал г-н г-жа господин госпожа спикер спикера сенатор депутат директор директора представитель "
    "профессор академик патриарх король королева принц"
)
"""In lower case, without a full stop. What follows them is a person; they are no part of the name."""

OFFICES = _words("state staff defense defence foreign interior energy treasury homeland affairs")
"""In lower case: what may stand between a title and a name, after `of` too (Secretary of State Condoleezza Rice)."""

SPEAKS = _words(
    "said says say told added asked argued insisted warned replied recalled explained noted wrote writes thinks "
    "believes acknowledged complained joked sagte sagt erklärte erklärt meinte betonte fügte forderte warnte "
    "schrieb schreibt сказал сказала заявил заявила отметил отметила подчеркнул подчеркнула сообщил сообщила "
    "добавил добавила считает полагает говорит пояснил пояснила напомнил ответил"
)
"""Beside a name they show that it is somebody."""

IN_PLACES = _words("in near inside outside nach aus в во близ из")
"""Before a name they show that it is somewhere."""

BODIES = _words(
    "agency academy administration alliance army assembly association authority bank board brigade bureau cabinet "
    "center centre chamber church club college commission committee company conference confederation congress "
    "consortium cooperation corporation corps council court department federation force forces foundation front "
    "fund government group guard house inc industries initiative institute institution laboratory league ltd llc "
    "ministry mission nations movement network news press radio television journal magazine office organisation "
    "organization parliament party police post school senate service services society staff times union motors "
    "airlines airways university akademie amt armee bank behörde bund bundesamt bundestag bundesrat bundeswehr "
    "gesellschaft institut kommission ministerium organisation partei parlament rat universität verband verein "
    "zentrum академия агентство армия ассоциация банк бюро ведомство дума институт комиссия комитет компания "
    "министерство организация партия служба совет союз университет фонд центр штаб федерация общество"
)
"""In lower case: a name with one of them is an organization's."""

PAPERS = _words(
    "treaty agreement accord act convention protocol pact declaration charter vertrag abkommen договор соглашение"
)
"""In lower case: a name with one of them may have the same words within it as an organization's."""

LANDSCAPE = _words(
    "island islands sea ocean gulf bay lake river mountain mountains mount valley desert peninsula strait canal "
    "cape province region republic oblast district county city town village airport street avenue square "
    "territory fluss see meer gebirge insel inseln halbinsel stadt flughafen straße platz море озеро река остров "
    "область край район город республика"
)
"""In lower case: a name with one of them is a place's."""

ARTICLES = _words(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur vom "
    "beim ins ans dieser diese dieses diesen diesem jeder jede jedes jeden jedem mein meine sein seine seinen "
    "seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren viele vielen alle allen mehr mehrere wenige "
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend beide beiden welche welcher"
)
"""German words before a noun. A name of one word has none of them before it."""

MEASURES = _words(
    "Prozent Euro Dollar Rubel Mark Million Millionen Milliarde Milliarden Uhr Ende Anfang Mitte Tonnen Kilometer "
    "Meter Jahr Jahre Jahren Monat Monate Monaten Woche Wochen Tag Tage Tagen Stunden Minuten Herbst Frühling "
    "Frühjahr Sommer Winter Seite Teil Nummer Kapitel Artikel Section Chapter Part Page Figure Table Article"
)
"""German nouns that stand without an article beside names, and words that number things."""

NEVER = CALENDAR | MEASURES | _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec AM PM OK I Gott")
"""Words that are capitalised and name nobody; they end a name that they stand beside."""
