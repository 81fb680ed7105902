"""Tags of site generators that stand for addresses."""

from __future__ import annotations

import pytest

from generator.ingest.authored.template_addresses import plain_addresses


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("[a]({% post_url 2012-03-04-name %}).", "[a](2012-03-04-name.md)."),
        ("[a]({{ site.baseurl }}{%- post_url /sub/2012-03-04-name -%}#x)", "[a](sub/2012-03-04-name.md#x)"),
        ("[a]({% link _posts/2012-03-04-name.md %})", "[a](_posts/2012-03-04-name.md)"),
        ("![a]({{ site.url }}/img/a.png)", "![a](/img/a.png)"),
        ("![a]({{ '/img/a.png' | relative_url }} \"A title\")", '![a](/img/a.png "A title")'),
        ('<a href="{{ "/x/" | prepend: site.baseurl }}">a</a>', '<a href="/x/">a</a>'),
        ('[a]({{< ref "other.md" >}}) [b]({{% relref "/posts/b/index.md#c" %}})', "[a](other.md) [b](/posts/b/#c)"),
        ('[a]({{< ref path="other.md" lang="de" >}})', "[a](other.md)"),
        ("[a]({{< ref other >}})", "[a](other)"),
        ("[a]({filename}/cat/one.md) ![b]({static}img/b.png)", "[a](/cat/one.md) ![b](img/b.png)"),
        ("[a](|filename|one.md)", "[a](one.md)"),
        ("[a]: {% post_url 2012-03-04-name %}", "[a]: 2012-03-04-name.md"),
        ("[`a`]({filename}one.md)", "[`a`](one.md)"),
    ],
)
def test_what_they_name_takes_their_place(written: str, plain: str) -> None:
    assert plain_addresses(written) == plain


@pytest.mark.parametrize(
    "line",
    [
        "Write `[a]({% post_url 2012-03-04-name %})` or ``{filename}``.",
        "A {filename} is no address, {% include x.html %} and {{< ref >}} neither.",
        "[a]({{ page.url }}) and [b]({category}news)",
        "| one | two |",
        '{{< figure src="a.jpg" >}}',
    ],
)
def test_code_and_other_tags_stay(line: str) -> None:
    assert plain_addresses(line) == line
