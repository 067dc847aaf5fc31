"""What a page is about, as data in the vocabulary of schema.org (JSON-LD)."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from markupsafe import Markup

from macros.components import checklist, course, run_sheet, story, term
from macros.components.checklist import Checklist
from macros.components.course import Course
from macros.components.run_sheet import RunSheet
from macros.components.term import Term
from macros.content import html
from macros.content.base import Entry, Language, Text, Theme
from macros.content.library import Library
from macros.content.owner import owner
from macros.machine.pages import PageFacts
from macros.machine.site import LICENCE_ADDRESS, Site

Node = dict[str, Any]

VOCABULARY = "https://schema.org"
# Forms of a course that someone takes part in; the others are read or used.
TAUGHT = ("nettkurs", "samling", "studium")
# Sections of running text, beside the stories.
ARTICLES = (*get_args(Theme), "reformen")


def as_text(graph: Node) -> str:
    """Return data as JSON that can stand in a script element: nothing in it can end the element or begin another."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def of_page(site: Site, library: Library, page: PageFacts) -> Node:
    """Return what a page says of itself: what it is, the way to it, and what it holds."""
    parts = [_page(site, page), _crumbs(site, page), *_about(site, library, page)]
    return {"@context": VOCABULARY, "@graph": parts}


def _page(site: Site, page: PageFacts) -> Node:
    url = site.absolute(page.address)
    node: Node = {
        "@type": "Article" if is_article(page) else "WebPage",
        "@id": url,
        "url": url,
        "name": page.title,
        "headline": page.title,
        "description": page.description,
        "inLanguage": page.language,
        "isPartOf": {"@type": "WebSite", "@id": f"{site.url}#site", "name": site.name, "url": site.url},
        "publisher": {"@type": "Organization", "name": site.publisher},
        "author": {"@type": "Organization", "name": site.publisher},
        "license": LICENCE_ADDRESS,
        "image": site.absolute(page.image),
    }
    return node | ({"dateModified": page.changed.isoformat()} if page.changed else {})


def is_article(page: PageFacts) -> bool:
    """Tell whether a page is running text to be read from end to end: a story, or a page of a theme."""
    first = page.source.removeprefix("nn/").partition("/")[0]
    return first in ARTICLES or (first == story.KIND.section and not page.source.endswith("/index.md"))


def _crumbs(site: Site, page: PageFacts) -> Node:
    section = site.section(page.source, page.language)
    way = [("", site.name), *([section] if section else []), *([(page.address, page.title)] if page.address else [])]
    steps = [
        {"@type": "ListItem", "position": number, "name": name, "item": site.absolute(address)}
        for number, (address, name) in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _about(site: Site, library: Library, page: PageFacts) -> Sequence[Node]:
    """Return what a page holds, for the kinds that the vocabulary has a word for."""
    if page.source == course.KIND.page(""):
        return [_courses(site, library, page)]
    if page.source == term.KIND.page(""):
        return [_terms(site, library, page)]
    own = owner(library, page.source)
    make = HOW_TO.get(own.kind.folder) if own else None
    return [make(site.absolute(page.address), own.entry, page.language)] if own and make else []


def plain(text: Text | str, language: Language) -> str:
    """Return a text of the content without its Markdown, as one line."""
    written = text.written(language) if isinstance(text, Text) else text
    return Markup(html.WRITER.reset().convert(written)).striptags()


def _how_to(url: str, entry: Entry, language: Language, steps: Sequence[tuple[str, str, str]]) -> Node:
    return {
        "@type": "HowTo",
        "@id": f"{url}#howto",
        "name": entry.name(language),
        "description": plain(entry.summary(language), language),
        "inLanguage": language,
        "step": [
            {"@type": "HowToStep", "position": number, "name": name, "text": text, "url": f"{url}#{id}"}
            for number, (id, name, text) in enumerate(steps, 1)
        ],
    }


def _checklist(url: str, entry: Entry, language: Language) -> Node:
    assert isinstance(entry, Checklist)
    steps = [(item.id, plain(item.text, language), plain(item.how, language)) for item in entry.items]
    return _how_to(url, entry, language, steps)


def _run_sheet(url: str, entry: Entry, language: Language) -> Node:
    assert isinstance(entry, RunSheet)
    steps = [(block.id, plain(block.title, language), plain(block.how, language)) for block in entry.blocks]
    minutes = sum(slot.minutes for slot in run_sheet.schedule(entry))
    tools = [{"@type": "HowToTool", "name": plain(thing, language)} for thing in entry.equipment]
    return _how_to(url, entry, language, steps) | {"totalTime": f"PT{minutes}M", "tool": tools}


Make = Callable[[str, Entry, Language], Node]
HOW_TO: Mapping[str, Make] = {checklist.KIND.folder: _checklist, run_sheet.KIND.folder: _run_sheet}


def _courses(site: Site, library: Library, page: PageFacts) -> Node:
    every = library.all(course.KIND.folder, Course)
    items = [
        {"@type": "ListItem", "position": number, "item": _course(f"{site.absolute(page.address)}#{id}", one)}
        for number, (id, one) in enumerate(every.items(), 1)
    ]
    return {"@type": "ItemList", "name": page.title, "numberOfItems": len(items), "itemListElement": items}


def _course(id: str, entry: Course) -> Node:
    """Return a course; what nobody takes part in is a resource to learn from."""
    node: Node = {
        "@type": "Course" if entry.form in TAUGHT else "LearningResource",
        "@id": id,
        "name": entry.title,
        "description": plain(entry.description, entry.language),
        "provider": {"@type": "Organization", "name": entry.provider},
        "url": entry.address or id,
    }
    free: Mapping[str, bool] = {"gratis": True, "betalt": False}
    return node | ({"isAccessibleForFree": free[entry.cost]} if entry.cost in free else {})


def _terms(site: Site, library: Library, page: PageFacts) -> Node:
    url = site.absolute(page.address)
    every = library.all(term.KIND.folder, Term)
    return {
        "@type": "DefinedTermSet",
        "@id": f"{url}#ordliste",
        "name": page.title,
        "description": page.description,
        "inLanguage": page.language,
        "hasDefinedTerm": [_term(url, id, one, page.language) for id, one in every.items()],
    }


def _term(url: str, id: str, entry: Term, language: Language) -> Node:
    node: Node = {
        "@type": "DefinedTerm",
        "@id": f"{url}#{id}",
        "termCode": id,
        "name": entry.name(language),
        "description": plain(entry.definition, language),
        "inDefinedTermSet": f"{url}#ordliste",
        "url": f"{url}#{id}",
    }
    return node | ({"alternateName": list(entry.synonyms)} if entry.synonyms else {})
