// uses: days
/**
 * Marks what should have been reviewed by the reader's own day, counts it, and opens the tables when a choice is made.
 *
 * The page is whole without this script: every row says its days. The day it is built on must not show in it.
 */
(function () {
  "use strict";

  /** @param {HTMLElement} cockpit */
  function start(cockpit) {
    var form = /** @type {HTMLFormElement} */ (cockpit.querySelector("form"));
    var today = window.tip.days.today();
    var late = /** @type {HTMLElement[]} */ (Array.from(cockpit.querySelectorAll("tr[data-due]"))).filter(function (row) {
      return /** @type {string} */ (row.getAttribute("data-due")) < today;
    });

    late.forEach(function (row) {
      row.setAttribute("data-need", ["late", row.getAttribute("data-need")].filter(Boolean).join("|"));
      /** @type {HTMLElement} */ (row.querySelector("[data-part=late]")).hidden = false;
    });

    /** @param {Element} part @param {{[name: string]: number}} values */
    function say(part, values) {
      return (part.getAttribute("data-said") || "").replace(/\{(\w+)\}/g, function (_, name) { return String(values[name]); });
    }

    function count() {
      var line = /** @type {HTMLElement} */ (cockpit.querySelector("li[data-part=late]"));
      /** @type {HTMLElement} */ (line.querySelector("a")).textContent = say(line, { count: late.length });
      line.hidden = late.length === 0;
      cockpit.querySelectorAll("[data-group]").forEach(function (group) {
        var needing = group.querySelectorAll("tr[data-need]:not([data-need=''])").length;
        var total = group.querySelectorAll("tr[data-need]").length;
        var part = /** @type {HTMLElement} */ (group.querySelector("[data-part=of]"));
        part.textContent = say(part, { needing: needing, count: total });
      });
    }

    /** @param {boolean} open */
    function fold(open) {
      cockpit.querySelectorAll("[data-group] details").forEach(function (table) {
        /** @type {HTMLDetailsElement} */ (table).open = open;
      });
    }

    /** Opens the tables when something is chosen; the form reads the address after this script has. */
    function unfold() {
      setTimeout(function () {
        if (form.querySelector("input:checked")) fold(true);
      }, 0);
    }

    form.addEventListener("change", unfold);
    form.addEventListener("reset", function () { fold(false); });
    window.addEventListener("hashchange", unfold);
    window.addEventListener("load", unfold);
    count();
  }

  document.querySelectorAll("[data-component=cockpit]").forEach(function (cockpit) {
    start(/** @type {HTMLElement} */ (cockpit));
  });
})();
