"""Render component templates: autoescaped, strict about names, and never fetching anything themselves."""

import datetime
import re
from html import escape
from pathlib import Path
from typing import Any

import jinja2
import markdown
from jinja2.runtime import Context
from markupsafe import Markup

from macros.content import words
from macros.content.base import Text
from macros.content.place import Place

TEMPLATES = Path(__file__).resolve().parents[2] / "overrides" / "components"
BLANK_LINES = re.compile(r"\n\s*\n+")
YEAR = re.compile(r"(?:19|20)\d\d")
MARKED = re.compile(r"[*_`\[\]\\!&#+\n-]")
NOT_IN_DATA = {
    "preprocessors": ("html_block",),
    "block": ("hashheader", "setextheader", "code", "hr", "olist", "reference"),
    "inline": (
        "html",
        "entity",
        "autolink",
        "automail",
        "image_link",
        "image_reference",
        "reference",
        "short_reference",
    ),
}


def _writer() -> markdown.Markdown:
    """Return a Markdown writer for data: paragraphs, emphasis, lists and whole links, nothing else."""
    writer = markdown.Markdown(output_format="html")
    registries: dict[str, Any] = {
        "preprocessors": writer.preprocessors,
        "block": writer.parser.blockprocessors,
        "inline": writer.inlinePatterns,
    }
    for registry, names in NOT_IN_DATA.items():
        for name in names:
            registries[registry].deregister(name, strict=False)
    return writer


WRITER = _writer()


@jinja2.pass_context
def text(context: Context, value: Text | str) -> str:
    """Return a text in the language of the page."""
    return value.written(context["place"].language) if isinstance(value, Text) else value


@jinja2.pass_context
def block(context: Context, value: Text | str) -> Markup:
    """Return a text as HTML paragraphs and lists."""
    source = text(context, value)
    if not MARKED.search(source):
        return Markup("<p>{}</p>").format(source)
    return Markup(WRITER.reset().convert(source))


@jinja2.pass_context
def inline(context: Context, value: Text | str) -> Markup:
    """Return a text of one paragraph as HTML without the paragraph around it."""
    html = block(context, value)
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return Markup(html[3:-4])
    return html


@jinja2.pass_context
def word(context: Context, key: str, **values: object) -> str:
    """Return a word of the interface in the language of the page."""
    return words.word(key, context["place"].language, **values)


@jinja2.pass_context
def day(context: Context, value: datetime.date) -> str:
    """Return a date as it is written in running text, such as «25. november 2026»."""
    month = words.word(f"month.{value.month}", context["place"].language)
    return f"{value.day}. {month} {value.year}"


def short_day(value: datetime.date) -> str:
    """Return a date as it is written in a table, such as «25.11.2026»."""
    return f"{value:%d.%m.%Y}"


def year(value: str | None) -> str:
    """Return the first year a text names, or an empty text."""
    found = YEAR.search(value or "")
    return found[0] if found else ""


env = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)
env.filters |= {
    "text": text,
    "block": block,
    "inline": inline,
    "word": word,
    "day": day,
    "short_day": short_day,
    "year": year,
}


def hold(is_held: bool) -> None:
    """Take the templates to be as they are from now on, or look each time whether they have changed."""
    if env.cache is not None and is_held:
        env.cache.clear()
    env.auto_reload = not is_held


def render(template: str, place: Place, **context: Any) -> str:
    """Render `<component>/<name>.html` at a place; the result has no blank lines, so Markdown leaves it whole."""
    html = env.get_template(template).render(place=place, **context)
    return BLANK_LINES.sub("\n", html).strip()


def heading(title: str) -> str:
    """Return a title as a Markdown heading of level one that shows every character as it is written."""
    return "# " + re.sub(r"([\\`*_{}\[\]#!])", r"\\\1", escape(title, quote=False))
