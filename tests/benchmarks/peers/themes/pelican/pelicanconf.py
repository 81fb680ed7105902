"""What an archive of articles needs, and no more: each thing that is left out here makes Pelican faster."""

SITENAME = "A corpus"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
OUTPUT_PATH = "output"
THEME = "."
THEME_STATIC_PATHS: list[str] = []
USE_FOLDER_AS_CATEGORY = False
# Of articles without a date.
DEFAULT_DATE = (1970, 1, 1)
SLUGIFY_SOURCE = "basename"
SUMMARY_MAX_LENGTH = 18
DEFAULT_PAGINATION = 100

ARTICLE_URL = ARTICLE_SAVE_AS = ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = "articles/{slug}.html"
TAG_URL = TAG_SAVE_AS = "tags/{slug}.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "authors/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "publications/{slug}.html"
YEAR_ARCHIVE_URL = YEAR_ARCHIVE_SAVE_AS = "timeline/{date:%Y}.html"
TAGS_SAVE_AS = "tags/index.html"
AUTHORS_SAVE_AS = "authors/index.html"
CATEGORIES_SAVE_AS = "publications/index.html"
DIRECT_TEMPLATES = ["index", "tags", "authors", "categories"]
PAGINATED_TEMPLATES = {"index": None, "tag": None, "author": None, "category": None}

FEED_ALL_ATOM = "feed.atom"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
