"""What columns of tables, and keys of front matter, are called: the names of each thing that the archive knows."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache


@lru_cache(maxsize=4096)
def column_key(name: str) -> str:
    """A column's name without case, accents, spaces, hyphens and underscores."""
    parts = unicodedata.normalize("NFKD", re.sub(r"[\s_-]+", "", name).casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))


# By language; `_` parts words for those who read this. Of several columns for one thing the one whose name comes first
# gives it, so what names it best stands first in its row, and rows that could be another language's word come last.
_NAMES: dict[str, dict[str, str]] = {
    "en": {
        "title": "title headline article_title",
        "text": "text full_text body body_text article_body article_text main_text content content_text",
        "date": "publish_date pub_date date_published publication_date published_date published date date_issued "
        "issued",
        "updated": "updated lastmod modified last_modified last_modified_at date_modified modified_date updated_at "
        "date_updated",
        "author": "author authors byline by creator creators writer",
        "publication": "publication newspaper journal magazine periodical publisher site_name",
        "language": "language lang locale",
        "summary": "summary dek description excerpt abstract subtitle subheadline teaser",
        "rights": "rights rights_statement license licence copyright",
        "url": "canonical_url canonical original_url source_url article_url external_url link url permalink uri",
        "tags": "tags tag keywords keyword categories category subjects subject",
        "file": "filename file path filepath textfile object_location object_transcript transcript transcription "
        "full_text text relative_path",
    },
    "de": {
        "title": "titel überschrift ueberschrift schlagzeile artikeltitel",
        "text": "text volltext artikeltext fließtext haupttext inhalt",
        "date": "veröffentlichungsdatum veroeffentlichungsdatum erscheinungsdatum publikationsdatum "
        "datum_der_veröffentlichung veröffentlicht_am veröffentlicht veroeffentlicht erschienen_am erschienen datum",
        "updated": "aktualisiert aktualisiert_am geändert geändert_am zuletzt_geändert letzte_änderung",
        "author": "autor autorin autoren autorinnen verfasser verfasserin verfasserinnen",
        "publication": "publikation zeitung zeitschrift magazin verlag",
        "language": "sprache",
        "summary": "zusammenfassung kurzfassung vorspann untertitel anreißer beschreibung",
        "rights": "rechte lizenz urheberrecht",
        "url": "webadresse internetadresse weblink",
        "tags": "schlagwörter schlagwoerter schlagworte schlagwort stichwörter stichwoerter stichworte stichwort "
        "themen thema kategorien kategorie",
        "file": "dateiname datei textdatei dateipfad pfad",
    },
    "fr": {
        "title": "titre titre_de_l'article",
        "text": "texte texte_intégral texte_complet corps corps_du_texte contenu",
        "date": "date_de_publication date_publication date_de_parution date_parution publié_le publié paru_le paru",
        "updated": "mise_à_jour mis_à_jour date_de_mise_à_jour modifié_le modifié date_de_modification",
        "author": "auteur auteurs auteure autrice autrices",
        "publication": "périodique revue éditeur",
        "language": "langue",
        "summary": "résumé chapeau chapô sous-titre",
        "rights": "droits droits_d'auteur",
        "url": "lien adresse_web",
        "tags": "mots-clés mot-clé étiquettes étiquette catégories thèmes thème sujets sujet rubriques rubrique",
        "file": "nom_du_fichier nom_de_fichier fichier chemin",
    },
    "es": {
        "title": "título titular",
        "text": "texto texto_completo cuerpo cuerpo_del_texto contenido",
        "date": "fecha_de_publicación fecha_publicación publicado_el publicado fecha",
        "updated": "actualizado fecha_de_actualización última_actualización modificado",
        "author": "autor autores autora autoras",
        "publication": "publicación periódico revista diario",
        "language": "idioma lengua",
        "summary": "resumen entradilla subtítulo descripción",
        "rights": "derechos derechos_de_autor licencia",
        "url": "enlace dirección_web",
        "tags": "etiquetas etiqueta palabras_clave palabra_clave categorías temas tema",
        "file": "nombre_de_archivo nombre_del_archivo archivo fichero ruta",
    },
    "it": {
        "title": "titolo",
        "text": "testo testo_completo corpo corpo_del_testo contenuto",
        "date": "data_di_pubblicazione data_pubblicazione pubblicato_il pubblicato",
        "updated": "aggiornato aggiornato_il data_di_aggiornamento modificato ultima_modifica",
        "author": "autore autori autrice autrici",
        "publication": "pubblicazione giornale quotidiano testata rivista editore",
        "language": "lingua",
        "summary": "riassunto sommario sottotitolo occhiello descrizione",
        "rights": "diritti diritti_d'autore licenza",
        "url": "collegamento indirizzo_web",
        "tags": "parole_chiave parola_chiave etichette etichetta categoria argomenti argomento temi",
        "file": "nome_del_file nome_file percorso",
    },
    "pt": {
        "title": "título manchete",
        "text": "texto texto_completo conteúdo",
        "date": "data_de_publicação data_da_publicação data_publicação publicado_em",
        "updated": "atualizado atualizado_em data_de_atualização última_atualização",
        "author": "autor autores autora autoras",
        "publication": "publicação jornal revista periódico editora",
        "language": "língua idioma",
        "summary": "resumo descrição",
        "rights": "direitos direitos_autorais licença",
        "url": "ligação hiperligação endereço_web",
        "tags": "palavras-chave palavra-chave etiquetas marcadores categorias assuntos assunto",
        "file": "nome_do_arquivo nome_do_ficheiro arquivo ficheiro caminho",
    },
    "nl": {
        "title": "titel krantenkop",
        "text": "tekst volledige_tekst artikeltekst inhoud",
        "date": "publicatiedatum datum_van_publicatie gepubliceerd_op gepubliceerd verschenen datum",
        "updated": "bijgewerkt bijgewerkt_op gewijzigd gewijzigd_op",
        "author": "auteur auteurs schrijver schrijvers",
        "publication": "publicatie krant tijdschrift uitgever",
        "language": "taal",
        "summary": "samenvatting ondertitel beschrijving omschrijving",
        "rights": "rechten auteursrecht licentie",
        "url": "webadres",
        "tags": "trefwoorden trefwoord sleutelwoorden onderwerpen onderwerp categorieën categorie",
        "file": "bestandsnaam bestand pad",
    },
    "ru": {
        "title": "заголовок название",
        "text": "текст полный_текст текст_статьи содержимое",
        "date": "дата_публикации дата_выхода дата_издания опубликовано дата",
        "updated": "обновлено дата_обновления изменено дата_изменения",
        "author": "автор авторы",
        "publication": "издание газета журнал издательство издатель",
        "language": "язык",
        "summary": "аннотация резюме краткое_содержание подзаголовок описание",
        "rights": "права авторские_права лицензия",
        "url": "ссылка адрес_страницы",
        "tags": "теги тэги метки ключевые_слова рубрики рубрика темы тема категории категория",
        "file": "имя_файла файл путь",
    },
    "uk": {
        "title": "заголовок назва",
        "text": "текст повний_текст вміст",
        "date": "дата_публікації опубліковано дата",
        "updated": "оновлено змінено",
        "author": "автор автори",
        "publication": "видання газета журнал видавець",
        "language": "мова",
        "summary": "анотація підзаголовок опис",
        "rights": "авторські_права ліцензія",
        "url": "посилання",
        "tags": "теги мітки ключові_слова рубрики теми категорії категорія",
        "file": "ім'я_файлу файл",
    },
    "pl": {
        "title": "tytuł nagłówek",
        "text": "tekst pełny_tekst tekst_artykułu treść",
        "date": "data_publikacji data_wydania opublikowano",
        "updated": "zaktualizowano data_aktualizacji zmodyfikowano",
        "author": "autor autorka autorzy",
        "publication": "publikacja gazeta czasopismo wydawca",
        "language": "język",
        "summary": "streszczenie podtytuł opis",
        "rights": "prawa prawa_autorskie licencja",
        "url": "odnośnik",
        "tags": "tagi słowa_kluczowe kategorie kategoria tematy temat",
        "file": "nazwa_pliku plik ścieżka",
    },
    "cs": {
        "title": "název titulek nadpis",
        "text": "text plný_text obsah",
        "date": "datum_vydání datum_publikace publikováno datum",
        "updated": "aktualizováno upraveno",
        "author": "autor autorka autoři",
        "publication": "noviny časopis vydavatel",
        "language": "jazyk",
        "summary": "shrnutí souhrn anotace podtitul popis",
        "rights": "práva licence",
        "url": "odkaz",
        "tags": "štítky klíčová_slova kategorie témata téma",
        "file": "název_souboru soubor cesta",
    },
    "sv": {
        "title": "titel",
        "text": "text brödtext innehåll",
        "date": "publiceringsdatum publicerad datum",
        "updated": "uppdaterad ändrad",
        "author": "författare skribent",
        "publication": "tidning tidskrift utgivare",
        "language": "språk",
        "summary": "sammanfattning ingress underrubrik beskrivning",
        "rights": "rättigheter upphovsrätt licens",
        "url": "länk webbadress",
        "tags": "taggar nyckelord ämnesord ämnen ämne kategorier kategori",
        "file": "filnamn sökväg",
    },
    "da": {
        "title": "titel tittel overskrift",
        "text": "tekst brødtekst indhold innhold",
        "date": "udgivelsesdato utgivelsesdato publiceringsdato publiseringsdato publiceret publisert dato",
        "updated": "opdateret oppdatert ændret endret",
        "author": "forfatter forfattere",
        "publication": "publikation publikasjon tidsskrift udgiver utgiver",
        "language": "sprog språk",
        "summary": "sammenfatning sammendrag beskrivelse undertitel",
        "rights": "rettigheder rettigheter ophavsret opphavsrett lisens",
        "url": "netadresse nettadresse",
        "tags": "emneord nøgleord nøkkelord emner emne kategorier kategori",
        "file": "filnavn",
    },
    "fi": {
        "title": "otsikko",
        "text": "teksti leipäteksti sisältö",
        "date": "julkaisupäivä julkaistu päivämäärä pvm",
        "author": "kirjoittaja kirjoittajat tekijä tekijät",
        "publication": "julkaisu lehti sanomalehti aikakauslehti julkaisija",
        "language": "kieli",
        "summary": "tiivistelmä ingressi kuvaus",
        "rights": "oikeudet tekijänoikeus lisenssi",
        "url": "linkki verkko-osoite",
        "tags": "avainsanat asiasanat aiheet",
        "file": "tiedostonimi tiedosto",
    },
    "hu": {
        "title": "cím főcím",
        "text": "szöveg teljes_szöveg tartalom",
        "date": "megjelenés megjelenés_dátuma megjelent dátum",
        "author": "szerző szerzők",
        "publication": "újság folyóirat kiadó kiadvány",
        "language": "nyelv",
        "summary": "összefoglaló kivonat alcím leírás",
        "rights": "jogok szerzői_jog",
        "url": "hivatkozás",
        "tags": "címkék kulcsszavak témák téma",
        "file": "fájlnév fájl",
    },
    "ro": {
        "title": "titlu titlul",
        "text": "text textul textul_integral conținut",
        "date": "data_publicării publicat_la publicat",
        "author": "autor autori autorul",
        "publication": "publicație publicația ziar revistă editură",
        "language": "limbă limba",
        "summary": "rezumat descriere",
        "rights": "drepturi licență",
        "url": "legătură",
        "tags": "etichete cuvinte_cheie subiecte subiect",
        "file": "nume_fișier fișier",
    },
    "tr": {
        "title": "başlık",
        "text": "metin içerik tam_metin",
        "date": "yayın_tarihi yayımlanma_tarihi tarih",
        "author": "yazar yazarlar",
        "publication": "gazete dergi yayın yayıncı",
        "language": "dil",
        "summary": "özet açıklama",
        "url": "bağlantı",
        "tags": "etiketler anahtar_kelimeler konular konu",
        "file": "dosya_adı dosya",
    },
    "el": {
        "title": "τίτλος",
        "text": "κείμενο περιεχόμενο",
        "date": "ημερομηνία_δημοσίευσης ημερομηνία",
        "author": "συγγραφέας συντάκτης",
        "publication": "εφημερίδα περιοδικό εκδότης",
        "language": "γλώσσα",
        "summary": "περίληψη υπότιτλος περιγραφή",
        "url": "σύνδεσμος",
        "tags": "ετικέτες λέξεις-κλειδιά κατηγορίες κατηγορία θέματα θέμα",
        "file": "όνομα_αρχείου αρχείο",
    },
    # These could mean something else (Italian `data`, English `source` and `name`), so they count after all others.
    # Without Swedish `rubrik`, a headline, which is a section in German.
    "last": {
        "title": "name",
        "text": "article story transcript object_transcript transcription artikel beitrag transkript transkription "
        "artículo articolo artigo transcripción trascrizione transcrição transcriptie статья стаття artykuł článek",
        "date": "data",
        "publication": "source quelle fuente fonte bron källa kilde avis lähde źródło zdroj forrás sursă kaynak πηγή "
        "источник джерело",
        "url": "source quelle fuente fonte bron källa kilde lähde źródło zdroj forrás sursă kaynak πηγή источник "
        "джерело identifier",
    },
}


@cache
def names_of(thing: str) -> tuple[str, ...]:
    """The names, as `column_key` gives them, of what can hold a thing: a key of our front matter, `text` or `file`."""
    words = (word for names in _NAMES.values() for word in names.get(thing, "").split())
    return tuple(dict.fromkeys(map(column_key, words)))


def is_doubtful(name: str, thing: str) -> bool:
    """Whether a column of this name may as well hold something else."""
    return column_key(name) in map(column_key, _NAMES["last"].get(thing, "").split())
