// uses: days
/**
 * Marks what should have been reviewed by the reader's own day, counts it, and opens the tables a choice leaves rows in.
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

    function count() {
      var line = /** @type {HTMLElement} */ (cockpit.querySelector("li[data-part=late]"));
      var link = /** @type {HTMLElement} */ (line.querySelector("a"));
      link.textContent = (line.getAttribute("data-said") || "").replace("{count}", String(late.length));
      line.hidden = late.length === 0;
    }

    function unfold() {
      var chosen = form.querySelector("input:checked") !== null;
      cockpit.querySelectorAll("[data-group] details").forEach(function (table) {
        /** @type {HTMLDetailsElement} */ (table).open = chosen;
      });
    }

    form.addEventListener("change", unfold);
    form.addEventListener("reset", function () { setTimeout(unfold, 0); });
    window.addEventListener("hashchange", unfold);
    count();
    unfold();
    // The counts of the form were made before the rows were marked.
    if (late.length) form.dispatchEvent(new Event("change"));
  }

  document.querySelectorAll("[data-component=cockpit]").forEach(function (cockpit) {
    start(/** @type {HTMLElement} */ (cockpit));
  });
})();
