// uses: record idea-sheet
/**
 * The idea log: every idea gets an answer, and those that have waited too long stand first.
 */
(function () {
  "use strict";

  /** @typedef {Record<string, any>} Entry see shapes.js */

  var days = window.tip.days, store = window.tip.store, entries = window.tip.entries, panel = window.tip.panel;
  var COLLECTION = "ideas", MOST_BYTES = 2000000, MOST_FAULTS = 20;

  /** @param {HTMLElement} root */
  function log(root) {
    var say = window.tip.words.of(root);
    var holder = /** @type {HTMLElement} */ (root.closest("[data-component=idea-log]"));
    var card = /** @type {HTMLTemplateElement} */ (root.querySelector("template")).content;

    /** @param {string} name @returns {any} */
    function part(name) { return holder.querySelector("[data-part=" + name + "]"); }

    /** @param {Entry} idea */
    function isAnswered(idea) { return idea.answered !== "" || idea.answer.trim() !== ""; }

    /** Days from an idea came until it was answered, or until today; null when a day is missing. @param {Entry} idea @returns {number | null} */
    function waited(idea) {
      if (!idea.received || (isAnswered(idea) && !idea.answered)) return null;
      return Math.max(days.between(idea.received, isAnswered(idea) ? idea.answered : days.today()), 0);
    }

    /** @param {Entry} idea */
    function isLate(idea) {
      var count = waited(idea);
      return !isAnswered(idea) && count !== null && count > store.one().answer_days;
    }

    /** Unanswered first, and of those the one that has waited longest. @param {Entry} idea */
    function urgency(idea) {
      var count = waited(idea);
      return isAnswered(idea) ? -1 : count === null ? 0 : count;
    }

    /** @param {Entry} idea */
    function status(idea) {
      var option = card.querySelector('[data-field=status] option[value="' + idea.status + '"]');
      return option ? option.textContent || "" : "";
    }

    /** @type {Record<string, (idea: Entry) => boolean>} */
    var SHOWS = {
      all: function () { return true; },
      waiting: function (idea) { return !isAnswered(idea); },
      late: isLate,
      answered: isAnswered,
    };

    /** @returns {any} what columns and statuses are called */
    function names() {
      /** @param {string} kind */
      function of(kind) {
        return new Map(Array.from(part("names").querySelectorAll("[data-" + kind + "]")).map(function (each) {
          return [each.textContent.trim().toLowerCase(), each.getAttribute("data-" + kind)];
        }));
      }
      return { fields: of("field"), choices: of("choice") };
    }

    /** @param {string[]} said */
    function showFaults(said) { window.tip.words.putList(part("faults"), said); }

    /** Takes in ideas: those that are here already are changed, the others added. @param {Entry[]} ideas */
    function takeIn(ideas) {
      /** @param {Entry} idea */
      function key(idea) { return JSON.stringify([idea.idea.trim(), idea.received || ""]); }
      var here = new Map(entries.all(COLLECTION).map(function (/** @type {any} */ pair) { return [key(pair[1]), pair]; }));
      var fresh = ideas.filter(function (idea) { return !here.has(key(idea)); });
      var other = ideas.filter(function (idea) {
        var pair = here.get(key(idea));
        return pair && Object.keys(idea).some(function (field) { return idea[field] !== pair[1][field]; });
      });
      if (!entries.hasRoom(COLLECTION, fresh.length)) return showFaults([say("ideas.fault.full")]);
      var before = other.map(function (idea) { return here.get(key(idea)); });
      other.forEach(function (idea, at) { entries.change(COLLECTION, before[at][0], idea); });
      var added = fresh.length ? entries.addAll(COLLECTION, fresh) : [];
      panel.say(say("ideas.imported", { added: fresh.length, changed: other.length }), function () {
        added.forEach(function (id) { entries.remove(COLLECTION, id); });
        before.forEach(function (pair) { entries.change(COLLECTION, pair[0], pair[1]); });
        panel.say(say("ideas.import-undone"));
      });
    }

    /** @param {File} file */
    async function open(file) {
      showFaults([]);
      if (file.size > MOST_BYTES) return showFaults([say("ideas.fault.large")]);
      var found = window.tip.ideaSheet.read(window.tip.csv.read(window.tip.csv.decode(await file.arrayBuffer())), names());
      if (!found.faults.length) return takeIn(found.ideas);
      showFaults(found.faults.slice(0, MOST_FAULTS).map(function (/** @type {any} */ fault) {
        return say("ideas.fault." + fault.key, { line: fault.line, value: fault.value });
      }));
    }

    function showPatience() {
      var field = part("answer-days");
      if (field !== document.activeElement) field.value = store.one().answer_days;
    }

    part("patience").hidden = false;
    part("answer-days").addEventListener("change", function () {
      var field = part("answer-days");
      if (field.validity.valid) store.set({ answer_days: Number(field.value) });
      else panel.warn(say("ideas.fault.days"));
    });
    part("csv-file").addEventListener("change", function () {
      var file = part("csv-file").files[0];
      part("csv-file").value = "";
      if (file) open(file);
    });
    store.listen(showPatience);
    showPatience();

    return {
      compare: function (/** @type {string} */ sort, /** @type {Entry} */ a, /** @type {Entry} */ b) {
        if (sort === "received") return a.received < b.received ? 1 : a.received > b.received ? -1 : 0;
        return urgency(b) - urgency(a);
      },
      fits: function (/** @type {string} */ show, /** @type {Entry} */ idea) { return SHOWS[show](idea); },
      facts: function (/** @type {Entry} */ idea) {
        var count = waited(idea), said = count === null ? "" : say(isAnswered(idea) ? "ideas.answered-after" : "ideas.waiting", { days: count });
        return [days.written(idea.received), status(idea), isLate(idea) ? "" : said].filter(Boolean);
      },
      warnings: function (/** @type {Entry} */ idea) {
        return isLate(idea) ? [say("ideas.late", { days: String(waited(idea)) })] : [];
      },
      cells: function (/** @type {Entry} */ idea) {
        var count = waited(idea);
        return {
          idea: idea.idea, received: days.written(idea.received), status: status(idea),
          answer: [idea.answer, days.written(idea.answered)].filter(Boolean).join("\n"), days: count === null || isAnswered(idea) ? "" : String(count),
        };
      },
      sheet: function (/** @type {Entry} */ idea) {
        var count = waited(idea);
        /** @type {Array<[string, string]>} */
        var cells = ["idea", "received", "status", "answer", "answered"].map(function (field) {
          return [say("ideas.sheet." + field), field === "status" ? status(idea) : idea[field]];
        });
        return cells.concat([[say("ideas.sheet.days"), count === null || isAnswered(idea) ? "" : String(count)]]);
      },
      counted: function (/** @type {number} */ shown, /** @type {number} */ total) {
        var all = entries.all(COLLECTION).map(function (pair) { return pair[1]; });
        var waiting = all.filter(SHOWS.waiting).length, late = all.filter(isLate).length;
        return say("ideas.counted", { shown: shown, total: total, count: waiting, number: late });
      },
      fresh: function (/** @type {string} */ text) { return { idea: text, received: days.today() }; },
      along: function (/** @type {Entry} */ idea, /** @type {string} */ field) {
        if (field !== "answer") return {};
        if (idea.answer.trim() && !idea.answered) return { answered: days.today() };
        return !idea.answer.trim() && idea.answered === days.today() ? { answered: "" } : {};
      },
      actions: { "csv-in": function () { part("csv-file").click(); } },
    };
  }

  window.tip.record.startAll(COLLECTION, log);
})();
