// While reading: what was searched for is marked, the heading being read is shown in the contents, and folds open when
// they must.
(function () {
  "use strict";

  // An address can be made by anyone; the search itself seldom finds more words than this on a page.
  var MOST_WORDS = 60;
  var article = document.querySelector("article");

  /** The words to mark, as the search writes them in the address. @returns {string[]} */
  function wanted() {
    return (new URLSearchParams(location.search).get("h") || "").split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  }

  /** Mark whole words in the text. @param {Element} root @param {string[]} words */
  function mark(root, words) {
    var escaped = words.map(function (word) { return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); });
    // What stands before a word is part of the match: older browsers cannot look behind.
    var found = new RegExp("(^|[^\\p{L}\\p{N}])(" + escaped.join("|") + ")(?![\\p{L}\\p{N}])", "giu");
    var walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    var nodes = [];
    while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
    nodes.forEach(function (node) {
      var parent = node.parentElement;
      if (!parent || parent.closest("script, style, template, textarea, option, svg, [hidden]")) return;
      var text = node.data, at = 0, pieces = /** @type {(string | Node)[]} */ ([]);
      Array.from(text.matchAll(found)).forEach(function (hit) {
        var piece = document.createElement("mark");
        piece.setAttribute("data-md-highlight", "");
        piece.textContent = hit[2];
        pieces.push(text.slice(at, hit.index + hit[1].length), piece);
        at = hit.index + hit[0].length;
      });
      if (pieces.length) node.replaceWith.apply(node, pieces.concat(text.slice(at)));
    });
  }

  /** Find what a fragment points at; one that is not an address points at nothing. @param {string} hash @returns {HTMLElement | null} */
  function pointedAt(hash) {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null;
    }
  }

  /** Show in the contents which heading is being read. @param {HTMLAnchorElement[]} links */
  function follow(links) {
    var headings = links.map(function (link) { return pointedAt(link.hash); });

    function show() {
      var last = -1;
      headings.forEach(function (heading, at) {
        if (heading && heading.getBoundingClientRect().top < 120) last = at;
      });
      links.forEach(function (link, at) {
        link.classList.toggle("md-nav__link--active", at === last);
        if (at === last) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      });
    }

    document.addEventListener("scroll", show, { passive: true });
    show();
  }

  /** Open the folds that hide what the address points at. */
  function reveal() {
    var target = location.hash.length > 1 && pointedAt(location.hash);
    for (var fold = target && target.closest("details"); fold; fold = fold.parentElement && fold.parentElement.closest("details")) {
      fold.open = true;
    }
  }

  if (article && wanted().length) mark(article, wanted());
  follow(Array.from(document.querySelectorAll("[data-md-component=toc] a")));
  /** Open every fold for the printer, and close again those that were closed. */
  function unfold() {
    var closed = Array.from(document.querySelectorAll("article details:not([open])"));
    closed.forEach(function (fold) { fold.setAttribute("open", ""); });
    window.addEventListener("afterprint", function () {
      closed.forEach(function (fold) { fold.removeAttribute("open"); });
    }, { once: true });
  }

  window.addEventListener("beforeprint", unfold);
  window.addEventListener("hashchange", reveal);
  reveal();
})();
