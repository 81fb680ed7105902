"""A program for the tests: serves a folder's site, publishing it anew from another folder at each change.

Arguments: the site's folder, the port, the folder to publish from. Where that holds `broken` or `.broken`, building
fails; where it holds `crash`, the program itself does; where it holds `.slow`, building waits until that is gone. Pages
whose names begin with `quick` are shown before; where one says `as built`, the page that is built says `for good`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from generator.errors import BackfileError
from generator.output_file import OutputFile
from generator.publish.publish import publish
from generator.publish.server import serve
from tests.publish.folders import files_of, published


def say(text: str) -> None:
    print(text, flush=True)


class Workshop:
    """Publishes files as they are."""

    def __init__(self, output: Path, source: Path) -> None:
        self._output, self._source = output, source

    def rebuild(self) -> Sequence[str]:
        if (self._source / "crash").exists():
            raise RuntimeError("a fault of the program")
        site = published(self._source)
        while (self._source / ".slow").exists():
            time.sleep(0.01)
        if (self._source / "broken").exists() or (self._source / ".broken").exists():
            say("cannot build")
            return [f"{number}.md:{number}: <b>wrong</b>" for number in range(1, 6)]
        built = {path: data.replace(b"as built", b"for good") for path, data in site.items()}
        publish(files_of(built), self._output)
        say("built")
        return ()

    def prepare(self) -> None:
        say("ready")

    def quick_pages(self, changed: Set[Path]) -> Mapping[Path, OutputFile]:
        if any(not path.name.startswith("quick") or not path.exists() for path in changed):
            return {}
        return {path: OutputFile(path.name, path.read_bytes()) for path in sorted(changed)}


def main(output: Path, port: int, source: Path) -> int:
    """Gives the exit status that the command line would."""
    try:
        serve(output, port, Workshop(output, source), [source, source / "not there"], say)
    except KeyboardInterrupt:
        say("interrupted")
        return 130
    except BackfileError as error:
        say(f"{error} {error.hint}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])))
