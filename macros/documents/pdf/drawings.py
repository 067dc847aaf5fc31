"""Make of a drawing in a page one that stands alone: as XML, with colours and letters of its own."""

from pathlib import Path
from typing import Any

from lxml import etree

NAMESPACE = "http://www.w3.org/2000/svg"
STYLE = Path(__file__).with_name("typst") / "drawing.css"
# HTML does not tell capitals from small letters in names; SVG does.
NAMES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
SAID = ("title", "desc")


def as_svg(element: Any) -> str:
    """Return a drawing as SVG, with the colours of the printed page and without the words that are told beside it."""
    root = _copy(element)
    style = etree.Element(f"{{{NAMESPACE}}}style")
    style.text = STYLE.read_text(encoding="utf-8")
    root.insert(0, style)
    return str(etree.tostring(root, encoding="unicode"))


def _copy(element: Any) -> Any:
    made = etree.Element(f"{{{NAMESPACE}}}{element.tag}", nsmap={None: NAMESPACE})
    for name, value in element.attrib.items():
        if name != "xmlns":
            made.set(NAMES.get(name, name), value)
    made.text, made.tail = element.text, element.tail
    made.extend(_copy(child) for child in element if isinstance(child.tag, str) and child.tag not in SAID)
    return made
