/**
 * Shows a guide one question at a time.
 *
 * The page is whole without this script: every question stands there, and every answer is a link to the next. The step
 * shown is the one in the fragment, so that the browser's own way back works and a conclusion can be shared.
 */
(function () {
  "use strict";

  /** @param {HTMLElement} guide */
  function start(guide) {
    var steps = /** @type {HTMLElement[]} */ (Array.from(guide.querySelectorAll("[data-step]")));
    var bar = /** @type {HTMLElement} */ (guide.querySelector("[data-part=bar]"));
    var status = /** @type {HTMLElement} */ (guide.querySelector("[data-part=status]"));
    var back = /** @type {HTMLButtonElement} */ (guide.querySelector("[data-do=back]"));
    var whole = false;

    function current() {
      var id = decodeURIComponent(location.hash.slice(1));
      return steps.find(function (step) { return step.id === id; }) || steps[0];
    }

    /** @param {boolean} moved whether the reader has just gone there */
    function show(moved) {
      var now = current();
      guide.dataset.mode = whole ? "whole" : "step";
      steps.forEach(function (step) { step.hidden = !whole && step !== now; });
      back.disabled = whole || now === steps[0];
      if (!moved) return;
      now.focus();
      var heading = now.querySelector(".tip-guide__title");
      status.textContent = heading ? heading.textContent : "";
    }

    bar.addEventListener("click", function (event) {
      var button = /** @type {HTMLElement} */ (event.target).closest("button");
      if (!button) return;
      var action = button.getAttribute("data-do");
      if (action === "back") history.back();
      if (action === "restart") { whole = false; location.hash = steps[0].id; show(true); }
      if (action === "all") { whole = !whole; button.setAttribute("aria-pressed", String(whole)); show(false); }
    });
    window.addEventListener("hashchange", function () { show(true); });
    bar.hidden = false;
    show(false);
  }

  document.querySelectorAll("[data-component=guide]").forEach(function (guide) {
    start(/** @type {HTMLElement} */ (guide));
  });
})();
