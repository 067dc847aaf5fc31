// uses: to-plan ics download
/**
 * Turns the wheel of the year to the month the reader starts in, and puts the steps in a calendar or in the plan.
 */
(function () {
  "use strict";

  var store = window.tip.store, days = window.tip.days, panel = window.tip.panel;
  var YEARS = 4, JULY = 7;

  /** @param {HTMLElement} root */
  function start(root) {
    if (!panel) return;
    var say = window.tip.words.of(root), wheel = /** @type {string} */ (root.dataset.id);
    var steps = /** @type {HTMLElement[]} */ (Array.from(root.querySelectorAll("[data-step]")));

    /** @param {ParentNode} place @param {string} name @returns {any} */
    function part(place, name) { return place.querySelector("[data-part=" + name + "]"); }

    /** The month the wheel starts in; the next January until the reader has chosen. @returns {{year: number, month: number}} */
    function from() {
      var chosen = store.one().year_start.split("-").map(Number);
      return chosen.length === 2 ? { year: chosen[0], month: chosen[1] } : { year: Number(days.today().slice(0, 4)) + 1, month: 1 };
    }

    /** @param {number} offset months from the first */
    function monthAt(offset) {
      var first = from(), count = first.month - 1 + offset;
      return { year: first.year + Math.floor(count / 12), month: count % 12 + 1 };
    }

    /** @param {number} month @returns {HTMLOptionElement} */
    function option(month) { return part(root, "month").options[month - 1]; }

    function showYears() {
      var now = Number(days.today().slice(0, 4)), chosen = from().year, years = new Set([chosen]);
      for (var number = 0; number < YEARS; number += 1) years.add(now + number);
      part(root, "year").replaceChildren.apply(part(root, "year"), Array.from(years).sort().map(function (year) {
        return new Option(String(year), String(year), false, year === chosen);
      }));
    }

    function show() {
      part(root, "month").value = String(from().month);
      showYears();
      root.querySelectorAll("svg [data-offset]").forEach(function (label) {
        label.textContent = option(monthAt(Number(label.getAttribute("data-offset"))).month).dataset.short || "";
      });
      steps.forEach(function (step) {
        var at = monthAt(Number(step.dataset.offset));
        part(step, "when").textContent = option(at.month).text + " " + at.year;
        part(step, "july").hidden = at.month !== JULY;
        part(step, "in-plan").hidden = !window.tip.toPlan.has(row(step), sameYear);
      });
    }

    /** @param {HTMLElement} step */
    function source(step) { return "year-wheels/" + wheel + "/" + step.dataset.step; }

    /** @param {HTMLElement} step */
    function day(step) {
      var at = monthAt(Number(step.dataset.offset));
      return days.secondTuesday(at.year, at.month);
    }

    /** @param {HTMLElement} step @returns {string} */
    function title(step) { return /** @type {HTMLElement} */ (step.querySelector("h2")).textContent || ""; }

    /** A step of next year is another than that of this year. @param {any} row @param {any} other */
    function sameYear(row, other) { return row.source === other.source && row.due.slice(0, 4) === other.due.slice(0, 4); }

    /** @param {HTMLElement} step */
    function row(step) {
      return { what: title(step), why: part(step, "text").textContent, due: day(step), level: step.dataset.level, source: source(step) };
    }

    function saveCalendar() {
      var now = new Date().toISOString();
      var events = steps.map(function (step) {
        return { uid: wheel + "-" + step.dataset.step + "-" + day(step).slice(0, 7) + "@tillit-i-praksis", day: day(step), title: title(step), text: part(step, "text").textContent, changed: now };
      });
      window.tip.download.save(say("year.file"), "ics", new Blob([window.tip.ics.write(events)], { type: "text/calendar;charset=utf-8" }));
      panel.say(say("year.saved", { count: events.length }));
    }

    function choose() {
      store.set({ year_start: part(root, "year").value + "-" + part(root, "month").value.padStart(2, "0") });
    }

    root.addEventListener("click", function (event) {
      var button = /** @type {HTMLElement} */ (event.target).closest("button[data-do]");
      var action = button && button.getAttribute("data-do");
      if (action === "ics") saveCalendar();
      if (action === "print") window.print();
      if (action === "all") window.tip.toPlan.add(root, steps.map(row), sameYear);
      if (button && action === "plan") window.tip.toPlan.add(root, [row(/** @type {HTMLElement} */ (button.closest("[data-step]")))], sameYear);
    });
    part(root, "month").addEventListener("change", choose);
    part(root, "year").addEventListener("change", choose);
    store.listen(show);
    part(root, "tools").hidden = false;
    steps.forEach(function (step) { part(step, "own").hidden = false; });
    show();
  }

  document.querySelectorAll("[data-component=year-wheel]").forEach(function (root) { start(/** @type {HTMLElement} */ (root)); });
})();
