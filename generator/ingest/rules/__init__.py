"""The rules by which a source's lines are told apart, in their order: the first to claim a line wins."""

from __future__ import annotations

from generator.ingest.findings import Rule
from generator.ingest.rules import body, bylines, comments, furniture, layout, title

RULES: tuple[Rule, ...] = (
    Rule("tags", "it begins with a word such as “Tags:”", bylines.tags),
    Rule("advertisement", "it announces an advertisement", furniture.advertisement),
    Rule("comment-section", "it stands among the readers' comments after the text", comments.comment_section),
    Rule("comment-link", "it links to the readers' comments", comments.comment_link),
    Rule("section-break", "a row of signs between paragraphs parts the text", furniture.section_break),
    Rule("no-words", "it has no word in it", furniture.no_words),
    Rule("promotion", "it leads to other articles", furniture.promotion),
    Rule("subscription", "it asks the reader to subscribe or sign in", furniture.subscription),
    Rule("cookies", "it is a notice about cookies or the browser", furniture.cookies),
    Rule("copyright", "it is a notice about rights", furniture.copyright_line),
    Rule("print-note", "it tells where else the article appeared", furniture.print_note),
    Rule("contact", "it gives an address to write to", furniture.contact),
    Rule("page-number", "it counts pages or minutes", furniture.page_number),
    Rule("contact-form", "it belongs to a form for comments", furniture.contact_form),
    Rule("photo-credit", "it names who made a picture", furniture.photo_credit),
    Rule("relative-date", "it tells a time that has no date without the page's own", furniture.relative_date),
    Rule("button", "all its words are those of buttons and menus", furniture.button),
    Rule("breadcrumbs", "it is a path of short names", furniture.breadcrumbs),
    Rule("beside-buttons", "it is in one list with buttons", layout.beside_buttons),
    Rule("issue-line", "it tells the issue of a printed publication", layout.issue_line),
    Rule("title", "it stands above the text, which takes up its words", title.title),
    Rule("repeated-title", "it repeats the title", title.repeated_title),
    Rule("date", "it tells when the article was published or updated", bylines.dates),
    Rule("parted-line", "it tells author, date or tags between bars", bylines.parted_line),
    Rule("byline", "it names the author", bylines.bylines),
    Rule("repeated-lead", "it repeats how the text begins", title.repeated_lead),
    Rule("capital-name", "it is a name in capitals under the title or the text", bylines.capital_name),
    Rule("about-author", "it is about the author, after the text", bylines.about_author),
    Rule("publication-line", "it is the name of the publication", layout.publication_line),
    Rule("promoted-links", "it is listed under a heading that leads to other articles", layout.promoted_links),
    Rule("link-list", "it is one of three or more short items in a row outside the text", layout.link_list),
    Rule("masthead", "it is a name above the title that the notice of rights has too", layout.masthead),
    Rule("above-title", "it stands above the title", layout.above_title),
    Rule(
        "doubled-caption",
        "it and its neighbour say the same above the text, like a picture's two captions",
        layout.doubled_caption,
    ),
    Rule("dek", "it stands between the title and the byline or the text", title.dek),
    Rule(
        "lost-caption",
        "it has no full stop and stands between buttons and the text, like a picture's caption",
        layout.lost_caption,
    ),
    Rule("kicker", "it is a word or two between the title and the text", layout.kicker),
    Rule("imprint", "it is about the publication, after the text", layout.imprint),
    Rule("label-below-text", "it is a short note with a label in capitals below the text", layout.label_below_text),
    Rule("below-text", "it is a scrap below the text's last paragraph", layout.below_text),
    Rule("repeated-paragraph", "its words stand in another paragraph too", layout.repeated_paragraph),
    Rule("list-item", "it is an item of a list in the text", body.list_item),
    Rule("heading", "it is a short line between two paragraphs", body.heading),
    Rule("text", "no rule claims it, so it is the article's text", body.text),
)
"""Order matters: what is recognised by its words comes first, so that what is recognised by its place sees less."""
