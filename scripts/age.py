"""How old the content is: the moment of its last change, the same for everyone who builds the same content."""

import datetime
import os
import subprocess
from pathlib import Path

from macros.content.words import word


def of_content(root: Path) -> datetime.datetime:
    """Return SOURCE_DATE_EPOCH if it is set, else the last commit if nothing has changed since, else today."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    if _git(root, "status", "--porcelain") == "" and (committed := _git(root, "log", "-1", "--format=%ct")):
        return datetime.datetime.fromtimestamp(int(committed), datetime.UTC)
    now = datetime.datetime.now(datetime.UTC)
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def written(moment: datetime.datetime) -> str:
    """Return a date as it is written in running text; months are the same in both written standards."""
    return f"{moment.day}. {word(f'month.{moment.month}', 'nb')} {moment.year}"


def _git(root: Path, *words: str) -> str | None:
    try:
        result = subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return result.stdout.strip() if result.returncode == 0 else None
