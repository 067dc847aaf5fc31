"""Check the pages: front matter on a list, macro calls with constants only, and every entry shown where it belongs."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import jinja2
from jinja2 import nodes
from pydantic import Field, ValidationError, model_validator

from macros.content import messages, page_text, yaml_reader
from macros.content.base import PAGES, Content, Day, Language, Line, refuse_early, review_again_field, short
from macros.content.library import Library
from macros.content.loader import line_of
from macros.content.place import Place
from macros.content.problems import BrokenEntryError, ContentError, Problem, nearest
from macros.content.prose import FRONT_MATTER
from macros.content.references import references
from macros.content.yaml_messages import field_name

Macro = Callable[..., str]

ONE_CALL = 'bare makroer med faste verdier kan brukes, som {{ checklist("kom-i-gang") }}'
IN_QUOTES = 'sett id-en i anførselstegn, som {{ checklist("kom-i-gang") }}; bare faste verdier kan brukes'
JINJA = jinja2.Environment()


class PageSearch(Content):
    """Hvordan siden behandles i søket."""

    exclude: bool = Field(title="Utelat", description="true når siden ikke skal finnes i søket.")


class PageMeta(Content):
    """Det som kan stå øverst på en side."""

    language: Language = Field(title="Målform", description="nb for bokmål, nn for nynorsk.")
    description: Annotated[Line, short(200, 40)] = Field(
        title="Beskrivelse", description="Hva leseren får på siden. Vises i søk og når siden deles."
    )
    search: PageSearch | None = Field(None, title="Søk", description="Om siden skal holdes utenfor søket.")
    template: Literal["home.html"] | None = Field(None, title="Mal", description="Bare forsiden har egen mal.")
    reviewed: Day | None = Field(
        None, title="Sist gjennomgått", description="Datoen siden sist ble kontrollert, som åååå-mm-dd."
    )
    review_again: Day | None = review_again_field()

    @model_validator(mode="after")
    def _reviewed_before_it_is_reviewed_again(self) -> "PageMeta":
        """Refuse a next review that is not after the last."""
        refuse_early(self.reviewed, self.review_again)
        return self


@dataclass(frozen=True)
class PageChecker:
    """Checks the pages of one tree against its content and the macros there are.

    `block` macros stand alone on a line, `inline` macros inside a sentence.
    """

    docs: Path
    library: Library
    block: Mapping[str, Macro]
    inline: Mapping[str, Macro]

    def check_all(self) -> list[Problem]:
        """Return the problems of every page, and of every entry that has no page of its own."""
        pages = sorted(self.docs.rglob("*.md"))
        found = [problem for page in pages for problem in self.check(page)]
        return [*found, *self.missing_pages(), *self.pages_named_in_data()]

    def check(self, page: Path) -> list[Problem]:
        """Return the problems of one page."""
        try:
            text = page.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            return [Problem(page, 1, "fil", "filen er ikke lagret som UTF-8", "lagre den på nytt med tegnkoding UTF-8")]
        front = FRONT_MATTER.match(text)
        place = Place(page.relative_to(self.docs).as_posix(), _language(text), True, self.library.kinds)
        problems = list(_check_front(page, front[1])) if front else []
        problems += [Problem(page, *fault) for fault in page_text.faults(_body(text))]
        calls = list(self.calls(page, text))
        problems += [call for call in calls if isinstance(call, Problem)]
        problems += [broken for call in calls if isinstance(call, Call) for broken in self.run(page, place, call)]
        if not front and not any(isinstance(call, Call) and self.is_own(place, call) for call in calls):
            fix = "skriv «---», «language: nb», «description: …» og «---» øverst"
            problems.append(Problem(page, 1, "language", "siden sier ikke hvilken målform den har", fix))
        return problems

    def is_own(self, place: Place, call: "Call") -> bool:
        """Tell whether a call shows the entry the page belongs to; such a page takes its language from the entry."""
        kinds = {kind.macro: kind for kind in self.library.kinds}
        return call.name in kinds and bool(call.args) and place.is_home_of(kinds[call.name], str(call.args[0]))

    def calls(self, page: Path, text: str) -> "Iterator[Call | Problem]":
        """Yield every macro call on a page, and a problem for anything else a template language would run."""
        try:
            tree = JINJA.parse(text)
        except jinja2.TemplateSyntaxError as error:
            yield Problem(page, error.lineno, "makro", "makroen er ikke avsluttet eller er skrevet feil", ONE_CALL)
            return
        for node in tree.body:
            parts = node.nodes if isinstance(node, nodes.Output) else [node]
            for part in parts:
                if not isinstance(part, nodes.TemplateData):
                    yield self.as_call(page, part)

    def as_call(self, page: Path, node: nodes.Node) -> "Call | Problem":
        """Return a template node as a call of a known macro with constant arguments, or what is wrong with it."""
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            return Problem(page, node.lineno, "makro", "her står det kode som ikke er en makro", ONE_CALL)
        name = node.node.name
        known = [*self.block, *self.inline]
        if name not in known:
            fix = nearest(name, known) or "bruk en av " + ", ".join(known)
            return Problem(page, node.lineno, "makro", f"det finnes ingen makro som heter «{name}»", fix)
        values = [*node.args, *(pair.value for pair in node.kwargs)]
        if node.dyn_args or node.dyn_kwargs or not all(isinstance(value, nodes.Const) for value in values):
            return Problem(page, node.lineno, name, "makroen har verdier som ikke er faste", IN_QUOTES)
        args = tuple(value.value for value in node.args if isinstance(value, nodes.Const))
        options = {pair.key: pair.value.value for pair in node.kwargs if isinstance(pair.value, nodes.Const)}
        return Call(name, args, options, node.lineno)

    def run(self, page: Path, place: Place, call: "Call") -> Iterator[Problem]:
        """Run a call as the site would and yield what goes wrong."""
        macro = self.block.get(call.name) or self.inline[call.name]
        if call.name in self.block and not _alone(page, call):
            fix = "flytt makroen til en egen linje helt til venstre, med tom linje over og under"
            yield Problem(page, call.line, call.name, "makroen står inne i annen tekst", fix)
        try:
            macro(self.library, place, *call.args, **call.options)
        except BrokenEntryError:
            return
        except ContentError as error:
            what, _, fix = str(error).partition(" – ")
            yield Problem(page, call.line, call.name, what, fix)
        except TypeError:
            yield Problem(
                page,
                call.line,
                call.name,
                "makroen tar ikke imot disse verdiene",
                f"se hvordan {call.name} brukes på andre sider",
            )

    def missing_pages(self) -> Iterator[Problem]:
        """Yield a problem for every entry that ought to have a page of its own and has not."""
        for kind in self.library.kinds:
            for id in self.library.entries[kind.folder]:
                for page in kind.own_pages(id):
                    file = self.docs / page
                    if not file.exists() or f'{kind.macro}("{id}")' not in file.read_text(encoding="utf-8"):
                        data, _ = self.library.read_from[kind.folder, id]
                        line = f'{{{{ {kind.macro}("{id}") }}}}'
                        fix = f"lag filen med linjen {line}, eller kjør python3 scripts/new.py {kind.name} {id}"
                        yield Problem(data, 1, "side", f"oppføringen vises ikke på docs/{page}", fix)

    def pages_named_in_data(self) -> Iterator[Problem]:
        """Yield a problem for every page that an entry names and that is not there."""
        pages = {page.relative_to(self.docs).as_posix() for page in self.docs.rglob("*.md")}
        for (folder, id), (file, document) in self.library.read_from.items():
            entry = self.library.entries[folder].get(id)
            for reference in references(entry) if entry else ():
                page = reference.id.partition("#")[0]
                if reference.ref.folder == PAGES and page not in pages:
                    fix = nearest(page, pages) or "rett stien, eller lag siden først"
                    line, field = line_of(document, reference.location), field_name(reference.location)
                    yield Problem(file, line, field, f"fant ikke siden docs/{page}", fix)


@dataclass(frozen=True)
class Call:
    """One macro call: its name, its constant arguments and its line (from 1)."""

    name: str
    args: tuple[Any, ...]
    options: dict[str, Any]
    line: int


def _alone(page: Path, call: Call) -> bool:
    line = page.read_text(encoding="utf-8-sig").splitlines()[call.line - 1]
    return line.startswith("{{") and line.rstrip().endswith("}}")


def _body(text: str) -> str:
    """Return the page with its front matter blanked, so that line numbers still hold."""
    front = FRONT_MATTER.match(text)
    return "\n" * front[0].count("\n") + text[front.end() :] if front else text


def _language(text: str) -> Language:
    return "nn" if re.search(r"^language: nn\s*$", text, re.MULTILINE) else "nb"


def _check_front(page: Path, front: str) -> Iterator[Problem]:
    document = yaml_reader.read(front.encode())
    for line, field, what, fix in document.faults:
        yield Problem(page, line + 1, field, what, fix)
    if document.data is None:
        return
    try:
        PageMeta.model_validate(document.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            what, fix = messages.word(detail, PageMeta)
            yield Problem(page, line_of(document, detail["loc"]) + 1, field_name(detail["loc"]), what, fix)
