/**
 * The words a tool says, which stand in its page, and how they are put there, in lists and on paper: no script holds a
 * language.
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

  /** The language of the page, as programs write it. */
  function locale() { return document.documentElement.lang === "nn" ? "nn-NO" : "nb-NO"; }

  /** Writes a text where it differs, so that nothing is read aloud again. @param {Element} element @param {string} said */
  function put(element, said) {
    if (element.textContent !== said) element.textContent = said;
  }

  /** Writes texts as the entries of a list. @param {Element} list @param {string[]} all */
  function putList(list, all) {
    list.replaceChildren.apply(list, all.map(function (said) {
      var item = document.createElement("li");
      item.textContent = said;
      return item;
    }));
  }

  /** Prints one part of a tool; its stylesheet knows which. @param {HTMLElement} root @param {string} which */
  function print(root, which) {
    root.dataset.print = which;
    window.addEventListener("afterprint", function () { delete root.dataset.print; }, { once: true });
    window.print();
  }

  window.tip = Object.assign(window.tip || {}, { words: { of: of, locale: locale, put: put, putList: putList, print: print } });
})();
