"""Jinja as themes get it: as it comes, but for two of its steps, of which a page takes hundreds."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

import jinja2
from jinja2.runtime import Context

from generator.render.escaping import escaped


class _Context(Context):
    """Calls what a template calls as it is: nothing that templates get here asks for their context."""

    def call(self, function: Callable[..., Any], *args: Any, **values: Any) -> Any:
        values.pop("_block_vars", None)
        values.pop("_loop_vars", None)
        return function(*args, **values)


class _Template(jinja2.Template):
    """A template whose code escapes with `escaped`."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = escaped
        return template


class ThemeEnvironment(jinja2.Environment):
    """Makes the same pages as Jinja's own in two thirds of the time."""

    context_class = _Context
    template_class = _Template
