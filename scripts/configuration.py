"""Read from `mkdocs.yml` what the site is called and where it lies, without the generator."""

import os
from pathlib import Path
from typing import Any

import yaml

from macros.machine.site import Site

NAME = "mkdocs.yml"


class _Reader(yaml.SafeLoader):
    """Reads the tags the generator knows: the environment is looked up, and what names Python code is passed over."""


def _from_environment(reader: _Reader, node: yaml.Node) -> Any:
    """Return the first variable that is set, or the last thing in the list, as the generator does."""
    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(reader.construct_scalar(node)))  # type: ignore[arg-type] # MkDocs reads only single values here
    *names, default = reader.construct_sequence(node)
    set_ = (os.environ[name] for name in names if name in os.environ)
    return next(set_, default)


_Reader.add_constructor("!ENV", _from_environment)
_Reader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def site(root: Path) -> Site:
    """Return the site a tree builds; without `site_url` its address is empty, and whole addresses cannot be made."""
    data = _read(root)
    return of(data, data["extra"])


def security_contact(root: Path) -> str:
    """Return where a weakness in the site a tree builds is told of; empty when the publisher has said nothing."""
    return _read(root)["extra"].get("security_contact") or ""


def _read(root: Path) -> Any:
    return yaml.load((root / NAME).read_text(encoding="utf-8"), Loader=_Reader)


def of(data: Any, extra: Any) -> Site:
    """Return the site that a configuration describes; `extra` is the part of it that is ours."""
    url = data["site_url"] or ""
    return Site(
        url=url if not url or url.endswith("/") else f"{url}/",
        name=data["site_name"],
        description=data["site_description"] or "",
        publisher=extra.get("publisher") or "",
        sections=extra.get("sections") or {},
    )
