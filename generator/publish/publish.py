"""Publishes a site: its files are checked and written beside the site that stands, then the two are swapped.

Nothing is forced onto the disk (`fsync`) before the swap. That guards against a loss of power alone and would cost
milliseconds a file; what such a loss leaves is put right by the next build, which compares the bytes of every file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import ProblemsError
from generator.output_file import KeptFile, OutputFile
from generator.problems import Problem, Problems
from generator.publish.links import LinkCheck, PageLinks, is_page, links_of
from generator.publish.paths import PathRegister
from generator.publish.refused import explained, told
from generator.publish.staging import Staging, Stamp
from generator.publish.swap import place_of, repair


@dataclass(frozen=True, slots=True)
class Published:
    """What a publishing did."""

    files: int
    """Files of the site."""
    new: int
    """Those written, because they were not there or had other bytes."""
    unchanged: int
    """Those that stood already: their bytes and their time stamps are kept."""
    removed: int
    """Files of the old site that the new one has not."""
    bytes: int
    """Of all files together."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict, compare=False, repr=False)
    """Of each file as it stands now."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file of the site whose links were read already."""

    path: str
    data: bytes
    links: PageLinks


SiteFile = OutputFile | CheckedFile | KeptFile


def publish(
    files: Iterable[SiteFile],
    output: Path,
    old: Mapping[str, Stamp] | None = None,
    links: LinkCheck | None = None,
    spare: Path | None = None,
) -> Published:
    """Makes `files`, taken one by one, the site in the folder `output`, or in the one that it is a link to.

    `old` is what `staging.standing` said of the old site, and `links` a check that has the links of kept files, into
    which those of all others go. At `spare`, which may be deleted at any time, the tree of the old site is kept for the
    next publishing: so that takes as long as what differs, and not as the whole site.

    `output` holds either the old site or the new one at every moment; names at its top that begin with a dot are the
    host's and stay. Raises ProblemsError where the files cannot be a site (a path that is bad or written twice, a link
    inside the site that leads nowhere) and PublishError where the disk does not take them; the old site then stands,
    as it does where `files` itself raises. To be called with `publish_lock` held.
    """
    with explained(output):
        repair(output)
        staging = Staging(place_of(output), old, spare)
    try:
        checks = _Checks(LinkCheck() if links is None else links)
        for file in files:
            if checks.accept(file):
                try:
                    if isinstance(file, KeptFile):
                        staging.keep(file.path)
                    else:
                        staging.add(file.path, file.data)
                except OSError as error:
                    raise told(error, output) from error
        problems = checks.problems()
        if problems:
            raise ProblemsError(problems)
        with explained(output):
            staging.publish()
    except BaseException:
        staging.discard()
        raise
    unchanged = len(staging.unchanged)
    size = sum(stamp.size for stamp in staging.stamps.values())
    return Published(staging.new + unchanged, staging.new, unchanged, staging.removed, size, staging.stamps)


def check(files: Iterable[SiteFile]) -> tuple[Problem, ...]:
    """All that keeps `files`, taken one by one, from being a site; a problem's path is that of a page or file in it.

    Writes nothing.
    """
    checks = _Checks(LinkCheck())
    for file in files:
        checks.accept(file)
    return checks.problems()


class _Checks:
    """Finds what is wrong with the files of a site, to tell it all at once."""

    def __init__(self, links: LinkCheck) -> None:
        self._problems = Problems()
        self._register = PathRegister()
        self._links = links

    def accept(self, file: SiteFile) -> bool:
        """Whether the file can be written; its links are kept until all files are known."""
        fault = self._register.take(file.path)
        if fault:
            # What cannot be printed is what is wrong with it.
            shown = file.path.encode("unicode_escape").decode() if not file.path.isprintable() else file.path
            self._problems.error(shown, 0, fault, "Rename what this file of the site is made from.")
        else:
            self._take_links(file)
        return not fault

    def _take_links(self, file: SiteFile) -> None:
        if isinstance(file, CheckedFile):
            self._links.add(file.path, file.links)
        elif isinstance(file, OutputFile) and is_page(file.path):
            self._links.add(file.path, links_of(file.path, file.data))

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files so far as a whole site; all of it is an error."""
        found = Problems(self._problems)
        found.extend(self._links.problems(self._register.paths))
        return found.sorted()
