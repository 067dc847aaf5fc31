// uses: workspace entries lines days csv word clip download words
/**
 * Rows of the reader's own, as cards to fill in and as a table to take along: what the plan and the idea log share.
 *
 * A tool starts it with what is its own: how rows are ordered, what is said of each, and what the table holds.
 */
(function () {
  "use strict";

  /** @typedef {Record<string, any>} Entry see shapes.js */
  /**
   * @typedef {object} Tool
   * @property {(sort: string, a: Entry, b: Entry) => number} compare
   * @property {(show: string, entry: Entry) => boolean} fits
   * @property {(entry: Entry) => string[]} facts what is said under the title
   * @property {(entry: Entry) => string[]} warnings
   * @property {(entry: Entry, number: number) => Record<string, string>} cells by column
   * @property {(entry: Entry) => Array<[string, string]>} sheet the cells of a csv, with their headings
   * @property {(shown: number, total: number) => string} counted
   * @property {(text: string, field: string) => Entry} fresh a new entry from its title
   * @property {(entry: Entry, field: string) => Entry} [along] what changes along with a field
   * @property {(entry: Entry) => string} [address] where in the handbook an entry comes from
   * @property {Record<string, () => void>} [actions] by the name of the button
   */

  var store = window.tip.store, entries = window.tip.entries, panel = window.tip.panel;
  var put = window.tip.words.put;

  /** @param {HTMLElement} root @param {Tool} tool */
  function start(root, tool) {
    var collection = /** @type {string} */ (root.dataset.id), say = window.tip.words.of(root);
    var template = /** @type {HTMLTemplateElement} */ (part(root, "card"));
    var list = part(root, "cards"), table = /** @type {HTMLTableElement} */ (part(root, "table"));
    var lines = window.tip.lines.of(table, tool.cells);
    /** @type {Map<string, HTMLElement>} */
    var cards = new Map();
    /** @type {string} */
    var titleField = /** @type {HTMLElement} */ (template.content.querySelector("[data-field]")).dataset.field || "";
    var sorted = "";

    /** @param {ParentNode} place @param {string} name @returns {any} */
    function part(place, name) { return place.querySelector("[data-part=" + name + "]"); }

    /** @param {string} id */
    function make(id) {
      var card = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (template.content.firstElementChild).cloneNode(true));
      card.dataset.entry = id;
      part(card, "title").id = "rad-" + id;
      card.querySelectorAll("button, a, summary").forEach(function (each) { each.setAttribute("aria-describedby", "rad-" + id); });
      cards.set(id, card);
      return card;
    }

    /** What each card was last filled with, so that one that has not changed is left alone. @type {Map<HTMLElement, string>} */
    var filled = new Map();

    /** @param {HTMLElement} card @param {Entry} entry */
    function fill(card, entry) {
      var key = JSON.stringify(entry) + window.tip.days.today() + store.one().answer_days;
      if (filled.get(card) === key) return;
      filled.set(card, key);
      put(part(card, "title"), entry[titleField] || say("record.untitled"));
      put(part(card, "facts"), tool.facts(entry).join(" · "));
      var warnings = tool.warnings(entry), held = part(card, "warnings");
      if (held.dataset.said !== warnings.join("\n")) {
        held.dataset.said = warnings.join("\n");
        window.tip.words.putList(held, warnings);
        held.hidden = !warnings.length;
      }
      card.querySelectorAll("[data-field]").forEach(function (each) {
        var field = /** @type {HTMLInputElement} */ (each), value = entry[field.dataset.field || ""];
        if (field !== document.activeElement && field.value !== value) field.value = value;
      });
      var address = tool.address ? tool.address(entry) : "", link = part(card, "source");
      link.hidden = !address;
      if (address) link.href = address;
    }

    /** The rows that are shown, in the order they are shown in. @param {string} sort @param {string} show */
    function shown(sort, show) {
      var all = entries.all(collection).filter(function (pair) { return tool.fits(show, pair[1]); });
      return all.map(function (pair, at) { return { id: pair[0], entry: pair[1], at: at }; }).sort(function (a, b) {
        return tool.compare(sort, a.entry, b.entry) || a.at - b.at;
      });
    }

    /** Puts the cards in order. What the reader is working in is not moved under her hands. @param {string[]} ids @param {boolean} still */
    function arrange(ids, still) {
      var order = still ? stillOrder(ids) : ids, kept = new Set(order);
      cards.forEach(function (card, id) {
        if (!kept.has(id)) {
          card.remove();
          cards.delete(id);
          filled.delete(card);
        }
      });
      order.forEach(function (id, at) {
        var card = cards.get(id) || make(id);
        if (list.children[at] !== card) list.insertBefore(card, list.children[at] || null);
      });
    }

    /** The order that leaves the cards on the page where they are. @param {string[]} ids */
    function stillOrder(ids) {
      var alive = new Set(entries.all(collection).map(function (pair) { return pair[0]; })), wanted = new Set(ids);
      var there = Array.from(list.children).map(function (card) { return /** @type {HTMLElement} */ (card).dataset.entry || ""; }).filter(function (id) {
        return alive.has(id) && (wanted.has(id) || /** @type {HTMLElement} */ (cards.get(id)).contains(document.activeElement));
      });
      var placed = new Set(there);
      return there.concat(ids.filter(function (id) { return !placed.has(id); }));
    }

    function show() {
      var sort = part(root, "sort").value, kind = part(root, "show").value, all = entries.all(collection);
      var rows = shown(sort, kind), held = Object.fromEntries(all), key = sort + kind + store.one().id;
      var inHand = key === sorted && list.contains(document.activeElement);
      arrange(rows.map(function (row) { return row.id; }), inHand);
      sorted = key;
      cards.forEach(function (card, id) { fill(card, held[id]); });
      list.querySelectorAll("[data-do=up], [data-do=down]").forEach(function (/** @type {any} */ button) { button.hidden = sort !== "own" || kind !== "all"; });
      part(root, "empty").hidden = all.length > 0;
      part(root, "none").hidden = !all.length || rows.length > 0;
      put(part(root, "count"), all.length ? tool.counted(rows.length, all.length) : "");
      showTable(rows);
    }

    /** @param {Array<{id: string, entry: Entry}>} rows */
    function showTable(rows) {
      lines.show(rows);
      part(root, "by-hand").hidden = rows.length > 0;
      part(root, "of").hidden = !rows.length;
      put(part(root, "of"), about());
    }

    function about() {
      return say("record.of", { name: store.one().name, day: window.tip.days.written(window.tip.days.today()) });
    }

    /** @param {string} id @param {number} step */
    function move(id, step) {
      sorted = "";
      entries.move(collection, id, step);
      var ids = entries.all(collection).map(function (pair) { return pair[0]; }), at = ids.indexOf(id) + 1;
      var card = /** @type {HTMLElement} */ (cards.get(id));
      /** @type {HTMLElement} */ (card.querySelector("[data-do=" + (step < 0 ? "up" : "down") + "]")).focus();
      panel.say(say("record.moved", { number: at, total: ids.length }));
    }

    /** @param {string} id */
    function remove(id) {
      var next = /** @type {any} */ (/** @type {HTMLElement} */ (cards.get(id)).nextElementSibling) || part(root, "new");
      entries.remove(collection, id);
      next.focus();
      panel.say(say("record.removed"), function () {
        entries.restore(collection, id);
        panel.say(say("record.restored"));
      });
    }

    /** @param {Entry} fields @returns {boolean} */
    function add(fields) {
      part(root, "show").value = "all";
      var id = entries.add(collection, fields);
      if (!id) {
        panel.warn(say("record.full"));
        return false;
      }
      var card = cards.get(id);
      list.querySelectorAll("details[open]").forEach(function (/** @type {any} */ fold) { fold.open = false; });
      if (card) {
        /** @type {HTMLDetailsElement} */ (card.querySelector("details")).open = true;
        /** @type {HTMLElement} */ (card.querySelectorAll("[data-field]")[1]).focus();
      }
      panel.say(say("record.added"));
      return true;
    }

    /** The rows as they are shown now. */
    function chosen() { return shown(part(root, "sort").value, part(root, "show").value); }

    async function saveDocument() {
      try {
        var file = await window.tip.word.write(Object.assign({ title: say(collection + ".title"), about: about(), language: window.tip.words.locale() }, lines.grid(chosen())));
        window.tip.download.save(say(collection + ".file"), "docx", file);
        panel.say(say("record.saved"));
      } catch (_) {
        panel.warn(say("record.no-word"));
      }
    }

    function saveCsv() {
      var rows = chosen().map(function (row) { return tool.sheet(row.entry); });
      var head = rows.length ? rows[0].map(function (pair) { return pair[0]; }) : [];
      var text = window.tip.csv.write([head].concat(rows.map(function (row) { return row.map(function (pair) { return pair[1]; }); })));
      window.tip.download.save(say(collection + ".file"), "csv", new Blob([text], { type: "text/csv;charset=utf-8" }));
      panel.say(say("record.saved"));
    }

    /** @type {Record<string, () => void>} */
    var actions = Object.assign({
      docx: saveDocument,
      csv: saveCsv,
      copy: function () {
        if (window.tip.clip.copy(table, window.tip.words.locale())) panel.say(say("record.copied"));
        else panel.warn(say("record.not-copied"));
      },
      print: function () { window.print(); },
    }, tool.actions || {});

    root.addEventListener("click", function (event) {
      var button = /** @type {HTMLElement} */ (event.target).closest("button[data-do]");
      if (!button) return;
      var card = /** @type {HTMLElement | null} */ (button.closest("[data-entry]")), action = /** @type {string} */ (button.getAttribute("data-do"));
      var id = card ? /** @type {string} */ (card.dataset.entry) : "";
      if (!card) {
        if (entries.all(collection).length || !["docx", "csv", "ics", "copy"].includes(action)) actions[action]();
        else panel.warn(say("record.nothing"));
      } else if (action === "remove") remove(id);
      else move(id, action === "up" ? -1 : 1);
    });
    list.addEventListener("input", function (/** @type {Event} */ event) {
      var field = /** @type {HTMLInputElement} */ (event.target), name = field.dataset.field;
      var card = /** @type {HTMLElement} */ (field.closest("[data-entry]"));
      if (!name || !field.validity.valid) return;
      var entry = Object.assign({}, Object.fromEntries(entries.all(collection))[card.dataset.entry || ""]);
      entry[name] = field.value;
      entries.change(collection, card.dataset.entry || "", Object.assign({ [name]: field.value }, tool.along ? tool.along(entry, name) : {}));
    });
    list.addEventListener("focusout", function () { setTimeout(show); });
    part(root, "adding").addEventListener("submit", function (/** @type {Event} */ event) {
      event.preventDefault();
      var field = part(root, "new");
      if (field.value.trim() && add(tool.fresh(field.value.trim(), titleField))) field.value = "";
    });
    part(root, "sort").addEventListener("change", show);
    part(root, "show").addEventListener("change", show);
    store.listen(show);
    part(root, "tools").hidden = false;
    show();
  }

  /** Starts every root of a collection on the page. @param {string} collection @param {(root: HTMLElement) => Tool} tool */
  function startAll(collection, tool) {
    document.querySelectorAll('[data-component=record][data-id="' + collection + '"]').forEach(function (root) {
      start(/** @type {HTMLElement} */ (root), tool(/** @type {HTMLElement} */ (root)));
    });
  }

  window.tip.record = { startAll: startAll };
})();
