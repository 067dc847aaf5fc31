"""Make PDF of a document by the Typst compiler: tagged, held to PDF/UA-1, and the same bytes each time.

The only module that needs the packages of `requirements-pdf.txt`.
"""

import datetime
import io
import json
import os
from pathlib import Path
from typing import Any

import pikepdf
import typst

TEMPLATES = Path(__file__).resolve().with_name("typst")
STANDARDS: list[Any] = ["1.7", "ua-1"]


class TypesettingError(Exception):
    """A document could not be made; the message says what the compiler found, in its own words."""


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
            raise TypesettingError(error.message) from error
        return packed(made) if isinstance(made, bytes) else b""


def packed(document: bytes) -> bytes:
    """Return the same document with its objects compressed: the tags of a page take more room than its words."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(document)) as pdf:
        pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()
