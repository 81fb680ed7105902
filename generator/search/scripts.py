"""The scripts that search in the browser: our own, and lunr.js, which an installed package carries."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.errors import MissingPackageError
from generator.output_file import Notice, OutputFile
from generator.urls import hashed_name

_CARRIER = "mkdocs"
_LUNR_JS = "mkdocs/contrib/search/templates/search/lunr.js"
_VERSION = re.compile(r'^lunr\.version = "([\d.]+)"', re.MULTILINE)
_COPYRIGHT = re.compile(r"Copyright \(C\) .+")

_MIT = """\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated \
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the \
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to \
permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the \
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE \
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR \
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR \
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def client_script(name: str) -> str:
    """The text of one of our own scripts, from the `client` folder."""
    from importlib.resources import files

    return (files("generator.search") / "client" / name).read_text(encoding="utf-8")


_ENGINE = ("pipeline.js", "packed.js", "shards.js", "query.js", "engine.js")
"""Our scripts that search, in the order in which they build upon each other; lunr.js stands before them."""


@lru_cache(maxsize=1)
def engine_file() -> OutputFile:
    """What searches: lunr.js and our own scripts in one file, without comments but for lunr.js' header.

    Raises MissingPackageError where no package has lunr.js.
    """
    from rjsmin import jsmin

    text = lunr_js()
    ours = "\n".join(map(client_script, _ENGINE))
    data = f"{text[: text.index('*/') + 2]}\n{jsmin(text)}\n{jsmin(ours)}\n".encode()
    return OutputFile(hashed_name("search/engine.js", data), data)


def notices() -> tuple[Notice, ...]:
    """The third parties' work that a site with search contains."""
    text = lunr_js()
    copyright_line = _COPYRIGHT.search(text)
    lines = [copyright_line[0] if copyright_line else "", _MIT]
    notice = Notice(
        name="lunr.js",
        version=_version(text),
        license="MIT",
        address="https://lunrjs.com",
        text="\n\n".join(line for line in lines if line),
        files=(engine_file().path,),
    )
    return (notice,)


@lru_cache(maxsize=1)
def lunr_js() -> str:
    """The text of lunr.js. Raises MissingPackageError where no installed package has it in the wanted version."""
    # Only the package's list of files is asked: importing it would take longer than all of search's other imports.
    from importlib.metadata import PackageNotFoundError, distribution
    from pathlib import Path

    from lunr import __TARGET_JS_VERSION__

    hint = f"install it beside Backfile: pip install '{_CARRIER}>=1.6,<2'"
    try:
        text = Path(str(distribution(_CARRIER).locate_file(_LUNR_JS))).read_text(encoding="utf-8")
    except PackageNotFoundError as error:
        raise MissingPackageError(f"the package {_CARRIER}, which carries lunr.js, is not installed", hint) from error
    except OSError as error:
        raise MissingPackageError(f"the installed package {_CARRIER} does not carry lunr.js", hint) from error
    if _version(text) != __TARGET_JS_VERSION__:
        wrong = f"lunr.js {_version(text) or 'of no version'} is installed, {__TARGET_JS_VERSION__} is wanted"
        raise MissingPackageError(wrong, hint)
    return text


def _version(text: str) -> str:
    match = _VERSION.search(text)
    return match[1] if match else ""
