"""A program for the tests: serves a folder's site, publishing it anew from another folder at each change.

Arguments: the site's folder, the port, the folder to publish from. Where that holds `broken`,
building fails; where it holds `crash`, the program itself does.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.errors import BackfileError
from generator.publish.publish import publish
from generator.publish.server import serve
from tests.publish.folders import files_of, published


def main(output: Path, port: int, source: Path) -> int:
    """Gives the exit status that the command line would."""

    def say(text: str) -> None:
        print(text, flush=True)

    def rebuild() -> bool:
        if (source / "crash").exists():
            raise RuntimeError("a fault of the program")
        if (source / "broken").exists():
            say("cannot build")
            return False
        publish(files_of(published(source)), output)
        say("built")
        return True

    try:
        serve(output, port, rebuild, [source, source / "not there"], say)
    except KeyboardInterrupt:
        say("interrupted")
        return 130
    except BackfileError as error:
        say(f"{error} {error.hint}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])))
