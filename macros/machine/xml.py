"""Write XML that is the same wherever it is made: UTF-8, one line end, indented."""

from collections.abc import Mapping
from xml.etree import ElementTree as Tree
from xml.etree.ElementTree import Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def add(parent: Element, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> Element:
    """Add an element with a text and attributes to another, and return it."""
    child = Tree.SubElement(parent, name, dict(attributes or {}))
    child.text = text or None
    return child


def as_text(root: Element) -> str:
    """Return a document as text, with its declaration."""
    Tree.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Tree.tostring(root, encoding="unicode") + "\n"
