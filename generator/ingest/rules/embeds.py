"""Rules for what stands in the place of something from another site, or below it, and for how entries were filed."""

from __future__ import annotations

from generator.articles.ledger import Role
from generator.ingest.rules import appeals
from generator.ingest.rules.consent_sentences import outside_content
from generator.ingest.rules.patterns import any_of, by_patterns

_CONTENT = r"(?:inhalt\w*|content|contenu|contenido|contenuto|conteúdo|inhoud|video|map|karte|carte|mapa|treści)"
_loaders = by_patterns(
    Role.NOTICE,
    45,
    rf"^\W*(?:klicken sie|klicke) (?:bitte )?(?:auf|hier)\b.{{0,40}},? um (?:den |das |die )?{_CONTENT}\b.{{0,50}}\bzu "
    r"(?:laden|sehen|aktivieren|entsperren)\b",
    rf"^\W*click (?:on )?(?:the )?(?:button|link|here)\b.{{0,20}} to (?:load|unblock|display) (?:the )?{_CONTENT}\b",
    rf"^\W*cliquez sur (?:le|ce) bouton\b.{{0,30}}\bpour (?:charger|afficher) (?:le |la )?{_CONTENT}\b",
    rf"^\W*(?:haga|haz) clic en el botón\b.{{0,30}}\bpara cargar (?:el |la )?{_CONTENT}\b",
    rf"^\W*(?:fai|fate|fare) clic sul pulsante\b.{{0,30}}\bper caricare (?:il |la )?{_CONTENT}\b",
    rf"^\W*klik op de (?:onderstaande )?knop\b.{{0,30}}\bom de {_CONTENT}\b.{{0,40}}\bte laden\b",
    rf"^\W*(?:kliknij|klikając)\b.{{0,20}}\bprzycisk\b.{{0,30}}\baby (?:załadować|wyświetlić) {_CONTENT}\b",
    rf"^\W*(?:(?:den |diesen |alle )?(?:inhalte?|video|karte|beitrag) (?:laden|entsperren)|(?:load|unblock) (?:the )?"
    rf"{_CONTENT}|charger (?:le |la )?{_CONTENT}|cargar (?:el )?contenido|carica (?:il )?contenuto|inhoud laden)\W*$",
    r"^\W*(?:sie sehen gerade einen platzhalter\w*|you are currently viewing a placeholder)\b",
    r"^\W*(?:um auf den eigentlichen inhalt zuzugreifen|to access the actual content)\b",
    r"^\W*(?:erforderlichen service akzeptieren und inhalte? entsperren|"
    r"accept required service and unblock content)\W*$",
    r"^\W*(?:youtube|vimeo|instagram|facebook|google maps|x|twitter)(?:-inhalte)? immer (?:entsperren|laden|"
    r"anzeigen)\W*$|"
    r"^\W*always (?:unblock|load) (?:youtube|vimeo|instagram|facebook|google maps|x|twitter)\W*$",
)
# What players of other sites write below a film, and what they hold in its place.
_players = by_patterns(
    Role.NOTICE,
    20,
    r"\bfrom \S+(?: \S+){0,5} on vimeo\W*$",
    r"^\W*(?:watch (?:this video )?on youtube|auf youtube ansehen|(?:watch|listen) on (?:vimeo|spotify|"
    r"soundcloud))\W*$",
    r"^\W*(?:view this post on instagram|(?:sieh dir|sehen sie) diesen beitrag auf instagram an|"
    r"voir cette publication sur "
    r"instagram|ver esta publicación en instagram|visualizza questo post su instagram|ver essa foto no instagram|"
    r"dit bericht op instagram bekijken|visa det här inlägget på instagram|vis dette innlegget på instagram|"
    r"посмотреть эту публикацию в instagram|wyświetl ten post na instagramie|bu gönderiyi instagram['’]da gör)\W*$",
    r"^\W*(?:embed from getty images|view this document on scribd|view on (?:flickr|pinterest|imgur))\W*$",
    r"^\W*(?:full ?screen|plein écran|pantalla completa|schermo intero|tela cheia|volledig scherm|koko näyttö|"
    r"pełny ekran|"
    r"celá obrazovka|(?:на|во) весь экран|полноэкранный режим|на весь екран|tam ekran)\W*$",
    hints=("on vimeo",),
)
embedded = any_of(appeals.embedded, _loaders, _players, outside_content)

_FILED = r"(?:kategorie\w*|rubrik\w*|catégorie|categoría|categoria|categorie|kategori\w*|rubrice|рубрик\w+|kategorii)"
_TAGGED = (
    r"(?:stichw\w+|schlagw\w+|verschlagwortet|tags?|getagg?e?d|étiquet\w+|tagué\w*|etiquetad\w+|contrassegnat\w+|"
    r"marcad\w+|oznacz\w+|märkt\w*|merket|метк\w+)"
)
_LASTING = r"(?:perma(?:nent\w*|li(?:nk|en)\w*)|permanente?|постоянн\w+ ссылк\w+|permalänk\w*)"
_filed = by_patterns(
    Role.NOTICE,
    80,
    rf"^\W*(?:der|dieser) (?:artikel|beitrag|eintrag|post)\b.{{0,160}}\bwurde (?:am|um|von|in|unter)\b.*"
    rf"\b(?:{_FILED}|{_TAGGED})\b.*\b(?:veröffentlicht|publiziert|abgelegt|gepostet|eingestellt)\b",
    rf"^\W*dieser (?:eintrag|beitrag) wurde (?:veröffentlicht|am|von)\b.*\b(?:{_TAGGED}|{_LASTING})\b",
    rf"^\W*(?:cet article|cette entrée|ce billet)(?:,| a été) (?:publiée?|postée?)\b.*\b(?:{_FILED}|{_TAGGED}|"
    rf"{_LASTING})\b",
    rf"^\W*(?:esta entrada|este artículo) (?:fue|ha sido|se) public\w+\b.*\b(?:{_FILED}|{_TAGGED}|{_LASTING})\b",
    rf"^\W*(?:quest[oa] (?:voce|articolo|post)) è stat[oa] pubblicat[oa]\b.*\b(?:{_FILED}|{_TAGGED}|{_LASTING})\b",
    rf"^\W*(?:esta entrada|este (?:artigo|post)) foi publicad[oa]\b.*\b(?:{_FILED}|{_TAGGED}|{_LASTING})\b",
    rf"^\W*dit (?:bericht|artikel) (?:werd|is) (?:geplaatst|gepubliceerd)\b.*\b(?:{_FILED}|{_TAGGED}|{_LASTING})\b",
    rf"^\W*(?:ten|niniejszy) (?:wpis|artykuł) został opublikowany\b.*\b(?:{_FILED}|{_TAGGED})\b",
    rf"^\W*(?:detta inlägg|dette indlæg|dette innlegget) (?:publicerades|blev udgivet|ble publisert|postades)\b.*"
    rf"\b(?:{_FILED}|{_TAGGED}|{_LASTING}|av|af)\b",
    rf"^\W*(?:эта )?(?:запись|заметка) (?:была )?опубликована\b.*\b(?:{_FILED}|{_TAGGED}|{_LASTING})",
    rf"^\W*příspěvek byl publikován\b.*\b(?:{_FILED}|odkaz\w*)\b",
    # When a broadcaster told of it, after a colon.
    r"^\W*über dieses thema berichtete?n?\b.{0,80}\d{1,2}\.\d{1,2}\.\d{2,4}\b.{0,30}$",
)
posting_note = any_of(appeals.posting_note, _filed)
