"""A text that nobody writes by hand, and that no converter can read."""

from __future__ import annotations

TOO_DEEP = "\n".join("    " * level + f"- item {level}" for level in range(400))
"""Some 250 levels can be read. Each costs more than the one above it: 1,500 of them take half a minute."""
