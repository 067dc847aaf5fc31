"""Read a PDF the way the tests ask about it: what its tags say, in order, and what stands outside them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

# What puts something on a page, by the operators of ISO 32000-1, annex A.
PAINTS = {*"fFbBsSn", "f*", "b*", "B*", "sh", "Do", "EI", "Tj", "TJ", "'", '"'} - {"n"}


@dataclass
class Tag:
    """One element of the structure tree: what it is, its language and alternative, and what it holds."""

    name: str
    language: str = ""
    alternative: str = ""
    scope: str = ""
    within: tuple[str, ...] = ()
    # Each piece of a page that stands right in it, as the page (from 0) and the number of the piece.
    pieces: list[tuple[int, int]] = field(default_factory=list)
    annotations: int = 0


class Document:
    """A PDF that has been opened."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(content))
        self.root = self.pdf.Root
        self.pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.roles = {str(one): str(other) for one, other in self.root.StructTreeRoot.get("/RoleMap", {}).items()}
        self.tags = list(self._walk(self.root.StructTreeRoot, None, ()))

    def _walk(self, node: Any, page: Any, within: tuple[str, ...]) -> Iterator[Tag]:
        for kid in _kids(node):
            if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
                continue
            own = kid.get("/Pg", page)
            tag = Tag(str(kid.S), str(kid.get("/Lang", "")), str(kid.get("/Alt", "")), _scope(kid), within)
            for inner in _kids(kid):
                if not isinstance(inner, pikepdf.Dictionary):
                    tag.pieces.append((self.pages[own.objgen], int(inner)))
                elif inner.get("/Type") == "/MCR":
                    tag.pieces.append((self.pages[inner.get("/Pg", own).objgen], int(inner.MCID)))
                tag.annotations += isinstance(inner, pikepdf.Dictionary) and inner.get("/Type") == "/OBJR"
            yield tag
            yield from self._walk(kid, own, (*within, tag.name))

    def named(self, *names: str) -> list[Tag]:
        """Return the elements of some names, in order."""
        return [tag for tag in self.tags if tag.name in names]

    def headings(self) -> list[int]:
        """Return the levels of the headings, in order."""
        return [int(tag.name[2:]) for tag in self.tags if tag.name[:2] == "/H" and tag.name[2:].isdigit()]

    def bookmarks(self) -> list[str]:
        """Return the titles of the bookmarks, in order."""
        with self.pdf.open_outline() as outline:
            return list(_titles(outline.root))

    def languages(self) -> set[str]:
        """Return the languages that elements, and pieces of the pages, say they are in."""
        pieces = {str(one.Lang) for page in self.pdf.pages for one in _properties(page) if "/Lang" in one}
        return pieces | {tag.language for tag in self.tags if tag.language}

    def loose(self) -> list[str]:
        """Return what is painted on the pages without being tagged or marked as no part of the content."""
        return [found for page in self.pdf.pages for found in _loose(page)]

    def painted(self) -> list[list[int]]:
        """Return, page by page, the numbers of the tagged pieces in the order they are painted."""
        return [list(_numbers(page)) for page in self.pdf.pages]

    def read(self) -> list[list[int]]:
        """Return, page by page, the numbers of the tagged pieces in the order the tags have them read."""
        found: list[list[int]] = [[] for _ in self.pages]
        for page, number in _in_order(self.root.StructTreeRoot, None, self.pages):
            found[page].append(number)
        return found


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _scope(element: Any) -> str:
    attributes = element.get("/A", [])
    every = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    return next((str(one.Scope) for one in every if "/Scope" in one), "")


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _in_order(node: Any, page: Any, pages: dict[Any, int]) -> Iterator[tuple[int, int]]:
    own = node.get("/Pg", page)
    for kid in _kids(node):
        if not isinstance(kid, pikepdf.Dictionary):
            yield pages[own.objgen], int(kid)
        elif kid.get("/Type") == "/MCR":
            yield pages[kid.get("/Pg", own).objgen], int(kid.MCID)
        elif "/S" in kid:
            yield from _in_order(kid, own, pages)


def _properties(page: Any) -> Iterator[Any]:
    """Yield what is said of each piece of a page that is marked."""
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "BDC":
            yield instruction.operands[1]


def _numbers(page: Any) -> Iterator[int]:
    yield from (int(one.MCID) for one in _properties(page) if "/MCID" in one)


def _loose(page: Any) -> Iterator[str]:
    open_: list[bool] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BMC", "BDC"):
            is_artifact = str(instruction.operands[0]) == "/Artifact"
            open_.append(is_artifact or (operator == "BDC" and "/MCID" in instruction.operands[1]))
        elif operator == "EMC":
            open_.pop()
        elif operator in PAINTS and not any(open_):
            yield operator
