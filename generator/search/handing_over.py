"""How a script hands a value to the page: pages from `file://` may load scripts, but not fetch."""

from __future__ import annotations

import msgspec

from generator.output_file import OutputFile
from generator.urls import content_hash


def handed_over(place: str, value: str) -> OutputFile:
    """The script `search/{place}.js`, which hands over a value, given as JSON, under the name `place`."""
    return OutputFile(f"search/{place}.js", f"backfile.receive({to_json(place)},{value});\n".encode())


def shard(folder: str, value: object) -> tuple[str, OutputFile]:
    """A value in a file of that folder that is named by its content's hash, and this name."""
    written = in_script(to_json(value))
    name = content_hash(written.encode())
    return name, handed_over(f"{folder}/{name}", written)


def to_json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def in_script(value: str) -> str:
    """JSON that is an expression in every JavaScript, and can stand in a page too."""
    return value.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
