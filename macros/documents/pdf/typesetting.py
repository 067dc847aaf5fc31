"""Make PDF of a document by the Typst compiler: tagged, held to PDF/UA-1, and the same bytes each time.

The only module that needs the packages of `requirements-pdf.txt`.
"""

import datetime
import io
import json
import os
import re
from pathlib import Path
from typing import Any

import pikepdf
import typst

TEMPLATES = Path(__file__).resolve().with_name("typst")
STANDARDS: list[Any] = ["1.7", "ua-1"]


# What the compiler says of words that the letters it has lack a sign for.
NO_SIGN = re.compile(r'the text `"(.+?)"` could not be displayed')


class TypesettingError(Exception):
    """A document could not be made; the message says what the compiler found."""


class Press:
    """A compiler that is used again for each document.

    `site` is the built site, where the pictures lie; `moment` is the time that the documents carry.
    """

    def __init__(self, site: Path, moment: datetime.datetime) -> None:
        # The compiler reads no file outside its root: it must hold both the templates and the pictures.
        root = Path(os.path.commonpath([TEMPLATES, site.resolve()]))
        self.moment = moment
        self.site = f"/{site.resolve().relative_to(root).as_posix()}/"
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
        self.compiler = typst.Compiler(TEMPLATES / "main.typ", root=root, font_paths=fonts)

    def pdf(self, document: dict[str, Any]) -> bytes:
        """Return a document as PDF (ISO 14289-1); raise TypesettingError if it cannot be one."""
        inputs = {"document": json.dumps(document, ensure_ascii=False), "site": self.site}
        try:
            made = self.compiler.compile(
                format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=self.moment
            )
        except typst.TypstError as error:
            raise TypesettingError(told(error.message)) from error
        return packed(made) if isinstance(made, bytes) else b""


def told(message: str) -> str:
    """Return what the compiler says as an editor can use it; what it rarely says is in its own words."""
    if found := NO_SIGN.search(message):
        return f"skriften har ikke alle tegnene i «{found[1]}» – skriv det på en annen måte"
    return f"Typst sier «{message}»"


def packed(document: bytes) -> bytes:
    """Return the same document with its objects compressed: the tags of a page take more room than its words."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(document)) as pdf:
        pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()
