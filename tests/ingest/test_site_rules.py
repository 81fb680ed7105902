"""What site.yaml says about a publication's sources holds for them, and for no others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.articles.ledger import Fate, Role
from generator.config import Cleaning, Config, SiteRules, parse_config
from generator.ingest.findings import Settings
from generator.ingest.importer import import_sources
from generator.ingest.rules import RULES
from generator.ingest.site_rules import check_site_rules, goes_by_publication, settings_for
from generator.problems import Problems
from tests.ingest.sources import PARAGRAPHS, TITLE

NAMES = [rule.name for rule in RULES]
LAMP = "Ask the lamp: a column for people who cannot sleep"


def imported(root: Path, sources: dict[str, str], *rules: SiteRules) -> dict[str, str]:
    """Imports sources into a new archive; each one's article by its source's name."""
    for name, text in sources.items():
        place = root / "in" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    archive = root / "archive"
    (archive / "content").mkdir(parents=True)
    config = Config(title="An archive", cleaning=Cleaning(rules=rules))
    report = import_sources(archive, config, date(2026, 11, 21), [root / "in"])
    assert not report.problems
    return {outcome.file: (archive / outcome.article).read_text(encoding="utf-8") for outcome in report.outcomes}


def source(*lines: str, publication: str = "") -> str:
    """A source with odd lines in the middle of its text."""
    head = [TITLE, f"{publication} | 3 May 2011" if publication else "3 May 2011"]
    return "\n\n".join((*head, PARAGRAPHS[0], *lines, *PARAGRAPHS[1:]))


def test_lines_of_some_files_are_set_aside(tmp_path: Path) -> None:
    rules = SiteRules(files=("lamp/*",), set_aside=("ask the lamp:*",))
    texts = imported(tmp_path, {"lamp/a.txt": source(LAMP), "b.txt": source(LAMP) + "\n\nAnother end."}, rules)
    assert LAMP not in texts["lamp/a.txt"]
    assert LAMP in texts["b.txt"]


def test_a_line_is_kept_that_a_rule_takes_for_furniture(tmp_path: Path) -> None:
    line = "Advertisement"
    texts = imported(tmp_path, {"a.txt": source(line)}, SiteRules(keep=("advertisement",)))
    assert f"\n{line}\n" in texts["a.txt"]
    assert f"\n{line}\n" not in imported(tmp_path / "other", {"a.txt": source(line)})["a.txt"]


def test_a_rule_is_forbidden_for_one_publication(tmp_path: Path) -> None:
    line = "Read more: the lamp that went out in the storm of 1908, and who lit it again"
    sources = {
        "a.txt": source(line, publication="The Harbour Gazette"),
        "b.txt": source(line, publication="The Hill Gazette") + "\n\nAnother end.",
    }
    texts = imported(tmp_path, sources, SiteRules(publication="the harbour gazette", forbid=("promotion",)))
    assert "publication: The Harbour Gazette" in texts["a.txt"]
    assert line in texts["a.txt"]
    assert line not in texts["b.txt"]


def test_the_settings_name_the_publication_of_sources_that_do_not(tmp_path: Path) -> None:
    rules = SiteRules(publication="The Hill Gazette", files=("hill/*",))
    sources = {"hill/a.txt": source(), "hill/b.txt": source(publication="The Harbour Gazette") + "\n\nAn end."}
    texts = imported(tmp_path, sources, rules)
    assert "publication: The Hill Gazette" in texts["hill/a.txt"]
    assert "publication: The Harbour Gazette" in texts["hill/b.txt"]


def test_lines_of_the_settings_are_told_in_the_ledger(tmp_path: Path) -> None:
    from generator.articles.ledger import read_ledger

    imported(tmp_path, {"a.txt": source(LAMP)}, SiteRules(set_aside=("Ask  the lamp: *",)))
    ledger = read_ledger((tmp_path / "archive/content/sources/a.txt.ledger.json").read_bytes())
    (span,) = ledger.lines[6].spans
    assert (span.role, span.fate, span.rule) == (Role.RESIDUE, Fate.SET_ASIDE, "site-set-aside")


def test_settings_hold_only_where_they_are_meant() -> None:
    cleaning = Cleaning(rules=(SiteRules(files=("a/*.txt",), forbid=("dek",)), SiteRules(forbid=("kicker",))))
    assert settings_for("a/b.txt", "", cleaning, Settings()).forbidden == {"dek", "kicker"}
    assert settings_for("b.txt", "", cleaning, Settings()).forbidden == {"kicker"}
    assert not goes_by_publication(cleaning)
    assert goes_by_publication(Cleaning(rules=(SiteRules(publication="The Hill Gazette"),)))


def test_signs_in_a_line_mean_themselves() -> None:
    settings = settings_for("a.txt", "", Cleaning(rules=(SiteRules(set_aside=("(a.b) [c]*",)),)), Settings())
    (pattern,) = settings.set_aside
    assert pattern.fullmatch("(a.b) [c] and more")
    assert not pattern.fullmatch("(axb) [c]")


def test_rules_that_are_none_are_told_with_the_nearest() -> None:
    problems = Problems()
    check_site_rules(Cleaning(rules=(SiteRules(forbid=("coment-section", "text", "dek")),)), NAMES, problems)
    told = [(problem.text, problem.hint) for problem in problems.sorted()]
    assert told == [
        ("`cleaning: rules:` forbids `coment-section`, which is no rule", "is `comment-section` meant?"),
        ("`cleaning: rules:` forbids `text`, which keeps what no rule claims", ""),
    ]


def test_site_yaml_has_them() -> None:
    text = """
title: An archive
cleaning:
  learn: false
  rules:
    - publication: The Hill Gazette
      forbid: [dek]
      set_aside: ["Get our app*"]
"""
    problems = Problems()
    config = parse_config(text, problems)
    assert not problems.sorted()
    wanted = SiteRules(publication="The Hill Gazette", forbid=("dek",), set_aside=("Get our app*",))
    assert config.cleaning == Cleaning(learn=False, rules=(wanted,))
