"""A Word document as others expect it: a language, headings, header rows in tables, and the same bytes each time."""

import datetime
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Row

from macros.content.base import Language

LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO"}
AUTHOR = "Tillit i praksis"
INK = RGBColor(0x0B, 0x4A, 0x56)
# A zip holds no time before this one, and a fixed one keeps two builds alike.
EPOCH = (1980, 1, 1, 0, 0, 0)
LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
MARKS = re.compile(r"(\*\*|__|`)")


def new(title: str, language: Language, made: datetime.date) -> Document:
    """Return an empty document on A4 in a language; `made` is written as the day it was made."""
    document = docx.Document()
    relations = document.part.package.rels
    for id in [id for id, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[id]  # a picture of the library's own empty page
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    for name in ("Heading 1", "Heading 2", "Intense Quote"):
        document.styles[name].font.color.rgb = INK
    for found in document.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), LANGUAGES[language])
    moment = datetime.datetime.combine(made, datetime.time())
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = title, AUTHOR, AUTHOR, ""
    about.language, about.created, about.modified, about.revision = LANGUAGES[language], moment, moment, 1
    return document


def plain(text: str) -> str:
    """Return Markdown as the words alone."""
    return MARKS.sub("", LINK.sub(r"\1", text)).strip()


def block(document: Document, text: str, style: str = "Normal") -> None:
    """Add a text of paragraphs and lists."""
    for part in re.split(r"\n\s*\n|\n(?=- )", text.strip()):
        words = plain(" ".join(part.split()))
        if words.startswith("- "):
            document.add_paragraph(words[2:], style="List Bullet")
        else:
            document.add_paragraph(words, style=style)


def labelled(document: Document, label: str, text: str) -> None:
    """Add a text with a word in bold before it; a list comes below the word."""
    if text.lstrip().startswith("- "):
        document.add_paragraph().add_run(f"{label}:").bold = True
        block(document, text)
    else:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(plain(" ".join(text.split())))


def table(document: Document, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Table:
    """Add a table with a header row that is repeated on each page; widths in centimetres."""
    made: Table = document.add_table(rows=1 + len(rows), cols=len(head), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for row, cells in zip(made.rows, [head, *rows], strict=True):
        _mark(row, "w:cantSplit")
        for cell, text, width in zip(row.cells, cells, widths, strict=True):
            cell.text, cell.width = plain(text), Cm(width)
    _mark(made.rows[0], "w:tblHeader")
    for cell in made.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    return made


def grid(document: Document, texts: Sequence[str], columns: int = 2, height: float = 4.5) -> None:
    """Add texts to cut out, side by side; height in centimetres."""
    made = document.add_table(rows=-(-len(texts) // columns), cols=columns, style="Table Grid")
    for row in made.rows:
        row.height = Cm(height)
        _mark(row, "w:cantSplit")
    for number, text in enumerate(texts):
        made.cell(number // columns, number % columns).text = plain(text)


def _mark(row: _Row, name: str) -> None:
    """Set a property of a table row."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def new_page(document: Document) -> None:
    """Begin a new page."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def save(document: Document, file: Path) -> None:
    """Write a document with no trace of when it was written."""
    held = io.BytesIO()
    document.save(held)
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(held) as given, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            made.writestr(zipfile.ZipInfo(name, EPOCH), given.read(name), zipfile.ZIP_DEFLATED)
