"""List what is shipped and what built it, as CycloneDX 1.6 (SBOM): the same bytes from the same content."""

import datetime
import hashlib
import re
import uuid
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote

import yaml
from pydantic import Field, TypeAdapter

from macros.content.base import Content
from macros.machine.site import LICENCE
from scripts.engines import ENGINES
from scripts.environment import LOCKS

SHIPPED = "sbom-innhold.cdx.json"
BUILT_WITH = "sbom-bygg.cdx.json"
NAME = "tillit-i-praksis"
CODE_LICENCE = "MIT"
FROM_LOCK = "lock"
PINNED = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
# What packages write in the free field for a licence, when it is a short name from SPDX.
SHORT_NAMES = ("MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0")

Node = dict[str, Any]


class Thing(Content):
    """Noe andre har laget, og som følger med."""

    name: str = Field(title="Navn", description="Navnet hos den som gir det ut.")
    kind: Literal["library", "data"] = Field(title="Slag", description="Om det er kode eller data.")
    version: str = Field("", title="Versjon", description="Versjonen, eller lock når den står i requirements.txt.")
    licence: str = Field("", title="Lisens", description="Kortnavnet fra SPDX.")
    purl: str = Field("", title="Pakke", description="Pakken det er hentet fra, uten versjon.")
    files: list[str] = Field([], title="Filer", description="Hvor det ligger i det ferdige nettstedet.")
    engine: str = Field("", title="Motor", description="Motoren som sender det med, når det bare er den ene.")
    parts: list["Thing"] = Field([], title="Deler", description="Det som er inni.")
    with_pdf: bool = Field(False, title="Bare i PDF", description="Om det bare følger med når det er laget PDF.")


class Package(Content):
    """En pakke i lista over det som bygger nettstedet."""

    name: str = Field(title="Navn", description="Navnet i pakkeregisteret.")
    version: str = Field(title="Versjon", description="Versjonen som er låst.")
    hashes: list[Annotated[str, Field(pattern="^[0-9a-f]{64}$")]] = Field(
        title="Kontrollsummer", description="SHA-256 av hver fil låsen godtar."
    )


def things(root: Path) -> list[Thing]:
    """Return what others have made of what is shipped, from `third-party.yaml`."""
    text = (root / "third-party.yaml").read_text(encoding="utf-8")
    return TypeAdapter(list[Thing]).validate_python(yaml.safe_load(text))


def packages(root: Path, engine: str, *, with_pdf: bool = False) -> list[Package]:
    """Return the packages that the locks of a build with an engine list, and those that make PDF if it did."""
    locks = [LOCKS[ENGINES[engine].purpose], *([LOCKS["pdf"]] if with_pdf else [])]
    found = {package.name: package for lock in locks for package in _locked(root / lock)}
    return [found[name] for name in sorted(found)]


def _locked(lock: Path) -> list[Package]:
    blocks = re.split(r"\n(?=[\w.-]+==)", lock.read_text(encoding="utf-8"))
    found = [(PINNED.match(block), HASH.findall(block)) for block in blocks]
    return [Package(name=pin[1], version=pin[2], hashes=sorted(hashes)) for pin, hashes in found if pin]


def shipped(root: Path, folder: Path, archive: Path, moment: datetime.datetime, engine: str) -> Node:
    """Return the list of what others have made in the zip `archive`, which was made of `folder`."""
    versions = {package.name: package.version for package in packages(root, engine)}
    has_pdf = any(folder.rglob("*.pdf"))
    own = [thing for thing in things(root) if thing.engine in ("", engine) and (has_pdf or not thing.with_pdf)]
    parts = [_thing(thing, folder, versions) for thing in own]
    about = _about(moment) | {"hashes": [_digest(archive.read_bytes())]}
    return _document(about, moment, parts)


def built_with(root: Path, moment: datetime.datetime, engine: str, *, with_pdf: bool = False) -> Node:
    """Return the list of the packages that build the site, with the hash of every file that the lock accepts."""
    parts = [_package(package) for package in packages(root, engine, with_pdf=with_pdf)]
    return _document(_about(moment), moment, parts)


def _document(about: Node, moment: datetime.datetime, parts: Sequence[Node]) -> Node:
    refs = sorted(part["bom-ref"] for part in parts)
    whole: Node = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": f"{moment:%Y-%m-%dT%H:%M:%SZ}", "component": about},
        "components": list(parts),
        "dependencies": [{"ref": about["bom-ref"], "dependsOn": refs}, *({"ref": ref} for ref in refs)],
    }
    # The number must differ when anything in the list does, and only then.
    number = uuid.uuid5(uuid.NAMESPACE_URL, repr(whole))
    return {"$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "serialNumber": f"urn:uuid:{number}"} | whole


def _about(moment: datetime.datetime) -> Node:
    return {
        "type": "application",
        "bom-ref": NAME,
        "name": NAME,
        "version": f"{moment:%Y-%m-%d}",
        "licenses": [{"license": {"id": CODE_LICENCE}}, {"license": {"id": LICENCE}}],
    }


def _thing(thing: Thing, folder: Path, versions: dict[str, str], inside: str = "") -> Node:
    version = versions[thing.name] if thing.version == FROM_LOCK else thing.version
    node: Node = {"type": thing.kind, "bom-ref": f"{inside}{thing.name}", "name": thing.name}
    node |= {"version": version} if version else {}
    node |= {"licenses": [{"license": {"id": thing.licence}}]} if thing.licence else {}
    node |= {"purl": f"{thing.purl}@{quote(version)}" if version else thing.purl} if thing.purl else {}
    inner = [_thing(part, folder, versions, f"{thing.name}/") for part in thing.parts]
    return node | {"components": [*inner, *_files(thing, folder)]}


def _files(thing: Thing, folder: Path) -> Iterator[Node]:
    """Yield the files that a thing lies in; raise FileNotFoundError for a place that has none."""
    for pattern in thing.files:
        found = sorted(folder.glob(pattern))
        if not found:
            raise FileNotFoundError(f"third-party.yaml: {thing.name} – ingen fil passer med {pattern}")
        for file in found:
            name = file.relative_to(folder).as_posix()
            yield {"type": "file", "bom-ref": name, "name": name, "hashes": [_digest(file.read_bytes())]}


def _package(package: Package) -> Node:
    purl = f"pkg:pypi/{package.name}@{quote(package.version)}"
    node: Node = {"type": "library", "bom-ref": purl, "name": package.name, "version": package.version}
    node |= {"licenses": found} if (found := licences(package.name)) else {}
    hashes = [{"alg": "SHA-256", "content": content} for content in package.hashes]
    return node | {"purl": purl, "hashes": hashes}


def licences(name: str) -> list[Node]:
    """Return the licence that an installed package states, in the form of the list; nothing where it states none."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return []
    if "License-Expression" in about:
        return [{"expression": about["License-Expression"]}]
    if "License" in about and about["License"] in SHORT_NAMES:
        return [{"license": {"id": about["License"]}}]
    classes = [line for line in about.get_all("Classifier") or [] if line.startswith("License :: ")]
    return [{"license": {"name": line.rpartition(" :: ")[2]}} for line in classes]


def _digest(content: bytes) -> Node:
    return {"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}
