"""The rule for a page's scripts that an extractor took for text: those of advertisements, of counters, of players."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.articles.ledger import Role
from generator.ingest.blocks import Block, Shape
from generator.ingest.findings import Finding, Reading, set_aside
from generator.ingest.hints import hint

# Names that pages' scripts have, and what scripts do with the page in which they stand: in small letters.
_NAMED = hint(
    "document.write( document.write(' document.getelement document.createelement document.cookie document.location "
    "document.domain document.useplayer window.location window.onload window.addevent window.attachevent "
    "navigator.useragent $(document jquery( "
    "googletag google_ad_ adsbygoogle googlesyndication doubleclick.net googleanalyticsobject _gaq. pagetracker. "
    "urchintracker gtag( datalayer ga('create' ga('send' fbq( fb.init oas_ad( oas_rich oas_list adsys_ openx oa_show( "
    "ctxt_ad_ amzn_assoc criteo outbrain taboola nrelate adserver displayad( showad( _qevents _qacct quantserve "
    "comscore scorecardresearch chartbeat _sf_async parsely omniture s_account s.pagename s.prop1 s.channel "
    "_satellite nreum hotjar _paq. ym( ya.metrika _tmr. gemius hitbox webtrends dcsmultitrack "
    "optimizely disqus_ addthis_ sharethis stlight. twttr. _widgetmanager. wpcf7 _wpemoji swfobject ac_fl_run "
    "jwplayer( brightcove flashvars addvariable(".split()
)
_SIGNS = frozenset("(){}[];=<>|&+\"'_\\/$")
"""Of which code has many."""
_BEGINS = re.compile(
    r"(?://|/\*|\*/|<!--|-->|<\?|\]\]>|[{}\])!]|(?:var|let|const|function|return|typeof|new|delete|throw)\b(?=.*[;={(,])|"
    r"(?:(?:else )?if|for|while|switch|catch) ?\(|(?:else|try|do|finally) ?\{|case .*:$|"
    r"(?:window|document|navigator|console|jQuery|\$)(?:\.\w|\())"
)
_ENDS = re.compile(r"(?:[;{}(\[=+,>]|&&|\|\||//.*)$")
_STYLE = re.compile(r"[a-z-]+ ?: ?[^;:]{1,80};$")
_COMMENT = ("//", "/*", "<!--")
_SAYS = re.compile(r"(?:[^\W\d_]+[,.]? ){8}")
"""Words of a sentence. Code has such between quotation marks."""
_FEW_SIGNS, _MANY_SIGNS = 0.05, 0.12
"""Parts of a line's characters: of code that ends as code does, and of any."""
_FEWEST = 3
"""Lines of a run that has no name, in a source in which others have."""
_SHORT = 3
"""Words of a line of code that shows no sign of being one: `return true`, `else`."""
_FEWEST_WORDS = 60
"""Of prose: else the code may be all there is."""
# Who writes about such scripts shows them, too: in these words, which most languages have in common.
_ABOUT_CODE = re.compile(
    r"\b(?:java-?script|jquery|html5?|css|php|python|scripts?|skripte?n?|snippets?|plug-?ins?|widgets?|api|"
    r"source code|quell(?:text|code)|codes?\b(?! of (?:conduct|silence))|código fuente|"
    r"analytics|adsense|developers?|entwickler|webmasters?|programm(?:ing|ers?|ierung|ieren)|"
    r"скрипт\w*|код[аеу]?|программист\w*)\b",
    re.IGNORECASE,
)


def script(reading: Reading) -> Iterator[Finding]:
    """Lines of code one below the other, where one of them at least has a name that only a page's scripts have.

    Then others do not stay either, since no article has both code of its own and nothing to say about code.
    """
    if not any(block.hints & _NAMED for block in reading.open()):
        return
    runs = list(_runs(list(reading.open())))
    named = [run for run in runs if any(block.hints & _NAMED for block in run)]
    if not named:
        return
    code = {block.index for run in runs for block in run}
    prose = [block for block in reading.open() if block.is_prose and block.index not in code and not _has_signs(block)]
    if sum(block.words for block in prose) < _FEWEST_WORDS or any(_ABOUT_CODE.search(block.text) for block in prose):
        return
    for run in runs:
        if len(run) >= _FEWEST or run in named:
            yield from (set_aside(block, Role.RESIDUE) for block in run)


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Lines of code one below the other; what stands between two of them in a word or three goes with them."""
    run: list[Block] = []
    between: list[Block] = []
    for block in blocks:
        if _is_code(block):
            run += [*between, block] if run else [block]
            between = []
        elif run and _may_be_code(block):
            between.append(block)
        else:
            if run:
                yield run
            run, between = [], []
    if run:
        yield run


def _may_be_code(block: Block) -> bool:
    return block.words <= _SHORT and not block.ends_in_stop and not block.text[:1].isupper()


def _is_code(block: Block) -> bool:
    """Whether a line is one of a program: by how it begins and ends, and by its signs."""
    text = block.full_text
    if block.shape is Shape.CODE or len(text) < _SHORT:
        return False
    if text.startswith(_COMMENT) or (text.endswith(";") and _STYLE.fullmatch(text)):
        return True
    begins = _BEGINS.match(text) is not None
    if _SAYS.search(text) and not (begins and text.endswith(";")):
        return False
    return _has_signs(block, _MANY_SIGNS) or (_has_signs(block) and (begins or _ENDS.search(text) is not None))


def _has_signs(block: Block, share: float = _FEW_SIGNS) -> bool:
    text = block.full_text
    return sum(map(_SIGNS.__contains__, text)) >= share * len(text)
