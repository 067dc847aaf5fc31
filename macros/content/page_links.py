"""Check the links and images that stand in a line of a page: where they may lead, and that they are named."""

import re
from collections.abc import Iterator
from html import unescape

from macros.content import addresses

INLINE = re.compile(r"(!?)\[([^\[\]]*)\]\(([^)]*)\)?")
DEFINED = re.compile(r"^\s*\[[^\]]+\]:")
# An address that stands alone in angle brackets: the Markdown writer makes it a link with itself as text.
BARE = re.compile(r"<(https?://[^\s<>\"'`\\]+)>")
USED_BY_NAME = re.compile(r"\]\s?\[")
SCHEME = re.compile(r"[^/?#]*:")
# A path to another page, upwards or down, with or without a place on it; or a place on this page.
INSIDE = re.compile(r"(?:(?:\.\./)*(?:[a-z0-9_-]+/)*[a-z0-9_-]+\.md)?(?:#[\w-]+)?")
OWN_MACHINE = re.compile(r"file:|[a-z]:[\\/]", re.IGNORECASE)
WHOLE = "skriv en hel adresse som begynner med https://, eller stien til en side, som ../ledelse/index.md"

Fault = tuple[str, str]


def faults(line: str) -> Iterator[Fault]:
    """Yield what is wrong with each link of a line, and what to do; code must have been blanked before."""
    for address in BARE.findall(line):
        if found := fault(address):
            yield found
    if DEFINED.match(line) or USED_BY_NAME.search(line):
        yield "lenken har adressen et annet sted på siden", "skriv adressen rett i lenken: [tekst](adresse)"
    for image, text, target in INLINE.findall(line):
        if image:
            yield from _image(text)
        elif found := fault(target):
            yield found
    # What is not of the plain form could still be a link to the Markdown writer.
    if "](" in INLINE.sub("", line):
        yield "lenken er skrevet på en måte som ikke kan leses", "skriv [tekst](adresse), uten klammer i teksten"


def fault(target: str) -> Fault | None:
    """Return what is wrong with where a link leads, and what to do, or None if readers can go there."""
    address = re.sub(r"[\x00-\x20\x7f]", "", unescape(target))
    if address != target:
        what = f"adressen {target.strip()} har mellomrom eller skjulte tegn"
        return what, "kopier den på nytt fra nettleseren; skriv %20 for mellomrom"
    if OWN_MACHINE.match(address):
        return f"adressen {address} peker til din egen maskin", WHOLE
    if address.startswith(("http://", "https://", "//")):
        return addresses.fault(address)
    if SCHEME.match(address):
        return f"lenken begynner med «{address.partition(':')[0]}:», og det er ikke tillatt", WHOLE
    if not address or not INSIDE.fullmatch(address):
        return f"lenken «{address}» fører ikke til en side", WHOLE
    return None


def _image(text: str) -> Iterator[Fault]:
    yield (
        f"bildet «{text}» kan ikke vises",
        'bilder hører til i historier, i feltet image; på en side kan du bruke {{ diagram("…") }}',
    )
