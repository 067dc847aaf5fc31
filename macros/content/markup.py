"""Tell what a built page holds that is not on the list: elements, attributes, addresses, scripts (`markup.yaml`).

The page is read more strictly than a browser reads it: a sign that could begin a tag must begin one that is whole and
plain. What two readers could take for different things is refused.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from macros.content import yaml_reader

FILE = Path(__file__).with_suffix(".yaml")

ATTRIBUTE = r"""\s+([^\s"'<>/=`]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
TAG = re.compile(rf"</?([A-Za-z][A-Za-z0-9-]*)((?:{ATTRIBUTE})*)\s*/?>")
ATTRIBUTES = re.compile(ATTRIBUTE)
DECLARATION = re.compile(r"<!doctype html>|<\?xml version=\"1\.0\" encoding=\"UTF-8\"\?>", re.IGNORECASE)
COMMENT = re.compile(r"<!--((?:(?!--|>).)*)-->", re.DOTALL)
# Scripts that hold data, which no browser runs.
HOLDS_DATA = re.compile(r"""\stype=(["']?)application/(?:ld\+)?json\1[\s>]""")
# Elements whose content is text and no tags, up to their own end.
TEXT_ONLY = ("script", "style", "textarea", "title")
BASE = re.compile(r'(?<=new URL\()"(?:\.\.?(?:/\.\.)*|(?:/[\w-]+)*)/?"(?=,location\))')
BEGINNING = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
UNSEEN = re.compile(r"[\x00-\x20\x7f]")


class Rules(NamedTuple):
    """The list, as `markup.yaml` has it."""

    everywhere: list[str]
    beginnings: list[str]
    elements: dict[str, list[str]]
    addresses: dict[str, list[str]]
    told: dict[str, list[str]]
    values: dict[str, str]
    scripts: list[str]
    styles: str
    prose: dict[str, Any]
    files: list[str]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Return the list; raise ValueError if its file cannot be read."""
    document = yaml_reader.read(FILE.read_bytes())
    if document.faults:
        raise ValueError(f"{FILE.name}: {document.faults}")
    return Rules(**document.data)


class Found(NamedTuple):
    """Something that is not on the list: its line (from 1) in the built page, and what it is."""

    line: int
    what: str


def faults(html: str) -> Iterator[Found]:
    """Yield what a whole built page holds that is not on the list."""
    yield from _read(html, tag_fault, "")


def prose_faults(html: str) -> Iterator[Found]:
    """Yield what Markdown has made of the words of a page that is not on the tighter list."""
    yield from _read(html, prose_tag_fault, rules().prose["comment"])


def file_fault(path: str) -> str:
    """Say what is wrong with a file of the built site, as a path from its top; empty if nothing is."""
    return (
        ""
        if any(re.fullmatch(pattern, path) for pattern in rules().files)
        else "filen er ikke av et slag som er tillatt"
    )


def _read(html: str, judge: Any, comments: str) -> Iterator[Found]:
    at = html.find("<")
    while at >= 0:
        if tag := TAG.match(html, at):
            end, what = tag.end(), judge(tag[0])
            name = tag[1].lower()
            if name in TEXT_ONLY and not tag[0].startswith("</"):
                end, inner = _text_of(name, html, end)
                what = what or _content_fault(name, tag[0], inner)
        else:
            end, what = _other(html, at, comments)
        if what:
            yield Found(html.count("\n", 0, at) + 1, what)
        at = html.find("<", end)


def _text_of(name: str, html: str, start: int) -> tuple[int, str]:
    """Return where an element of text ends, and its text."""
    close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(html, start)
    return (close.end(), html[start : close.start()]) if close else (len(html), html[start:])


def _other(html: str, at: int, comments: str) -> tuple[int, str]:
    """Return where something that is no tag ends, and what is wrong with it."""
    if declared := DECLARATION.match(html, at):
        return declared.end(), ""
    comment = COMMENT.match(html, at)
    if comment and comments and re.fullmatch(comments, comment[1]):
        return comment.end(), ""
    return at + 1, f"her står det noe som ikke er en hel tagg: {html[at : at + 40]!r}"


@lru_cache(maxsize=100_000)
def tag_fault(tag: str) -> str:
    """Say what is wrong with one tag of a whole page; empty if nothing is."""
    name, attributes = _parts(tag)
    allowed = rules().elements.get(name)
    if allowed is None:
        return f"elementet <{name}> er ikke tillatt"
    for key, value in attributes.items():
        if not (key in allowed or key in rules().everywhere or key.startswith(tuple(rules().beginnings))):
            return f"attributtet {key} er ikke tillatt på <{name}>"
        if wrong := _value_fault(f"{name}.{key}", value, attributes):
            return wrong
    return ""


@lru_cache(maxsize=10_000)
def prose_tag_fault(tag: str) -> str:
    """Say what is wrong with one tag that Markdown has made; empty if nothing is."""
    prose = rules().prose
    name, attributes = _parts(tag)
    if name not in prose["elements"]:
        return f"elementet <{name}> er ikke tillatt i teksten på en side"
    for key, value in attributes.items():
        if key not in prose["attributes"]:
            return f"attributtet {key} er ikke tillatt i teksten på en side"
        if key == "class" and not re.fullmatch(prose["class"], value):
            return f"klassen «{value}» er ikke tillatt i teksten på en side"
    return tag_fault(tag)


def _parts(tag: str) -> tuple[str, dict[str, str]]:
    """Return the name of a tag and its attributes, in small letters and with their values as a browser reads them."""
    whole = TAG.match(tag)
    if not whole:
        return tag, {}
    found = ((key.lower(), unescape(value.strip("\"'"))) for key, value in ATTRIBUTES.findall(whole[2]))
    attributes: dict[str, str] = {}
    for key, value in found:
        # A browser takes the first of two: the second must not hide it here.
        attributes.setdefault(key, value)
    return whole[1].lower(), attributes


def _value_fault(name: str, value: str, attributes: Mapping[str, str]) -> str:
    shape = rules().values.get(name)
    if shape and not re.fullmatch(shape, value):
        return f"{name.replace('.', ' ')} er «{value[:60]}», og det er ikke tillatt"
    ways = rules().addresses.get(name)
    if ways is None:
        return ""
    told = attributes.get("rel") in rules().told.get(name.partition(".")[0], [])
    way = _way(value)
    return "" if way in ways or (told and way in ("https", "http")) else f"adressen «{value[:60]}» er ikke tillatt her"


def _way(address: str) -> str:
    """Return how an address begins as a browser reads it: a name before a colon, or `inside`, or `elsewhere`."""
    plain = UNSEEN.sub("", address)
    if plain.startswith(("//", "\\", "/\\")):
        return "elsewhere"
    named = BEGINNING.match(plain)
    return named[1].lower() if named else "inside"


def _content_fault(name: str, tag: str, inner: str) -> str:
    if name == "style":
        return "" if re.fullmatch(rules().styles, inner.strip()) else f"stilen er ikke tillatt: {inner[:60]!r}"
    if name != "script" or (not inner and " src=" in tag):
        return ""
    if HOLDS_DATA.search(tag):
        return _json_fault(inner)
    plain, known = BASE.sub('"BASE"', inner), rules().scripts
    return "" if plain in known else f"skriptet er ikke tillatt: {inner[:60]!r}"


def _json_fault(inner: str) -> str:
    try:
        json.loads(inner)
    except ValueError:
        return f"dataene er ikke JSON: {inner[:60]!r}"
    return ""
