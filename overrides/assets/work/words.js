/**
 * The words a tool says, which stand in its page: no script holds a language.
 */
(function () {
  "use strict";

  /**
   * Returns what says the texts of a page's list, with names and times filled in; what is filled in is never read as HTML.
   * @param {Element} root with a list `data-part=texts` @returns {(key: string, values?: Record<string, string | number>) => string}
   */
  function of(root) {
    return function (key, values) {
      var found = Array.from(root.querySelectorAll("[data-part=texts] > [data-key]")).find(function (each) {
        return each.getAttribute("data-key") === key;
      });
      var given = /** @type {Record<string, string | number>} */ (values || {});
      return (found && found.textContent || "").replace(/\{(\w+)\}/g, function (whole, name) {
        return Object.hasOwn(given, name) ? String(given[name]) : whole;
      });
    };
  }

  window.tip = Object.assign(window.tip || {}, { words: { of: of } });
})();
