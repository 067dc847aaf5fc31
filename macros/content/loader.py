"""Turn one YAML file into an entry of its kind, or into the problems an editor must mend."""

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from macros.content import messages, yaml_reader
from macros.content.base import Entry
from macros.content.problems import Problem
from macros.content.yaml_messages import field_name
from macros.content.yaml_reader import Document


class Loaded(NamedTuple):
    """What came out of one file: the entry if it is whole, where its parts stand, and its problems."""

    entry: Entry | None
    document: Document
    problems: list[Problem]


def load(file: Path, model: type[Entry]) -> Loaded:
    """Read one file as a `model`; every problem in it is found at once."""
    document = yaml_reader.read(file.read_bytes())
    problems = [Problem(file, *fault) for fault in document.faults]
    if document.data is None:
        return Loaded(None, document, problems)
    try:
        entry = model.model_validate(document.data)
    except ValidationError as error:
        return Loaded(None, document, problems + _problems(file, document, model, error))
    return Loaded(None if problems else entry, document, problems)


def _problems(file: Path, document: Document, model: type[Entry], error: ValidationError) -> list[Problem]:
    found = []
    for detail in error.errors(include_url=False):
        location = (*detail["loc"], *detail.get("ctx", {}).get("path", ()))
        line = line_of(document, location)
        if document.stopped and (detail["type"] == "missing" or line >= document.stopped):
            # The rest of the file was not read: what seems to be missing or odd there may well be in order.
            continue
        what, fix = messages.word(detail, model)
        found.append(Problem(file, line, field_name(location), what, fix))
    return found


def line_of(document: Document, location: tuple[int | str, ...]) -> int:
    """Return the line of the innermost part of `location` that stands in the file."""
    for length in range(len(location), 0, -1):
        if line := document.lines.get(location[:length]):
            return line
    return 1
