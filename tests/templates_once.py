"""Templates of the sites that tests build, compiled once in a process."""

from __future__ import annotations

from typing import Any

import pytest

from generator.render.themes.environment import ThemeEnvironment


def compile_templates_once(patch: pytest.MonkeyPatch) -> None:
    """Archives of tests are small: half of a build of theirs from nothing would be the same theme, compiled again.

    What Jinja makes of a template depends on its text, its names and the environment's settings alone, so that a
    changed template is compiled again here too. One with a mistake is told anew each time.
    """
    for name in ("parse", "compile"):
        patch.setattr(ThemeEnvironment, name, _once(getattr(ThemeEnvironment, name)))


def _once(work: Any) -> Any:
    done: dict[tuple[Any, ...], Any] = {}

    def known(environment: ThemeEnvironment, *of: Any) -> Any:
        # Jinja has one lexer for each set of marks and ways to trim.
        key = (environment.lexer, environment.autoescape, environment.optimized, *of)
        if key not in done:
            done[key] = work(environment, *of)
        return done[key]

    return known
