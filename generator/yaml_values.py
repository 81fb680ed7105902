"""Checks what was read of YAML into typed values, and tells all that is wrong with it, each with its line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin

import msgspec

from generator.yaml_text import Key, YamlText

if TYPE_CHECKING:
    from generator.problems import Problems

T = TypeVar("T", bound=msgspec.Struct)


def checked(
    document: YamlText,
    type_: type[T],
    problems: Problems,
    at: Key = (),
    dec_hook: Callable[[type, Any], Any] | None = None,
) -> T | None:
    """The mapping at `at` in `document` as a `type_` (a msgspec Struct); None where a problem was found.

    Unknown keys, values of the wrong shape and missing keys are all told, each with its line. A key without a value
    counts as left out.
    """
    found = len(problems)
    values = sound_values(document, type_, problems, at, dec_hook)
    return type_(**values) if len(problems) == found else None


def sound_values(
    document: YamlText,
    type_: type[T],
    problems: Problems,
    at: Key = (),
    dec_hook: Callable[[type, Any], Any] | None = None,
) -> dict[str, Any]:
    """The values of those keys of a `type_` that are right, each as its type; what `checked` tells is told of the rest.

    Who has more to ask of single values asks it of these, so that one mistake does not hide another.
    """
    value = _at(document.value, at)
    if not isinstance(value, dict):
        text = _told_where(at, "a mapping of keys to values is wanted here")
        problems.error(document.path, document.line(*at), text)
        return {}
    unknown: list[tuple[Key, Iterable[str]]] = []
    given = _known_part(value, type_, (), unknown)
    for key, known in unknown:
        text = _told_where((*at, *key[:-1]), f"unknown key `{key[-1]}`")
        problems.error(document.path, document.line(*at, *key), text, nearest(str(key[-1]), known))
    try:
        return msgspec.structs.asdict(msgspec.convert(given, type_, strict=False, dec_hook=dec_hook))
    except msgspec.ValidationError:
        # It tells one fault alone, so each value is looked at by itself.
        pass
    faulty = set()
    for key, text in _Looking(value, at, dec_hook).faults(given, type_, ()):
        faulty.add(key[:1])
        problems.error(document.path, document.line(*at, *key), text, _hint(text))
    return {
        name: msgspec.convert(item, _types_of_keys(type_)[name], strict=False, dec_hook=dec_hook)
        for name, item in given.items()
        if (name,) not in faulty
    }


@dataclass(frozen=True, slots=True)
class _Looking:
    """Looks at each value of a mapping by itself."""

    written: object
    """The mapping with what is empty or unknown."""
    at: Key
    """Where it stands in its document."""
    dec_hook: Callable[[type, Any], Any] | None

    def faults(self, given: Any, type_: Any, key: Key) -> Iterator[tuple[Key, str]]:
        """What keeps `given`, which stands at `key`, from being a `type_`: all of it, each with its place in words.

        Of a value that is neither a mapping of known keys nor a list, msgspec's one word is enough.
        """
        type_ = _without_none(type_)
        parts = get_args(type_)
        if isinstance(given, dict) and isinstance(type_, type) and issubclass(type_, msgspec.Struct):
            yield from self._faults_of_mapping(given, type_, key)
        elif isinstance(given, list) and get_origin(type_) is tuple and parts[1:] == (...,):
            for position, item in enumerate(given):
                yield from self.faults(item, parts[0], (*key, position))
        else:
            try:
                msgspec.convert(given, type_, strict=False, dec_hook=self.dec_hook)
            except msgspec.ValidationError as error:
                place, text = _describe(error, type_, given)
                key = (*key, *place)
                yield key, _told_where((*self.at, *key), text)

    def _faults_of_mapping(
        self, given: dict[str, Any], type_: type[msgspec.Struct], key: Key
    ) -> Iterator[tuple[Key, str]]:
        for field_ in msgspec.structs.fields(type_):
            name = field_.encode_name
            if name in given:
                yield from self.faults(given[name], field_.type, (*key, name))
            elif field_.required:
                # An empty value was left out of what is given; it has a line of its own.
                empty = name in _at(self.written, key)  # type: ignore[operator]
                text = _told_where((*self.at, *key), f"`{name}` is {'empty' if empty else 'missing'}")
                yield (*key, name) if empty else key, text


def _at(value: object, key: Key) -> object:
    for step in key:
        value = value[step]  # type: ignore[index]
    return value


def _known_part(value: Any, type_: object, key: Key, unknown: list[tuple[Key, Iterable[str]]]) -> Any:
    """`value` without what is empty or unknown to `type_`, at any depth.

    The unknown keys are added to `unknown`, each with those that could stand in its place. msgspec would pass over
    them, and in a mapping that forbids them it tells the first alone.
    """
    struct = _struct_in(type_)
    if struct is not None and isinstance(value, list):
        return [_known_part(item, struct, (*key, position), unknown) for position, item in enumerate(value)]
    if struct is None or not isinstance(value, dict):
        return value
    types = _types_of_keys(struct)
    unknown += [((*key, name), types) for name, item in value.items() if item != "" and name not in types]
    return {
        name: _known_part(item, types[name], (*key, name), unknown)
        for name, item in value.items()
        if item != "" and name in types
    }


@lru_cache(maxsize=1024)
def _struct_in(type_: object) -> type[msgspec.Struct] | None:
    """The Struct that `type_` is, or that it wraps as `tuple[Struct, ...]` or `Struct | None` do."""
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        return type_
    if get_origin(type_) is dict:
        return None
    return next((struct for part in get_args(type_) if (struct := _struct_in(part)) is not None), None)


def _without_none(type_: Any) -> Any:
    """The type of the value where there is one: YAML as it is read here has no null."""
    parts = [part for part in get_args(type_) if part is not NoneType]
    return parts[0] if len(parts) == 1 < len(get_args(type_)) and get_origin(type_) is not tuple else type_


@lru_cache(maxsize=1024)
def _types_of_keys(struct: type[msgspec.Struct]) -> Mapping[str, object]:
    return {item.encode_name: item.type for item in msgspec.structs.fields(struct)}


_PLACE = re.compile(r"^(?P<text>.*?)(?: - at `\$(?P<place>[^`]*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")
_SHAPES = {
    "array": "a list",
    "object": "a mapping",
    "str": "text",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
}


def _describe(error: msgspec.ValidationError, type_: object, given: object) -> tuple[Key, str]:
    """The place within `given` and the words of msgspec's error, in a reader's terms rather than a programmer's."""
    match = _PLACE.match(str(error))
    assert match is not None
    place: Key = ()
    for name, position in _STEP.findall(match["place"] or ""):
        if name:
            place = (*place, name)
        elif position.isdigit():
            place = (*place, int(position))
    text = match["text"]
    if get_origin(type_) is Literal and isinstance(given, str):
        names = " or ".join(f"`{name}`" for name in get_args(type_) if name)
        return place, f"{names} is wanted here, this is `{given}`"
    expected = re.fullmatch(r"Expected `(.+?)`, got `(.+?)`", text)
    if expected:
        wanted, got = (
            " or ".join(_SHAPES.get(part.strip(), part.strip()) for part in side.split("|") if part.strip() != "null")
            for side in expected.groups()
        )
        text = f"{wanted} is wanted here, this is {got}"
    text = re.sub(r"^Expected `array` of length (\d+), got (\d+)$", r"a list of \1 is wanted here, this has \2", text)
    return place, text


def _told_where(key: Key, text: str) -> str:
    """`text` after the names of the settings around it."""
    where = ": ".join(step for step in key if isinstance(step, str))
    return f"`{where}`: {text}" if where else text


def _hint(text: str) -> str:
    if "a list is wanted" in text:
        return "write a list as [one, two]"
    return "write its keys as {key: value}, or each on a line of its own" if "a mapping is wanted" in text else ""


def nearest(name: str, known: Iterable[str]) -> str:
    """The hint that names the known key most like `name`, or lists them all."""
    names = sorted(known)
    close = difflib.get_close_matches(name.lower(), names, n=1)
    return f"did you mean `{close[0]}`?" if close else "known keys: " + ", ".join(names)
