"""Which paths a site's files may have: inside the site, whole on every file system, and each of them once."""

from __future__ import annotations

import re
import unicodedata

MAX_NAME = 255
"""Bytes of UTF-8: what the common file systems allow a file's or a folder's name."""

# What most paths are like: nothing can be wrong with them.
_PLAIN = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DRIVE = re.compile(r"[A-Za-z]:")


def path_fault(path: str) -> str:
    """What is wrong with `path` as the path of a file in the site, as a clause; empty where nothing is."""
    if len(path) <= MAX_NAME and _PLAIN.fullmatch(path):
        return ""
    try:
        encoded = path.encode()
    except UnicodeEncodeError:
        return "the path is not valid Unicode"
    if _CONTROL.search(path):
        return "the path has a control character"
    if "\\" in path:
        return "the path has a backslash, which is a separator on some systems"
    if path.startswith("/") or _DRIVE.match(path):
        return "the path is absolute, so it leads out of the site"
    return _parts_fault(path.split("/"), encoded)


def _parts_fault(parts: list[str], encoded: bytes) -> str:
    if "" in parts:
        return "the path has an empty part"
    if "." in parts or ".." in parts:
        return "the path has a part that is `.` or `..`, so it can lead out of the site"
    if parts[0].startswith("."):
        return "names at the top of the site that begin with a dot belong to the host"
    # Only a path that is longer than a name may be can have a name that is too long.
    if len(encoded) > MAX_NAME and any(len(part.encode()) > MAX_NAME for part in parts):
        return f"a name in the path is longer than {MAX_NAME} bytes"
    return ""


def _folded(path: str) -> str:
    """The same text for all paths that are one file on a file system that folds case or composes letters."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


class PathRegister:
    """The paths taken so far, and whether the next one can stand beside them."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        """All paths that were taken."""
        self._files: dict[str, str] = {}
        self._folders: set[str] = set()

    def take(self, path: str) -> str:
        """Takes `path` for a file, or tells as a clause why it cannot be taken; empty means that it is taken."""
        fault = path_fault(path)
        if fault:
            return fault
        folded = _folded(path)
        fault = self._conflict(path, folded)
        if not fault:
            self.paths.add(path)
            self._files[folded] = path
            self._folders.update(self._new_folders(folded))
        return fault

    def _conflict(self, path: str, folded: str) -> str:
        if path in self.paths:
            return "the file is written twice"
        if folded in self._files:
            return f"the file is the same as {self._files[folded]} where letters are compared without regard to case"
        if folded in self._folders:
            return "the path is a file's, but other files need it as their folder"
        for folder in self._new_folders(folded):
            if folder in self._files:
                return f"the path goes through {self._files[folder]}, which is a file"
        return ""

    def _new_folders(self, folded: str) -> list[str]:
        """The folders on the way to a file, from below, as far as no other file has shown them to be folders."""
        folders = []
        folder = folded.rpartition("/")[0]
        while folder and folder not in self._folders:
            folders.append(folder)
            folder = folder.rpartition("/")[0]
        return folders
