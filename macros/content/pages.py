"""Check the pages: front matter on a list, macro calls with constants only, and every entry shown where it belongs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from macros.content import page_calls, page_meta, page_targets, page_text
from macros.content.base import PAGES, Language
from macros.content.library import Library
from macros.content.loader import line_of
from macros.content.page_calls import Call, Macro
from macros.content.place import Place
from macros.content.problems import BrokenEntryError, ContentError, Problem, nearest
from macros.content.prose import FRONT_MATTER
from macros.content.references import references
from macros.content.text_faults import lines_of
from macros.content.yaml_messages import field_name, not_utf8, too_large

MAX_BYTES = 100_000


@dataclass(frozen=True)
class PageChecker:
    """Checks the pages of one tree against its content and the macros there are.

    `block` macros stand alone on a line, `inline` macros inside a sentence.
    """

    docs: Path
    library: Library
    block: Mapping[str, Macro]
    inline: Mapping[str, Macro]
    known: dict[Path, set[str] | None] = field(default_factory=dict, compare=False)

    def check_all(self) -> list[Problem]:
        """Return the problems of every page, and of every entry that has no page of its own."""
        pages = sorted(self.docs.rglob("*.md"))
        found = [problem for page in pages for problem in self.check(page)]
        return [*found, *self.missing_pages(), *self.pages_named_in_data()]

    def check(self, page: Path) -> list[Problem]:
        """Return the problems of one page."""
        raw = page.read_bytes()
        if len(raw) > MAX_BYTES:
            return [Problem(page, *too_large(len(raw), MAX_BYTES))]
        try:
            text = "\n".join(lines_of(raw.decode("utf-8-sig")))
        except UnicodeDecodeError as error:
            return [Problem(page, *not_utf8(raw[: error.start].count(b"\n") + 1))]
        return list(self.check_text(page, text))

    def check_text(self, page: Path, text: str) -> Iterator[Problem]:
        """Yield the problems of one page whose text has been read."""
        place = Place(page.relative_to(self.docs).as_posix(), _language(text), True, self.library.kinds)
        yield from page_meta.problems(page, text, is_home=place.page == page_meta.HOME)
        yield from (Problem(page, *fault) for fault in page_text.faults(_body(text)))
        calls = []
        for found in page_calls.find(text, [*self.block, *self.inline]):
            if isinstance(found, Call):
                calls.append(found)
                yield from self.run(page, place, found, text.split("\n")[found.line - 1])
            else:
                yield Problem(page, found.line, found.field, found.what, found.fix)
        yield from self.dead_links(page, text)
        if not FRONT_MATTER.match(text) and not any(self.is_own(place, call) for call in calls):
            yield Problem(page, 1, "language", "siden sier ikke hvilken målform den har", page_meta.TOP)

    def is_own(self, place: Place, call: Call) -> bool:
        """Tell whether a call shows the entry the page belongs to; such a page takes its language from the entry."""
        kinds = {kind.macro: kind for kind in self.library.kinds}
        return call.name in kinds and bool(call.args) and place.is_home_of(kinds[call.name], str(call.args[0]))

    def run(self, page: Path, place: Place, call: Call, line: str) -> Iterator[Problem]:
        """Run a call as the site would and yield what goes wrong; `line` is the line it stands on."""
        macro = self.block.get(call.name) or self.inline[call.name]
        if call.name in self.block and not (line.startswith("{{") and line.rstrip().endswith("}}")):
            fix = "flytt makroen til en egen linje helt til venstre, med tom linje over og under"
            yield Problem(page, call.line, call.name, "makroen står inne i annen tekst", fix)
        if not call.fits(macro):
            fix = f"se hvordan {call.name} brukes på andre sider"
            yield Problem(page, call.line, call.name, "makroen tar ikke imot disse verdiene", fix)
            return
        try:
            macro(self.library, place, *call.args, **call.options)
        except BrokenEntryError:
            return
        except ContentError as error:
            what, _, fix = str(error).partition(" – ")
            yield Problem(page, call.line, call.name, what, fix)

    def dead_links(self, page: Path, text: str) -> Iterator[Problem]:
        """Yield a problem for every link to a page, or to a place on one, that is not there."""
        for target in page_targets.of(page.relative_to(self.docs).as_posix(), text):
            file = self.docs / target.page
            if target.page.startswith("..") or not file.is_file():
                pages = [page.relative_to(self.docs).as_posix() for page in self.docs.rglob("*.md")]
                fix = nearest(target.page, pages) or "rett stien, eller lag siden først"
                yield Problem(page, target.line, "lenke", f"fant ikke siden docs/{target.page}", fix)
            elif target.anchor and (places := self.places(file)) is not None and target.anchor not in places:
                fix = nearest(target.anchor, places) or "skriv overskriften med små bokstaver og bindestrek"
                what = f"docs/{target.page} har ingen overskrift eller del som heter «#{target.anchor}»"
                yield Problem(page, target.line, "lenke", what, fix)

    def places(self, page: Path) -> set[str] | None:
        """Return the places on a page that a link can lead to; None while what it shows may lack a broken entry."""
        if page not in self.known:
            text = "\n".join(lines_of(page.read_text("utf-8-sig", "replace")))
            calls = [call for call in page_calls.find(text, self.block) if isinstance(call, Call)]
            self.known[page] = None if calls and self.library.problems else self._places(page, text, calls)
        return self.known[page]

    def _places(self, page: Path, text: str, calls: Sequence[Call]) -> set[str]:
        place = Place(page.relative_to(self.docs).as_posix(), _language(text), True, self.library.kinds)
        found = page_targets.headings(text)
        for call in calls:
            with suppress(ContentError, TypeError):
                found |= page_targets.ids(self.block[call.name](self.library, place, *call.args, **call.options))
        return found

    def missing_pages(self) -> Iterator[Problem]:
        """Yield a problem for every entry that ought to have a page of its own and has not."""
        for kind in self.library.kinds:
            for id in self.library.entries[kind.folder]:
                for page in kind.own_pages(id):
                    file = self.docs / page
                    if not file.exists() or f'{kind.macro}("{id}")' not in file.read_text("utf-8", "replace"):
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


def _body(text: str) -> str:
    """Return the page with its front matter blanked, so that line numbers still hold."""
    front = FRONT_MATTER.match(text)
    return "\n" * front[0].count("\n") + text[front.end() :] if front else text


def _language(text: str) -> Language:
    return "nn" if re.search(r"^language: nn\s*$", text, re.MULTILINE) else "nb"
