"""A theme's templates: which file a name means in a theme that extends another, compiled and checked once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.problems import Problems
from generator.render.themes.layers import PAGES, Layer, own_text, theme_file
from generator.yaml_values import nearest

if TYPE_CHECKING:
    from types import TracebackType

    from jinja2 import Environment, nodes

    from generator.render.themes.environment import ThemeEnvironment

TEMPLATES = "templates/"
MACROS = "macros.html"
"""The one template that adds up: a theme's own stands after its parent's, and replaces the macros that it defines."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text behind a template's name."""

    layer: int
    """The position of the layer that has it."""
    parts: tuple[tuple[str, str], ...]
    """File and text; several where a theme's macros stand after its parent's."""

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.parts)

    @property
    def file(self) -> str:
        """What tracebacks call it."""
        return self.parts[-1][0] + ("+" if len(self.parts) > 1 else "")

    def place(self, line: int) -> tuple[str, int]:
        """The file and the line in it that a line of the whole text is."""
        for file, text in self.parts:
            length = text.count("\n")
            if line <= length:
                return file, line
            line -= length
        return self.parts[-1][0], self.parts[-1][1].count("\n") + max(line, 1)


@dataclass(frozen=True, slots=True)
class Templates:
    """Templates ready to be filled: `home.html` is the theme's own or its parent's, `reader/home.html` reader's."""

    environment: ThemeEnvironment
    sources: Mapping[str, Source]

    def __reduce__(self) -> tuple[Callable[[Mapping[str, Source]], Templates], tuple[Mapping[str, Source]]]:
        # Another process compiles what it needs.
        return _templates, (self.sources,)

    def place(self, traceback: TracebackType | None) -> str:
        """`file:line` of the innermost template in a traceback; empty where there is none."""
        files = {source.file: source for source in self.sources.values()}
        place = ""
        while traceback is not None:
            source = files.get(traceback.tb_frame.f_code.co_filename)
            if source is not None:
                place = "{}:{}".format(*source.place(traceback.tb_lineno))
            traceback = traceback.tb_next
        return place


def read_templates(layers: Sequence[Layer], problems: Problems) -> Templates:
    """The templates of the theme with these layers, each to be compiled once it is used."""
    return _templates(_sources(layers, problems))


def compiled(layers: Sequence[Layer], problems: Problems) -> Templates:
    """The same, compiled; `problems` says of all of them what is wrong."""
    templates = read_templates(layers, problems)
    _Checker(templates.environment, templates.sources, layers, problems).check()
    return templates


def _templates(sources: Mapping[str, Source]) -> Templates:
    """Templates that nobody has looked at."""
    import jinja2

    from generator.render.themes.environment import ThemeEnvironment

    # Not a DictLoader, which gives a template no file name for its tracebacks to tell.
    def load(name: str) -> Any:
        source = sources.get(name)
        return None if source is None else (source.text, source.file, lambda: True)

    environment = ThemeEnvironment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    return Templates(environment, sources)


def _sources(layers: Sequence[Layer], problems: Problems) -> dict[str, Source]:
    """Each template under its name, and under its name in each of the themes that have it."""
    sources: dict[str, Source] = {}
    macros: tuple[tuple[str, str], ...] = ()
    seen: dict[str, Source] = {}
    for position, layer in reversed(list(enumerate(layers))):
        for path, data in sorted(layer.files.items()):
            name = path.removeprefix(TEMPLATES)
            if not path.startswith((TEMPLATES, PAGES)):
                continue
            text = own_text(layer.name, path, data, problems)
            if text is None:
                continue
            if name == MACROS:
                macros = (*macros, (theme_file(layer.name, path), text.rstrip("\n") + "\n"))
                seen[name] = Source(position, macros)
            else:
                seen[name] = Source(position, ((theme_file(layer.name, path), text),))
        sources |= {f"{layer.name}/{name}": source for name, source in seen.items()}
    return sources | seen


class _Checker:
    """Compiles what the site can come to use, and looks at what templates say of each other."""

    def __init__(
        self, environment: Environment, sources: Mapping[str, Source], layers: Sequence[Layer], problems: Problems
    ) -> None:
        self.environment = environment
        self.sources = sources
        self.layers = layers
        self.problems = problems
        self.trees: dict[str, nodes.Template] = {}

    def check(self) -> None:
        qualified = tuple(f"{layer.name}/" for layer in self.layers)
        waiting = [name for name in self.sources if not name.startswith(qualified)]
        while waiting:
            name = waiting.pop()
            if name in self.trees:
                continue
            tree = self._compiled(name)
            if tree is not None:
                self.trees[name] = tree
                waiting += self._references(name, tree)
        for name in sorted(self.trees):
            self._check_parents(name)

    def _compiled(self, name: str) -> nodes.Template | None:
        import jinja2

        source = self.sources[name]
        try:
            self.environment.get_template(name)
            return self.environment.parse(source.text, name, source.file)
        except jinja2.TemplateSyntaxError as error:
            file, line = source.place(error.lineno)
            self.problems.error(file, line, error.message or "", "correct the template's syntax")
            return None

    def _references(self, name: str, tree: nodes.Template) -> Iterator[str]:
        from jinja2 import nodes

        for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
            wanted = getattr(node, "template", None)
            if not isinstance(wanted, nodes.Const) or getattr(node, "ignore_missing", False):
                continue
            if wanted.value in self.sources:
                yield wanted.value
                continue
            file, line = self.sources[name].place(node.lineno)
            hint = nearest(str(wanted.value), self.sources)
            self.problems.error(file, line, f"there is no template `{wanted.value}`", hint)

    def _check_parents(self, name: str) -> None:
        """A template must not extend itself, and a block that no template above it has would be shown nowhere."""
        from jinja2 import nodes

        tree, above = self.trees[name], set[str]()
        parent, chain = self._parent(name), [self.sources[name].parts]
        while parent:
            if self.sources[parent].parts in chain:
                if self.sources[parent].parts == chain[0]:
                    self._tell_cycle(name)
                return
            chain.append(self.sources[parent].parts)
            above |= {block.name for block in self.trees[parent].find_all(nodes.Block)}
            parent = self._parent(parent)
        if len(chain) == 1 or not above or self.sources[name].layer == len(self.layers) - 1:
            return
        for node in tree.body:
            if isinstance(node, nodes.Block) and node.name not in above:
                file, line = self.sources[name].place(node.lineno)
                text = f"nothing that this template extends has a block `{node.name}`"
                self.problems.error(file, line, text, nearest(node.name, above))

    def _tell_cycle(self, name: str) -> None:
        source = self.sources[name]
        file, line = source.place(next(self._extends(name)).lineno)
        hint = 'name the other theme\'s: {{% extends "{}/{}" %}}'
        own = self.layers[min(source.layer + 1, len(self.layers) - 1)].name
        self.problems.error(file, line, "this template extends itself", hint.format(own, name.rpartition("/")[2]))

    def _parent(self, name: str) -> str:
        """The name of the template that this one extends; empty where it extends none, or which is known only later."""
        from jinja2 import nodes

        for node in self._extends(name):
            if isinstance(node.template, nodes.Const) and node.template.value in self.trees:
                return str(node.template.value)
        return ""

    def _extends(self, name: str) -> Iterator[nodes.Extends]:
        from jinja2 import nodes

        return self.trees[name].find_all(nodes.Extends)
