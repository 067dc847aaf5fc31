"""Time how soon the tools answer what a reader does, on this computer as it is and slowed down, in one run.

An answer is the time from a press to the next picture, as the browser counts it (Event Timing, which «Interaction to
Next Paint» is made of), in steps of eight milliseconds. Work that comes later, after a pause or when a worker has
answered, is seen as the longest time the page stood still. A press on a page of nothing is timed beside.
"""

import argparse
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("test")

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from scripts import browser
from scripts.bench_stock import served
from scripts.environment import ROOT
from scripts.reader_acts import ACTS, Act, click

SLOWER = (1, 4)
ROUNDS, SETTLE = 5, 600
# The browser tells of no shorter answers.
LEAST = 16.0
PHONE = ViewportSize(width=412, height=823)
WATCH = """window.answers = []; window.stops = [];
new PerformanceObserver(seen => answers.push(...seen.getEntries().filter(each => each.interactionId).map(
  each => each.duration))).observe({type: "event", durationThreshold: 16});
new PerformanceObserver(seen => stops.push(...seen.getEntries().map(each => each.duration))).observe(
  {type: "longtask"});
"""
TAKE = "() => { const seen = [answers, stops]; answers = []; stops = []; return seen; }"
EMPTY = "document.body.replaceChildren(Object.assign(document.createElement('button'), {textContent: 'Trykk'}))"
REFERENCE = Act("Trykk på en side med bare en knapp", "404.html", lambda page: page.evaluate(EMPTY), click("button"))


@dataclass(frozen=True)
class Answers:
    """What the presses of an act cost, in milliseconds: each answer, and the longest time the page stood still."""

    times: Sequence[float]
    stop: float

    def line(self) -> str:
        """Return the median, the worst and the longest stop as columns."""
        return f"{statistics.median(self.times):6.0f} {max(self.times):6.0f} {self.stop:6.0f}"


def throttle(page: Page, rate: int) -> None:
    """Make the processor that many times slower for a page."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})


def time_act(context: BrowserContext, address: str, act: Act, rate: int) -> Answers:
    """Do an act some times over, and return what it cost."""
    page = context.new_page()
    page.goto(address + act.page)
    act.ready(page)
    throttle(page, rate)
    page.wait_for_timeout(SETTLE)
    page.evaluate(TAKE)
    times: list[float] = []
    stops = [0.0]
    for number in range(ROUNDS):
        act.do(page, number)
        page.wait_for_timeout(SETTLE)
        answers, stood = page.evaluate(TAKE)
        times += answers or [LEAST]
        stops += stood
    page.close()
    return Answers(times, max(stops))


def compare(chromium: Browser, address: str, acts: Sequence[Act]) -> None:
    """Print what each act costs, at each speed."""
    print(f"{'':38}" + "".join(f"  {rate} × midt, verst, stans" for rate in SLOWER))
    for act in acts:
        lines = []
        for rate in SLOWER:
            context = chromium.new_context(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
            context.add_init_script(WATCH)
            lines.append(time_act(context, address, act, rate).line())
            context.close()
        print(f"{act.name:38}" + "".join(f"   {line}" for line in lines), flush=True)


def main() -> int:
    """Time all the acts, or those whose name has a word in it; return 1 if there is no built site."""
    parser = argparse.ArgumentParser(description="Ta tiden på hvor raskt verktøyene svarer.")
    parser.add_argument("word", nargs="?", default="", help="bare det som har dette i navnet")
    word = parser.parse_args().word.lower()
    if not (ROOT / "site").is_dir():
        print("Fant ikke site/. Bygg først med: python3 scripts/build.py", file=sys.stderr)
        return 1
    with sync_playwright() as playwright, served(ROOT / "site") as address:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=browser.flags())
        compare(chromium, address, [act for act in (REFERENCE, *ACTS) if word in act.name.lower()])
        chromium.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
