"""Run a command and say what it cost: time on the clock, time on the processor, peak memory and size of the result."""

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MEGA = 1_000_000


class MeasureError(Exception):
    """The command failed; the message is the end of what it said."""


@dataclass(frozen=True)
class Cost:
    """What a run cost: `clock` and `processor` in seconds, `memory` and `output` in megabytes (10⁶ bytes).

    `processor` is user and system time together, of the command and all it started and waited for. `memory` is the peak
    of the process that used most.
    """

    clock: float
    processor: float
    memory: float
    output: float = 0.0


def run(command: Sequence[str], folder: Path, env: Mapping[str, str]) -> Cost:
    """Run a command in a folder and return its cost, without the output; raise MeasureError if it fails.

    Linux only: wait4 counts memory in other units elsewhere.
    """
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, env=dict(env), stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(child.pid, 0)
        clock = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise MeasureError(said.read().decode(errors="replace")[-1500:])
    # Linux counts kilobytes of 1024 bytes.
    return Cost(clock, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / MEGA)


def size(folder: Path) -> float:
    """Return how many megabytes the files in a folder are."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / MEGA


def least(costs: Sequence[Cost]) -> Cost:
    """Return the run that used least of the processor: what other work on the machine disturbed least."""
    return min(costs, key=lambda cost: cost.processor)
