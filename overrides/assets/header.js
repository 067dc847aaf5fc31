// The header by keyboard: Esc closes the menu and the search, and focus goes back to the button that opened them.
(function () {
  "use strict";

  /** Close the fold of the menu on Esc and on a click outside it. @param {HTMLDetailsElement} fold */
  function startMenu(fold) {
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !fold.open) return;
      fold.open = false;
      var button = fold.querySelector("summary");
      if (button) button.focus();
    });
    document.addEventListener("click", function (event) {
      if (event.target instanceof Node && !fold.contains(event.target)) fold.open = false;
    });
  }

  /**
   * Let a real button work the theme's hidden checkbox that opens the search.
   * @param {HTMLButtonElement} button
   * @param {HTMLInputElement} toggle
   */
  function startSearch(button, toggle) {
    button.addEventListener("click", function () {
      toggle.click();
    });
    toggle.addEventListener("change", function () {
      button.setAttribute("aria-expanded", String(toggle.checked));
      var field = document.querySelector("[data-md-component=search-query]");
      // The field can take focus only once the styles of the open search apply.
      if (toggle.checked && field instanceof HTMLElement) setTimeout(field.focus.bind(field), 0);
      if (!toggle.checked && button.offsetParent) button.focus();
    });
  }

  /** Let the link below the hits take what is being asked with it. @param {HTMLAnchorElement} link */
  function startMore(link) {
    link.addEventListener("click", function () {
      var field = document.querySelector("[data-md-component=search-query]");
      if (field instanceof HTMLInputElement && field.value.trim()) {
        link.hash = String(new URLSearchParams({ q: field.value.trim() }));
      }
      var open = document.querySelector("#__search:checked");
      if (open instanceof HTMLInputElement) setTimeout(open.click.bind(open), 0);
    });
  }

  // The theme lets single letters open the search and turn pages, which speech users set off by accident (WCAG 2.1.4).
  var LETTERS = ["f", "s", "/", "p", ",", "n", "."];
  window.addEventListener(
    "keydown",
    function (event) {
      var typing = event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]");
      if (LETTERS.includes(event.key) && !typing) event.stopImmediatePropagation();
    },
    true,
  );

  // The theme opens its drawer and search with bare labels that only a pointer can use; nobody else needs to hear of them.
  document.querySelectorAll("label[for^='__']").forEach(function (label) {
    label.setAttribute("aria-hidden", "true");
  });

  var more = document.querySelector("[data-tip-more]");
  if (more instanceof HTMLAnchorElement) startMore(more);
  var fold = document.querySelector("[data-tip-menu]");
  var button = document.querySelector("[data-tip-search]");
  var toggle = document.getElementById("__search");
  if (fold instanceof HTMLDetailsElement) startMenu(fold);
  if (button instanceof HTMLButtonElement && toggle instanceof HTMLInputElement) startSearch(button, toggle);
})();
