"""The scripts that search in the browser: our own, and lunr.js and stemmers, which an installed package carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.errors import MissingPackageError
from generator.output_file import Notice, OutputFile
from generator.search.stemmer import snowball_language
from generator.urls import hashed_name

_CARRIER = "mkdocs"
_LUNR_JS = "mkdocs/contrib/search/templates/search/lunr.js"
_LUNR_LANGUAGES = "mkdocs/contrib/search/lunr-language/lunr.{}.js"
_HINT = f"install it beside Backfile: pip install '{_CARRIER}>=1.6,<2'"
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


_MPL = """\
Copyright 2014, Mihai Valentin
Copyright 2010, Oleg Mazko (Snowball JavaScript Library v0.3, http://snowball.tartarus.org/)

These scripts are subject to the Mozilla Public License Version 1.1; you may obtain a copy of the License at \
http://www.mozilla.org/MPL/1.1/. They are distributed on an "AS IS" basis, WITHOUT WARRANTY OF ANY KIND, either \
express or implied; see the License for the specific language governing rights and limitations under the License. \
They stand here without their comments, but for their headers; their source code is at \
https://github.com/MihaiValentin/lunr-languages.
"""


def client_script(name: str) -> str:
    """The text of one of our own scripts, from the `client` folder."""
    from importlib.resources import files

    return (files("generator.search") / "client" / name).read_text(encoding="utf-8")


_ENGINE = (
    *("pipeline.js", "packed.js", "shards.js", "query.js", "distance.js", "matching.js", "scores.js", "phrases.js"),
    *("engine.js", "dates.js", "hits.js", "excerpt.js", "entries.js", "choice.js", "searching.js", "furniture.js"),
    *("typed_date.js", "page.js"),
)
"""Our scripts that search and show the first results, in the order in which they build upon each other; lunr.js stands
before them."""


def joined_scripts(names: Iterable[str]) -> str:
    """Several of them, one after the other, without comments."""
    from rjsmin import jsmin

    return f"{jsmin(chr(10).join(map(client_script, names)))}\n"


@lru_cache(maxsize=8)
def engine_file(languages: tuple[str, ...]) -> OutputFile:
    """What searches an archive of these primary languages: lunr.js, their stemmers and our own scripts in one file,
    without comments but for the headers of what is not ours.

    Raises MissingPackageError where no package has lunr.js.
    """
    from rjsmin import jsmin

    text = lunr_js()
    stemmers = stemmer_scripts(languages)
    data = f"{text[: text.index('*/') + 2]}\n{jsmin(text)}\n{stemmers}{joined_scripts(_ENGINE)}".encode()
    return OutputFile(hashed_name("search/engine.js", data), data)


def pipeline_script(languages: Sequence[str]) -> str:
    """What makes a standard index of these primary languages readable for lunr.js, which is loaded before it."""
    known = ", ".join(f'"{language}"' for language in languages)
    return f"{client_script('pipeline.js')}{stemmer_scripts(languages)}lunr.backfile.languages = [{known}];\n"


def stemmer_scripts(languages: Sequence[str]) -> str:
    """The scripts of lunr-languages for those of the languages that have one, with no comments but their headers."""
    from rjsmin import jsmin

    names = sorted({snowball_language(language) for language in languages} - {""})
    scripts = [_carried(_LUNR_LANGUAGES.format(name)) for name in ("stemmer.support", *names)] if names else []
    return "".join(f"{jsmin(script, keep_bang_comments=True)};\n" for script in scripts)


def notices(languages: tuple[str, ...]) -> tuple[Notice, ...]:
    """The third parties' work that a site with search contains, for an archive of these primary languages."""
    text = lunr_js()
    copyright_line = _COPYRIGHT.search(text)
    lines = [copyright_line[0] if copyright_line else "", _MIT]
    engine = engine_file(languages).path
    lunr = Notice(
        name="lunr.js",
        version=_version(text),
        license="MIT",
        address="https://lunrjs.com",
        text="\n\n".join(line for line in lines if line),
        files=(engine,),
    )
    if not any(map(snowball_language, languages)):
        return (lunr,)
    stemmers = Notice(
        name="lunr-languages",
        version="",
        license="MPL-1.1",
        address="https://github.com/MihaiValentin/lunr-languages",
        text=_MPL,
        files=(engine, "search/pipeline.js"),
    )
    return (lunr, stemmers)


@lru_cache(maxsize=1)
def lunr_js() -> str:
    """The text of lunr.js. Raises MissingPackageError where no installed package has it in the wanted version."""
    from lunr import __TARGET_JS_VERSION__

    text = _carried(_LUNR_JS)
    if _version(text) != __TARGET_JS_VERSION__:
        wrong = f"lunr.js {_version(text) or 'of no version'} is installed, {__TARGET_JS_VERSION__} is wanted"
        raise MissingPackageError(wrong, _HINT)
    return text


def _carried(path: str) -> str:
    """The text of a script that the installed package carries. Raises MissingPackageError where it does not."""
    # Only the package's list of files is asked: importing it would take longer than all of search's other imports.
    from importlib.metadata import PackageNotFoundError, distribution
    from pathlib import Path

    name = path.rpartition("/")[2]
    try:
        return Path(str(distribution(_CARRIER).locate_file(path))).read_text(encoding="utf-8")
    except PackageNotFoundError as error:
        raise MissingPackageError(f"the package {_CARRIER}, which carries {name}, is not installed", _HINT) from error
    except OSError as error:
        raise MissingPackageError(f"the installed package {_CARRIER} does not carry {name}", _HINT) from error


def _version(text: str) -> str:
    match = _VERSION.search(text)
    return match[1] if match else ""
