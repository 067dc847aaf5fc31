"""Draw what is written for servers and into pages from the templates beside this file."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    undefined=StrictUndefined,
    # Only pages are HTML; in the settings of a server an escaped sign would be another.
    autoescape=select_autoescape(["html"]),
    trim_blocks=True,
    lstrip_blocks=True,
)


def drawn(name: str, **values: object) -> str:
    """Return a template filled in, without the line feed it ends with."""
    return _environment.get_template(name).render(values)
