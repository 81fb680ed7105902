"""The pages at old addresses, which lead to the pages that took their place."""

from __future__ import annotations

from collections.abc import Iterator

from generator.output_file import OutputFile
from generator.render.front.views import RedirectView
from generator.render.page.maker import PageMaker


def redirect_pages(maker: PageMaker) -> Iterator[OutputFile]:
    """A page at each old path, in the order of the paths."""
    titles = {article.page: article.meta.title for article in maker.archive.articles}
    for old, new in sorted(maker.archive.aliases.items()):
        title = titles.get(new, new)
        page = maker.page_view(old, "redirect", maker.words("redirect.title", title=title), canonical_path=new)
        yield maker.page(page, RedirectView(new, title))
