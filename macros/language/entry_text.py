"""Write a text into the YAML file of an entry and leave the rest as it is, comments and line breaks included."""

import json
import re
import textwrap
from collections.abc import Sequence
from typing import Any

import yaml

from macros.content import yaml_reader

WIDTH = 110
PLAIN = re.compile(r"[A-Za-zÆØÅæøå][\wæøåÆØÅ ,.!?()«»–/-]*")

Location = Sequence[int | str]


class WriteError(Exception):
    """The text could not be written without changing something else; nothing has been changed."""


def written(file: str, location: Location, text: str) -> str:
    """Return a YAML file with the nynorsk of the text at a location set; raise WriteError if it cannot be done safely.

    `location` leads to a map of the two written standards, with `nb` in it.
    """
    file = file if file.endswith("\n") else f"{file}\n"
    before = yaml_reader.read(file.encode()).data
    for pretty in (True, False):
        made = _spliced(file, location, text, pretty)
        after = yaml_reader.read(made.encode()).data
        if _same_but(before, after, location, text):
            return made
    raise WriteError(f"fikk ikke skrevet teksten i {'/'.join(map(str, location))} uten å endre noe annet")


def _spliced(file: str, location: Location, text: str, pretty: bool) -> str:
    node: Any = yaml.compose(file, Loader=yaml.SafeLoader)
    for step in location:
        node = _child(node, step)
    pairs = {key.value: (key, value) for key, value in node.value}
    key, value = pairs.get("nn", pairs["nb"])
    indent = " " * key.start_mark.column
    scalar = _pretty(text, indent) if pretty and not node.flow_style else _dumped(text)
    start, end = value.start_mark.index, value.end_mark.index
    if "nn" in pairs:
        tail = "\n" if file[start:end].endswith("\n") else ""
        return f"{file[: key.end_mark.index]}: {scalar}{tail}{file[end:]}"
    if node.flow_style:
        return f"{file[:end]}, nn: {scalar}{file[end:]}"
    line_end = end if file[:end].endswith("\n") else (file.find("\n", end) + 1 or len(file))
    return f"{file[:line_end]}{indent}nn: {scalar}\n{file[line_end:]}"


def _child(node: Any, step: int | str) -> Any:
    if isinstance(step, int):
        return node.value[step]
    return next(value for key, value in node.value if key.value == step)


def _dumped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _pretty(text: str, indent: str) -> str:
    """Return a text as an editor would write it: on its line, folded, or with its own line breaks."""
    inner = f"\n{indent}  "
    if "\n" in text:
        return "|-" + "".join(f"{inner}{line}" if line else "\n" for line in text.split("\n"))
    if PLAIN.fullmatch(text) and len(text) <= WIDTH - len(indent):
        return text
    if "  " in text or len(text) <= WIDTH - len(indent):
        return _dumped(text)
    lines = textwrap.wrap(text, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
    return ">-" + "".join(f"{inner}{line}" for line in lines)


def _same_but(before: Any, after: Any, location: Location, text: str) -> bool:
    """Tell whether data is the same before and after, but for one text in nynorsk."""
    if after is None or _without(before, location) != _without(after, location):
        return False
    for step in location:
        before, after = before[step], after[step]
    return bool(after == {**before, "nn": text})


def _without(data: Any, location: Location) -> Any:
    """Return data with nothing at a location."""
    if not location:
        return None
    step, rest = location[0], location[1:]
    if isinstance(data, dict):
        return {key: _without(value, rest) if key == step else value for key, value in data.items()}
    if isinstance(data, list):
        return [_without(value, rest) if index == step else value for index, value in enumerate(data)]
    return data
