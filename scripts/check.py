"""Check all content and list everything an editor must mend, all at once."""

import argparse
import datetime
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("build")

from macros import registry
from macros.cockpit import figures
from macros.content import advice, images, prose, standards, tree
from macros.content.library import Library
from macros.content.pages import PageChecker
from macros.content.problems import Problem
from macros.search import asked, synonyms
from scripts.roots import root_of

# How a problem is written: for people to read, or so that GitHub shows it beside its line in a pull request.
FORMS: dict[str, Callable[[Problem, Path], str]] = {"text": Problem.located, "github": Problem.annotation}
ADVICE_FORMS: dict[str, Callable[[Problem, Path], str]] = {
    "text": Problem.located,
    "github": partial(Problem.annotation, level="warning"),
}


def problems(root: Path) -> list[Problem]:
    """Return every problem in the content and pages of a tree, in order of file and line."""
    if unsafe := tree.unsafe(root / "docs"):
        return unsafe
    content = registry.library(root)
    checker = page_checker(root, content)
    mixed = [problem for passage in prose.passages(content) for problem in standards.problems(passage)]
    searched = [*asked.problems(root / "docs"), *synonyms.problems(root / "docs")]
    files = [*tree.problems(root / "docs"), *images.unfit(content), *images.unused(content)]
    return sorted([*files, *content.problems, *checker.check_all(), *mixed, *searched])


def page_checker(root: Path, content: Library) -> PageChecker:
    """Return what checks the pages of a tree against its content."""
    return PageChecker(root / "docs", content, registry.macros(), registry.inline_macros())


def near(root: Path, pages: Sequence[Path]) -> list[Problem]:
    """Return the problems of all entries and of some pages: what is needed to show those pages, and quick to find."""
    if unsafe := tree.unsafe(root / "docs"):
        return unsafe
    content = registry.library(root)
    checker = page_checker(root, content)
    told = (problem for page in pages for problem in checker.check(page))
    return sorted([*content.problems, *images.unfit(content), *told])


def report(found: Sequence[Problem], root: Path, form: str = "text") -> str:
    """Return the problems one a line, and a count; `form` is one of FORMS."""
    lines = [FORMS[form](problem, root) for problem in found]
    count = len(found)
    verdict = "Alt innhold er i orden." if not count else f"{count} feil må rettes."
    return "\n".join([*lines, verdict])


def advised(root: Path) -> list[Problem]:
    """Return what an editor should look at once more, in order of file and line; it stops nothing."""
    return [] if tree.unsafe(root / "docs") else sorted(set(advice.of_tree(registry.library(root))))


def advice_report(found: Sequence[Problem], root: Path, form: str = "text") -> str:
    """Return the advice one a line under a heading; an empty text when there is none."""
    lines = [ADVICE_FORMS[form](each, root) for each in found]
    return "\n".join([f"Råd, som ikke stopper noe ({len(found)}):", *lines, ""]) if found else ""


def main() -> int:
    """Check the tree, or list only what is wrong in the files named; return 1 if there is anything."""
    parser = argparse.ArgumentParser(description="Sjekk innholdet og vis alt som må rettes.")
    parser.add_argument("files", nargs="*", metavar="FIL", help="vis bare feil i disse filene")
    parser.add_argument("--root", default=".", metavar="MAPPE", help="sjekk et annet tre med samme oppsett")
    parser.add_argument("--format", default="text", choices=FORMS, help="github viser feilene ved linjene i et forslag")
    args = parser.parse_args()
    if not (root := root_of(args.root)):
        return 1
    named = {Path(file).resolve() for file in args.files}
    missing = [file for file in args.files if not Path(file).exists()]
    found = [problem for problem in problems(root) if not named or problem.file in named]
    found += [Problem(Path(file), 1, "fil", "filen finnes ikke", "rett filnavnet") for file in missing]
    advice_found = [each for each in advised(root) if not named or each.file in named]
    if told := advice_report(advice_found, root, args.format):
        print(told)
    print(report(found, root, args.format))
    if late := figures.overdue(registry.library(root), datetime.date.today()):
        print(f"{late} skulle vært gjennomgått. Se dem med: python3 scripts/status.py --need late", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
