"""Find the macro calls on a page by the syntax tree of the template language, and refuse all else it would run."""

import inspect
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

import jinja2
from jinja2 import nodes

from macros.content.problems import nearest

Macro = Callable[..., str]

ONE_CALL = 'bare makroer med faste verdier kan brukes, som {{ checklist("kom-i-gang") }}'
IN_QUOTES = 'sett id-en i anførselstegn, som {{ checklist("kom-i-gang") }}; bare faste verdier kan brukes'
NOT_A_CALL = "her står det kode som ikke er en makro"
JINJA = jinja2.Environment()
# Statements and comments never reach the tree as calls: a comment vanishes, and what is marked as raw is text.
OTHER_CODE = re.compile(r"\{[%#].{0,30}|\{\{[-+]|[-+]\}\}|^.*#\}")
# Signs that Markdown would read, in a value that a macro shows in the middle of a sentence.
MARKS = re.compile(r"[\[\]<>{}\\`\n|&*!]")


@dataclass(frozen=True)
class Call:
    """One macro call: its name, its constant arguments and its line (from 1)."""

    name: str
    args: tuple[Any, ...]
    options: dict[str, Any]
    line: int

    def fits(self, macro: Macro) -> bool:
        """Tell whether a macro takes these values: as many, and each of its kind."""
        signature = inspect.signature(macro)
        try:
            bound = signature.bind(None, None, *self.args, **self.options)
        except TypeError:
            return False
        given = list(bound.arguments.items())[2:]
        return all(
            type(part) is signature.parameters[name].annotation
            for name, value in given
            for part in (value if isinstance(value, tuple) else (value,))
        )


@dataclass(frozen=True)
class Refused:
    """Something on a page that the template language would run and that is no sound call."""

    line: int
    field: str
    what: str
    fix: str


def find(text: str, known: Collection[str]) -> Iterator[Call | Refused]:
    """Yield every call of a `known` macro, and what is wrong with anything else that would be run."""
    for number, line in enumerate(text.split("\n"), 1):
        if code := OTHER_CODE.search(line):
            yield Refused(number, "makro", f"{NOT_A_CALL} ({code[0]})", _one_of(known))
            return
    try:
        tree = JINJA.parse(text)
    except jinja2.TemplateSyntaxError as error:
        yield Refused(
            error.lineno,
            "makro",
            "makroen er ikke avsluttet eller er skrevet feil",
            f"{ONE_CALL}; den slutter med }}}}",
        )
        return
    except (RecursionError, ValueError, OverflowError):
        yield Refused(1, "makro", "en makro på siden er for lang eller for dyp til å leses", ONE_CALL)
        return
    for node in tree.body:
        for part in node.nodes if isinstance(node, nodes.Output) else [node]:
            if not isinstance(part, nodes.TemplateData):
                yield _as_call(part, known)


def _as_call(node: nodes.Node, known: Collection[str]) -> Call | Refused:
    """Return a template node as a call of a known macro with constant arguments, or what is wrong with it."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return Refused(node.lineno, "makro", NOT_A_CALL, _one_of(known))
    name = node.node.name
    if name not in known:
        fix = nearest(name, known) or "bruk en av " + ", ".join(known)
        return Refused(node.lineno, "makro", f"det finnes ingen makro som heter «{name}»", fix)
    values = [*node.args, *(pair.value for pair in node.kwargs)]
    if node.dyn_args or node.dyn_kwargs or not all(isinstance(value, nodes.Const) for value in values):
        return Refused(node.lineno, name, "makroen har verdier som ikke er faste", IN_QUOTES)
    constants = [value.value for value in values if isinstance(value, nodes.Const)]
    if any(isinstance(value, str) and MARKS.search(value) for value in constants):
        return Refused(
            node.lineno, name, "en verdi i makroen har tegn som leses som Markdown", "skriv bare ord og tall i verdiene"
        )
    args = tuple(constants[: len(node.args)])
    return Call(
        name, args, dict(zip((pair.key for pair in node.kwargs), constants[len(node.args) :], strict=True)), node.lineno
    )


def _one_of(known: Collection[str]) -> str:
    return f"{ONE_CALL}; makroene er {', '.join(known)}"
