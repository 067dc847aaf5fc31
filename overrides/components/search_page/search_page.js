// uses: words finder
/**
 * The search on a page of its own: asks as the reader writes, and narrows by kind, theme and role.
 *
 * What is asked and chosen stands in the fragment of the address, so that it can be shared; nothing is stored or sent.
 */
(function () {
  "use strict";

  /** @typedef {{ location: string, title: string, text: string, terms: Record<string, boolean>, about?: { kind: string, themes: string[], roles: string[] } }} Item */
  /** @typedef {{ page: Item, items: Item[], values: Record<string, string[]> }} Hit the values say what the page is, by way to narrow */

  var finder = window.tip.finder, words = window.tip.words;
  var MOST = { pages: 200, sections: 3, near: 5 }, STEP = 20, PAUSE = 120, SILENCE = 700;

  /** Returns one page that was found. @param {Item[]} items @returns {Hit} */
  function hitOf(items) {
    var about = items[0].about || { kind: "", themes: [], roles: [] };
    var page = items.find(function (item) { return !item.location.includes("#"); }) || items[0];
    return { page: page, items: items, values: { kind: [about.kind], theme: about.themes, role: about.roles } };
  }

  /** Puts text with marks in an element; whatever else there is in it is only read for its words. @param {Element} element @param {string} html */
  function fill(element, html) {
    var body = new DOMParser().parseFromString(html.replace(/<\/(p|li|h\d|td|th|dt|dd)>/g, " $&"), "text/html").body;
    var walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    element.replaceChildren();
    for (var node = walker.nextNode(); node; node = walker.nextNode()) {
      var marked = node.parentElement && node.parentElement.closest("mark");
      var piece = marked ? document.createElement("mark") : document.createTextNode("");
      piece.textContent = node.textContent;
      element.append(piece);
    }
  }

  /** Returns where a hit leads, with the words that the page is to mark. @param {Item} item @returns {string} */
  function hrefOf(item) {
    var address = finder.from(item.location);
    var found = Object.keys(item.terms).filter(function (term) { return item.terms[term]; });
    if (found.length) address.searchParams.set("h", found.join(" "));
    return address.href;
  }

  /** @param {HTMLElement} root */
  function start(root) {
    var say = words.of(root);
    var ask = /** @type {HTMLFormElement} */ (part("ask")), facets = /** @type {HTMLFormElement} */ (part("facets"));
    var field = /** @type {HTMLInputElement} */ (ask.elements.namedItem("q"));
    var list = part("hits"), status = part("status"), more = part("more"), near = part("nearest");
    /** @type {Hit[]} */
    var hits = [];
    var shown = STEP, pause = 0, silence = 0;
    var put = finder.create(function (answer) {
      // What was asked may have been taken back meanwhile.
      if (field.value.trim()) receive(answer);
    }, function () { announce(say("search.failed")); });

    /** @param {string} name @returns {HTMLElement} */
    function part(name) { return /** @type {HTMLElement} */ (root.querySelector("[data-part=" + name + "]")); }

    var boxes = /** @type {HTMLInputElement[]} */ (Array.from(facets.querySelectorAll("input")));
    /** The kinds, themes or roles each choice stands for. @type {Map<HTMLInputElement, string[]>} */
    var meant = new Map(boxes.map(function (box) { return [box, (box.dataset.holds || box.value).split(" ")]; }));

    /** @param {HTMLInputElement} box @param {Hit} hit */
    function has(box, hit) {
      return /** @type {string[]} */ (meant.get(box)).some(function (value) { return hit.values[box.name].includes(value); });
    }

    /** The hits that agree with every way but one. @param {string} [butFor] */
    function agreeing(butFor) {
      var chosen = boxes.filter(function (box) { return box.checked && box.name !== butFor; });
      var ways = Array.from(new Set(chosen.map(function (box) { return box.name; })));
      return hits.filter(function (hit) {
        return ways.every(function (way) { return chosen.some(function (box) { return box.name === way && has(box, hit); }); });
      });
    }

    function count() {
      boxes.forEach(function (box) {
        var count = agreeing(box.name).filter(function (hit) { return has(box, hit); }).length;
        words.put(/** @type {Element} */ (box.parentElement && box.parentElement.querySelector(".tip-facets__count")), "(" + count + ")");
      });
    }

    /** Says something, but not while the reader is still writing. @param {string} said */
    function announce(said) {
      clearTimeout(silence);
      silence = setTimeout(function () { words.put(status, said); }, status.textContent ? SILENCE : 0);
    }

    function inquire() {
      var text = field.value.trim();
      shown = STEP;
      write();
      if (!text) return receive({ items: [] });
      if (!hits.length) announce(say("search.loading"));
      put({ text: text, pages: MOST.pages, nynorsk: document.documentElement.lang === "nn" });
    }

    /** @param {{ items: Item[][], near?: string[] }} answer */
    function receive(answer) {
      hits = answer.items.map(hitOf);
      suggest(answer.near || []);
      show();
    }

    /** Offers words that look like what was asked for. @param {string[]} found */
    function suggest(found) {
      near.hidden = !found.length;
      part("words").replaceChildren.apply(part("words"), found.slice(0, MOST.near).map(function (word) {
        var button = document.createElement("button");
        button.type = "button";
        button.className = "tip-button";
        button.textContent = word;
        return button;
      }));
    }

    function show() {
      var left = agreeing();
      count();
      facets.hidden = !hits.length;
      list.hidden = !left.length;
      part("doors").hidden = left.length > 0;
      more.hidden = left.length <= shown;
      list.replaceChildren.apply(list, left.slice(0, shown).map(entry));
      announce(verdict(left.length));
    }

    /** @param {number} count @returns {string} */
    function verdict(count) {
      var text = field.value.trim();
      if (!text) return "";
      if (!hits.length) return say("search.none", { text: text });
      return count === hits.length ? say("search.hits", { count: count }) : say("search.shown", { count: count, total: hits.length });
    }

    /** @param {Hit} hit @returns {Node} */
    function entry(hit) {
      var copy = /** @type {DocumentFragment} */ (/** @type {HTMLTemplateElement} */ (part("hit")).content.cloneNode(true));
      var kind = boxes.find(function (box) { return box.name === "kind" && has(box, hit); });
      link(copy, hit.page);
      words.put(/** @type {Element} */ (copy.querySelector("[data-part=kind]")), kind && kind.dataset.label || "");
      fill(/** @type {Element} */ (copy.querySelector("[data-part=text]")), hit.items[0].text);
      var sections = hit.items.filter(function (item) { return item !== hit.page; }).slice(0, MOST.sections);
      /** @type {Element} */ (copy.querySelector("[data-part=sections]")).replaceChildren.apply(
        copy.querySelector("[data-part=sections]"), sections.map(section));
      return copy;
    }

    /** @param {Item} item @returns {Node} */
    function section(item) {
      var copy = /** @type {DocumentFragment} */ (/** @type {HTMLTemplateElement} */ (part("section")).content.cloneNode(true));
      link(copy, item);
      return copy;
    }

    /** @param {DocumentFragment} copy @param {Item} item */
    function link(copy, item) {
      var title = /** @type {HTMLAnchorElement} */ (copy.querySelector("[data-part=title]"));
      title.href = hrefOf(item);
      fill(title, item.title);
    }

    function write() {
      var state = new URLSearchParams();
      if (field.value.trim()) state.set("q", field.value.trim());
      boxes.filter(function (box) { return box.checked; }).forEach(function (box) { state.append(box.name, box.value); });
      var fragment = state.toString();
      history.replaceState(history.state, "", fragment ? "#" + fragment : location.pathname + location.search);
    }

    function read() {
      var state = new URLSearchParams(location.hash.slice(1));
      field.value = (state.get("q") || "").slice(0, field.maxLength);
      boxes.forEach(function (box) { box.checked = state.getAll(box.name).includes(box.value); });
      if (boxes.some(function (box) { return box.checked; })) /** @type {HTMLDetailsElement} */ (facets.querySelector("details")).open = true;
      if (field.value) inquire();
    }

    field.addEventListener("input", function () {
      clearTimeout(pause);
      pause = setTimeout(inquire, PAUSE);
    });
    ask.addEventListener("submit", function (event) {
      event.preventDefault();
      inquire();
    });
    facets.addEventListener("submit", function (event) { event.preventDefault(); });
    facets.addEventListener("change", function () { shown = STEP; show(); write(); });
    facets.addEventListener("reset", function () { setTimeout(function () { show(); write(); }, 0); });
    part("words").addEventListener("click", function (event) {
      if (!(event.target instanceof HTMLButtonElement)) return;
      field.value = event.target.textContent || "";
      inquire();
      field.focus();
    });
    more.addEventListener("click", function () {
      var first = shown;
      shown += STEP;
      show();
      var link = list.children[first] && list.children[first].querySelector("a");
      if (link) link.focus();
    });
    window.addEventListener("hashchange", read);
    ask.hidden = false;
    part("no-script").hidden = true;
    read();
  }

  document.querySelectorAll("[data-component=search-page]").forEach(function (root) {
    start(/** @type {HTMLElement} */ (root));
  });
})();
