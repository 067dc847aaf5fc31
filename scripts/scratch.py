"""Make a tree like this project with as many stories as asked for, put together from paragraphs of the real ones."""

import random
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.content import yaml_writer

# What the site is built from, and what builds it.
SOURCES = (
    "mkdocs.yml",
    "zensical.yml",
    "docs",
    "macros",
    "overrides",
    "scripts",
    "requirements.txt",
    "requirements-zensical.txt",
    "requirements-pdf.txt",
    "third-party.yaml",
)
STORIES = Path("docs/data/stories")
PAGES = Path("docs/historier")
SEED = 20261126
MACRO = '{{{{ story("{id}") }}}}\n'
# Fields whose texts are drawn anew for each story; the others are kept from the real one it is made after.
LISTS = ("actions", "difficulties", "lessons", "watch", "results")
LEFT_OUT = ("image", "replaces", "views", "timeline")
LONGEST_TITLE = 90

Story = dict[str, Any]
Pools = dict[tuple[str, str], list[Any]]


def make(root: Path, to: Path, stories: int) -> Path:
    """Copy the project at `root` into `to`, with stories added until there are `stories`; return `to`.

    The same number always gives the same tree. Raises ValueError when the project has more stories than that already.
    """
    copy(root, to)
    real = real_stories(to)
    if stories < len(real):
        raise ValueError(f"prosjektet har {len(real)} historier fra før, og kan ikke få {stories}")
    for id, story in made(real, stories - len(real)):
        write(to, id, story)
    return to


def copy(root: Path, to: Path) -> None:
    """Copy what a build needs into an empty folder."""
    to.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
        else:
            shutil.copy(source, to / name)


def real_stories(root: Path) -> list[Story]:
    """Return the stories of a tree in order of id."""
    files = sorted((root / STORIES).glob("*.yaml"))
    return [yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) for file in files]


def made(real: list[Story], count: int) -> Iterator[tuple[str, Story]]:
    """Yield ids and stories put together from real ones, no more alike than those of one language are."""
    chance = random.Random(SEED)
    pools, items = pools_of(real), sorted({link["item"] for story in real for link in story.get("illustrates", [])})
    for number in range(1, count + 1):
        yield f"prove{number}", recombined(chance.choice(real), number, pools, items, chance)


def pools_of(real: Iterable[Story]) -> Pools:
    """Return every text of every field, by language and field."""
    pools: Pools = defaultdict(list)
    for story in real:
        for name in ("challenge", "organisation", *LISTS):
            value = story.get(name, [])
            pools[story["language"], name] += value if isinstance(value, list) else [value]
    return pools


def recombined(base: Story, number: int, pools: Pools, items: list[str], chance: random.Random) -> Story:
    """Return a story as long as `base` with its facts, and with texts from any story in the same language."""
    story = {name: value for name, value in base.items() if name not in LEFT_OUT}
    language = base["language"]
    end = f" ({number})"
    story["title"] = base["title"][: LONGEST_TITLE - len(end)].rstrip() + end
    for name in ("challenge", "organisation"):
        story[name] = chance.choice(pools[language, name])
    for name in LISTS:
        story[name] = chance.sample(pools[language, name], len(base.get(name, [])))
    story["illustrates"] = illustrations(base, items, chance)
    cited = [source for result in story["results"] for source in result.get("sources", [])]
    story["sources"] = list(dict.fromkeys([*base["sources"], *cited]))
    return story


def illustrations(base: Story, items: list[str], chance: random.Random) -> list[dict[str, str]]:
    """Return as many pieces of advice as `base` illustrates, others than those, with the relations it has to them."""
    links = base.get("illustrates", [])
    drawn = chance.sample(items, len(links))
    return [{**link, "item": item} for link, item in zip(links, drawn, strict=True)]


def write(root: Path, id: str, story: Story) -> None:
    """Write a story and its page into a tree."""
    text = "\n".join(line for name, value in story.items() for line in yaml_writer.lines(name, value))
    (root / STORIES / f"{id}.yaml").write_text(f"{text}\n", encoding="utf-8")
    (root / PAGES / f"{id}.md").write_text(MACRO.format(id=id), encoding="utf-8")
