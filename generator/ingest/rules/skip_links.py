"""The rule for lines that help a reader about the page, at its top and foot: to its text, its search, the home page."""

from __future__ import annotations

from generator.articles.ledger import Role
from generator.ingest.rules.patterns import by_patterns

skip_link = by_patterns(
    Role.NAVIGATION,
    30,
    r"^\W*(?:skip|jump) (?:directly |back )?to (?:the )?(?:main |primary |secondary |page )?"
    r"(?:content|article|navigation|nav|menu|search|footer|header|sidebar|top|bottom)\b[^.?!]*$",
    r"^\W*(?:direktlink:? (?:inhalt|navigation)|(?:springen sie )?(?:direkt )?zu[mr] (?:haupt|seiten)?(?:inhalt|"
    r"navigation|suche|menü|artikel|footer|fu(?:ß|ss)zeile|seitenanfang) "
    r"(?:springen|wechseln|gehen|navigieren))\b[^.?!]*$",
    r"^\W*(?:direkt )?zum (?:haupt|seiten)?inhalt\W*$",
    r"^\W*(?:aller|passer|accéder) (?:directement )?(?:au|à la|aux) "
    r"(?:contenu|menu|navigation|recherche|pied de page)\b[^.?!]*$",
    r"^\W*(?:ir|saltar|pasar|pular|avançar) (?:directamente |diretamente )?(?:al?|para o|ao) "
    r"(?:contenido|conteúdo|men[uú])\b[^.?!]*$",
    r"^\W*(?:vai|salta|passa) al (?:contenuto|menu)\b[^.?!]*$",
    r"^\W*(?:ga |spring |direct )?(?:direct )?naar (?:de )?(?:hoofd)?inhoud\b[^.?!]*$",
    r"^\W*(?:gå|hoppa|hopp|spring) (?:direkte? )?(?:till|til) (?:huvud|hoved)?(?:innehåll|innhold|indhold)\w*[^.?!]*$",
    r"^\W*(?:przejdź|przeskocz) do (?:głównej )?(?:treści|menu|zawartości)\b[^.?!]*$",
    r"^\W*(?:перейти|пропустить) (?:к|до) (?:основному |основного )?(?:содержан|контент|меню)\w*[^.?!]*$",
    r"^\W*(?:(?:zurück )?zur startseite|back to (?:the )?(?:home ?page|home|front page|main page)|"
    r"retour à l['’]accueil|volver (?:al inicio|a la portada)|torna alla home(?: ?page)?|"
    r"terug naar (?:de )?home(?:page)?|"
    r"powrót (?:do|na) stron[ęy] główn(?:ej|ą)|(?:tillbaka )?till startsidan|вернуться на главную)\W*$",
    r"^\W*(?:suchen? nach|search (?:for|the site|this site)|rechercher|buscar(?: por)?|cerca nel sito|"
    r"zoeken naar|szukaj|sök efter|поиск по сайту)\s*:(?:\s*[\w…]+)?\W*$",
)
