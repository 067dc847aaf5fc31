"""Write data as YAML the way an editor would: fields under each other, lists with dashes, long texts on lines below."""

from typing import Any

import yaml


class _Writer(yaml.SafeDumper):
    """Indents a list under its field, and writes a text of several lines as several lines."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - the library calls it with both
        """Indent the points of a list too, which PyYAML leaves out by asking for `indentless`."""
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        """Quote with the marks the rest of the content uses."""
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style


def _text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Writer.add_representer(str, _text)


def lines(name: str, value: Any) -> list[str]:
    """Return a field as lines of YAML; `value` is text, numbers, lists and maps."""
    written = yaml.dump({name: value}, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=10**6)
    return written.splitlines()
