/**
 * Asks the search of the site from a page of its own: the same worker and the same index as the box at the top.
 *
 * Nothing is loaded before the first question. The index comes as a script, so that it can be read from disk too.
 */
(function () {
  "use strict";

  /** @typedef {{ location: string, title: string, text: string, terms: Record<string, boolean>, about?: { kind: string, themes: string[], roles: string[] } }} Item */
  /** @typedef {{ items: Item[][], near?: string[] }} Answer */
  /** @typedef {{ text: string, pages: number, nynorsk: boolean }} Question */

  // What the worker calls its messages.
  var MESSAGE = { setup: 0, ready: 1, query: 2, result: 3 };
  var settings = JSON.parse(/** @type {Element} */ (document.getElementById("__config")).textContent || "{}");
  var base = new URL(settings.base.replace(/\/?$/, "/"), location.href);

  /** Returns an address of the site as one that can be followed from here. @param {string} address @returns {URL} */
  function from(address) { return new URL(address, base); }

  /** Returns what asks, and answers the last question only. @param {(answer: Answer) => void} tell @param {() => void} fail @returns {(question: Question) => void} */
  function create(tell, fail) {
    /** @type {Worker | undefined} */
    var worker;
    /** @type {Question | null} */
    var next = null;
    var begun = false, busy = true;

    function send() {
      if (busy || !next || !worker) return;
      busy = true;
      worker.postMessage({ type: MESSAGE.query, data: next });
      next = null;
    }

    /** @param {any} index */
    function setUp(index) {
      worker = new Worker(new URL(settings.search, location.href));
      worker.addEventListener("message", function (event) {
        busy = false;
        if (event.data.type === MESSAGE.result && !next) tell(event.data.data);
        send();
      });
      worker.addEventListener("error", fail);
      worker.postMessage({ type: MESSAGE.setup, data: { config: index.config, docs: index.docs, options: { suggest: false } } });
    }

    function begin() {
      begun = true;
      var script = document.createElement("script");
      script.src = from("search/search_index.js").href;
      script.addEventListener("load", function () { setUp(window.__index); });
      script.addEventListener("error", fail);
      document.head.appendChild(script);
    }

    return function (question) {
      next = question;
      if (!begun) begin();
      send();
    };
  }

  window.tip = Object.assign(window.tip || {}, { finder: { create: create, from: from } });
})();
