"""Lists of words by which it can be told who speaks: the writer, a reader, or the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

CLASSES = (
    "first_person",
    "second_person",
    "we",
    "reports",
    "page",
    "opinion",
    "jobs",
    "spoken",
    "months",
    "thanks",
    "writing",
)
"""The lists of which a block's words are counted."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Words:
    """Lists of folded words, without apostrophes."""

    first_person: frozenset[str]
    second_person: frozenset[str]
    we: frozenset[str]
    reports: frozenset[str]
    page: frozenset[str]
    thanks: frozenset[str]
    opinion: frozenset[str]
    jobs: frozenset[str]
    connectives: frozenset[str]
    writing: frozenset[str]
    this: frozenset[str]
    spoken: frozenset[str]
    months: frozenset[str]
    _classes: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)
    """For each word of any list, the places in `CLASSES` of those that have it."""

    def __post_init__(self) -> None:
        for place, name in enumerate(CLASSES):
            for word in getattr(self, name):
                self._classes[word] = (*self._classes.get(word, ()), place)

    def count(self, words: Sequence[str]) -> list[int]:
        """How many of the words are in each list of `CLASSES`."""
        counts = [0] * len(CLASSES)
        known = self._classes
        for word in filter(known.__contains__, words):
            for place in known[word]:
                counts[place] += 1
        return counts


ENGLISH = Words(
    first_person=_set("i im ive id ill me my mine myself"),
    second_person=_set("you your youre yours youve youll youd u ur yourself"),
    we=_set("we our us were weve ourselves"),
    reports=_set("said says told according added asked explained reported announced mr mrs percent spokesman"),
    page=_set(
        "blog blogs post posts posted article articles story stories site website page pages comment comments read "
        "reading thread subscribe newsletter rss feed email mail click here link links share follow twitter facebook "
        "login log sign register copyright reserved rights advertise advertisement privacy terms category categories "
        "filed archives archive tags tagged published editor print video videos photo photos gallery more latest "
        "related topics news updates free download online photograph image caption courtesy view reply report "
        "permalink trackback search home contact reviews popular powered"
    ),
    thanks=_set("thanks thank thx great awesome love loved nice cool lol haha wow hi hello hey yes yeah congrats"),
    opinion=_set("agree guess maybe wonder hope wish seems think sure definitely totally actually honestly sorry"),
    jobs=_set(
        "writer editor author reporter columnist journalist blogger correspondent contributor professor director "
        "fellow founder cofounder consultant analyst producer graduate lives freelance"
    ),
    connectives=_set("but and so he she while meanwhile however in with for as then when after they at on although"),
    writing=_set("post article blog story piece site column comment recipe author writer posts articles"),
    this=_set("this your great nice good interesting excellent wonderful"),
    spoken=_set("dont im ive thats isnt cant didnt doesnt wont wouldnt ill id youre theyre theres whats lol"),
    months=_set("jan feb mar apr jun jul aug sep sept oct nov dec january february march april june july august")
    | _set("september october november december monday tuesday wednesday thursday friday saturday sunday am pm"),
)
# Short words that mean other things elsewhere are left out: this list serves all languages but English.
OTHERS = Words(
    first_person=_set("ich mein meine mich mir je mon moi jai yo mío я мне мой моя меня мной εγώ μου jag ik mijn eu"),
    second_person=_set("du dein deine euch ihnen vous votre vos tu usted ты вы вас вам ваш ваши εσείς σας dig jullie"),
    we=_set("wir uns unser unsere nous notre nos nosotros nuestro мы нас нам наш εμείς μας vi oss wij ons"),
    reports=_set("sagte erklärte berichtete laut prozent dit déclaré selon dijo según afirmó сказал заявил сообщил")
    | _set("процентов disse secondo volgens enligt procent"),
    page=_set(
        "blog post artikel artikels seite webseite kommentar kommentare lesen mehr newsletter email mail hier link "
        "teilen twitter facebook anmelden registrieren copyright datenschutz impressum kategorie archiv bild foto "
        "video fotos videos aktuelle themen nachrichten drucken suche startseite kontakt article articles site page "
        "commentaire commentaires lire plus suivez partager inscrivez accueil recherche photo artículo artículos sitio "
        "página comentario comentarios leer más noticias compartir síguenos inicio статья статьи сайт комментарий "
        "комментарии читать читайте подписаться новости фото видео поделиться ссылка главная поиск redaktion"
    ),
    thanks=_set("danke toll super hallo liebe ja merci bravo bonjour gracias hola genial спасибо привет да нет grazie"),
    opinion=_set("finde glaube vielleicht hoffe leider denke pense peut-être espère creo quizás espero думаю надеюсь"),
    jobs=_set("redakteur autor autorin journalist journalistin korrespondent professor auteur journaliste autor автор")
    | _set("периодista журналист корреспондент redacteur"),
    connectives=_set(
        "aber und so er sie während doch auch in mit für als nach mais et il elle dans avec pour pero y él"
    )
    | _set("ella en con para но и он она в на с для после когда также однако ma e nel con"),
    writing=_set("artikel beitrag blog text seite article billet texte artículo entrada статья пост автор"),
    this=_set("dieser diesen dieses toller guter cet ce bon este buen эта этот хорошая"),
    spoken=_set("hab habs gibts gehts isses ists chuis tas nichts mal halt wohl eben"),
    months=_set("januar februar märz april mai juni juli august september oktober november dezember janvier février")
    | _set(
        "mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio"
    )
    | _set("agosto septiembre octubre noviembre diciembre января февраля марта апреля мая июня июля августа сентября")
    | _set("октября ноября декабря montag dienstag mittwoch donnerstag freitag samstag sonntag uhr"),
)
