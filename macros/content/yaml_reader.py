"""Read YAML 1.2 into plain data with the line of every value, refusing what an editor cannot have meant.

Plain scalars follow the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/), so «no» and «12:30» stay text.
The events are read one by one, so depth is bounded before anything recursive happens.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.content import text_faults, yaml_messages
from macros.content.yaml_messages import Fault

MAX_BYTES = 100_000
MAX_DEPTH = 10
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

CORE_SCHEMA: list[tuple[re.Pattern[str], Any]] = [
    (re.compile(r"~|null|"), lambda _: None),
    (re.compile(r"true|false"), lambda text: text == "true"),
    # More figures than this is no number that content has, and turning them into one could take long or fail.
    (re.compile(r"-?(?:0|[1-9][0-9]{0,17})"), int),
    (re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}"), float),
]

# How any of these begins; nearly all scalars are words, and need not be tried four times.
MAY_BE_PLAIN = frozenset(("", *"~ntf-0123456789"))

Path = tuple[str | int, ...]


@dataclass
class Document:
    """What a YAML file says, where each part of it stands (path to line, from 1) and what is wrong with it.

    `stopped` is the line of the fault that kept the rest from being read, and 0 when all of it was.
    """

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    stopped: int = 0


@dataclass
class _Level:
    """One list or mapping that is being filled."""

    value: Any
    path: Path
    key: str | None = None


def read(raw: bytes) -> Document:
    """Read the bytes of one YAML file; `faults` lists everything that keeps it from being used."""
    if len(raw) > MAX_BYTES:
        return Document(faults=[yaml_messages.too_large(len(raw), MAX_BYTES)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Document(faults=[yaml_messages.not_utf8(raw[: error.start].count(b"\n") + 1)])
    if faults := text_faults.find(text):
        return Document(faults=faults)
    document = _Builder().build(text)
    if not document.faults and document.data is None:
        document.faults.append(yaml_messages.empty(text))
    return document


class _Builder:
    """Builds a document from parser events with an explicit stack instead of recursion."""

    def __init__(self) -> None:
        self.document = Document()
        self.stack: list[_Level] = []

    def build(self, text: str) -> Document:
        """Read all events, stopping at the first fault that makes the rest meaningless."""
        try:
            for event in yaml.parse(text, Loader=LOADER):
                if not self.take(event):
                    break
        except yaml.YAMLError as error:
            self.stop(yaml_messages.from_parser(error, text))
        return self.document

    def take(self, event: yaml.Event) -> bool:
        """Use one event; return False when reading must stop."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif fault := self.refuse(event, line):
            self.stop(fault)
            return False
        elif isinstance(event, yaml.ScalarEvent):
            self.take_scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.open({} if isinstance(event, yaml.MappingStartEvent) else [], line)
        return True

    def stop(self, fault: Fault) -> None:
        """Note a fault that makes the rest meaningless."""
        self.document.faults.append(fault)
        self.document.stopped = fault.line

    def refuse(self, event: yaml.Event, line: int) -> Fault | None:
        """Return the fault of an event that content may not use."""
        if isinstance(event, yaml.DocumentStartEvent) and self.document.lines:
            return yaml_messages.two_documents(line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return yaml_messages.anchor(line, isinstance(event, yaml.AliasEvent))
        if getattr(event, "tag", None):
            return yaml_messages.tag(line)
        is_start = isinstance(event, yaml.CollectionStartEvent)
        if is_start and len(self.stack) >= MAX_DEPTH:
            return yaml_messages.too_deep(line, MAX_DEPTH)
        if self.expects_key() and is_start:
            return yaml_messages.odd_key(line)
        return None

    def expects_key(self) -> bool:
        """Tell whether the next value is the key of a mapping."""
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None

    def take_scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        """Use a scalar as the next key, or put it where the next value belongs."""
        if self.expects_key():
            self.take_key(event.value, line)
        else:
            self.put(plain(event.value) if event.implicit[0] else event.value, line)

    def take_key(self, key: str, line: int) -> None:
        """Remember a key; a key that is already there is a fault with both lines."""
        level = self.stack[-1]
        path = (*level.path, key)
        if key == "<<":
            self.document.faults.append(yaml_messages.merge_key(line))
        elif key in level.value:
            self.document.faults.append(yaml_messages.duplicate(path, line, self.document.lines[path]))
        level.key = key
        self.document.lines.setdefault(path, line)

    def put(self, value: Any, line: int) -> Path:
        """Put a value into the list or mapping being filled and return its path."""
        if not self.stack:
            self.document.data = value
            self.document.lines[()] = line
            return ()
        level = self.stack[-1]
        if isinstance(level.value, dict):
            path = (*level.path, level.key or "")
            level.value[level.key] = value
            level.key = None
        else:
            path = (*level.path, len(level.value))
            level.value.append(value)
            self.document.lines[path] = line
        return path

    def open(self, value: Any, line: int) -> None:
        """Start filling a new list or mapping."""
        self.stack.append(_Level(value, self.put(value, line)))


def plain(text: str) -> Any:
    """Return the value of an unquoted scalar by the core schema of YAML 1.2."""
    if text[:1] not in MAY_BE_PLAIN:
        return text
    for pattern, convert in CORE_SCHEMA:
        if pattern.fullmatch(text):
            return convert(text)
    return text
