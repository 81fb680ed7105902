"""What the margin of a source says of its lines, and what of their text is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from generator.articles.ledger import Fate, LedgerLine, Role, Span
from generator.articles.line_signs import against_and_for
from generator.config import Config
from generator.render.sources.emails import EMAIL
from generator.render.sources.passages import told_spans
from generator.render.sources.views import NoteView, PartView
from generator.render.words.catalogue import Words

SIGNS = {Fate.KEPT: "✓", Fate.LIFTED: "→", Fate.SET_ASIDE: "×"}

# Control characters have pictures of their own; HTML would drop them or show nothing.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) != "\t"} | {0x7F: 0x2421}


def fate_class(fate: Fate) -> str:
    """The fate as pages name it: `set-aside`."""
    return fate.value.replace("_", "-")


def note_views(spans: Sequence[Span], words: Words) -> Iterator[NoteView]:
    """What became of each span of a line, and which rule said so and why."""
    for position, span in enumerate(spans):
        letter = _letter(position) if len(spans) > 1 else ""
        yield NoteView(SIGNS[span.fate], fate_class(span.fate), _fate_words(span, words), _detail(span, words), letter)


def part_views(text: str, line: LedgerLine, config: Config, words: Words) -> Iterator[PartView]:
    """The line's text as it may be shown, by its spans; those that one note is about have no letter."""
    told = told_spans(line)
    letters = {span: _letter(position) for position, span in enumerate(told)} if len(told) > 1 else {}
    emails = [] if config.publish_emails or "@" not in text else [match.span() for match in EMAIL.finditer(text)]
    for span in line.spans:
        fate, letter = fate_class(span.fate), letters.get(span, "")
        if span.role is Role.COMMENT and not config.publish_comments:
            yield PartView(words("source.comment", n=span.end - span.start), fate, letter, left_out=True)
        elif span.end > span.start:
            shown = _without_emails(text, span, emails, words("source.email"))
            yield PartView(shown.translate(_PICTURES), fate, letter)


def _letter(position: int) -> str:
    """a, b … z, aa, ab …"""
    rest, last = divmod(position, len(ascii_lowercase))
    return (_letter(rest - 1) if rest else "") + ascii_lowercase[last]


def _without_emails(text: str, span: Span, emails: Sequence[tuple[int, int]], instead: str) -> str:
    """The span's text; an address that goes on in another span is replaced in that in which it begins."""
    parts = []
    position = span.start
    for start, end in emails:
        if end <= position or start >= span.end:
            continue
        if start >= span.start:
            parts += [text[position:start], instead]
        position = min(end, span.end)
    parts.append(text[position : span.end])
    return "".join(parts)


def _fate_words(span: Span, words: Words) -> str:
    if span.fate is Fate.LIFTED and span.keys:
        return words("fate.lifted_to", keys=words.joined(span.keys))
    if span.fate is Fate.KEPT and span.keys:
        return words("fate.kept_and_lifted_to", keys=words.joined(span.keys))
    return words(f"fate.{span.fate}")


def _detail(span: Span, words: Words) -> str:
    """What the part is, and which rule said so and why, where the part is not simply kept."""
    role = words(f"role.{span.role}")
    editor = words("source.by_editor") if span.by == "editor" else ""
    rule = "" if span.fate is Fate.KEPT or span.rule == span.by else words.rule(span.rule)
    # A title lifted to `title` is said once.
    said = dict.fromkeys(part for part in (role, rule, *_signs(span, words), editor) if part and part not in span.keys)
    return " · ".join(said)


def _signs(span: Span, words: Words) -> Iterator[str]:
    """What a rule that weighs many signs found to speak against the article's text, and for it."""
    against, for_it = (words.signs(names) for names in against_and_for(span.signs))
    if against:
        yield words("source.signs_against", signs=against)
    if for_it:
        yield words("source.signs_for", signs=for_it)
