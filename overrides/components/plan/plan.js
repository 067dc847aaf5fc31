// uses: record warnings ics
/**
 * The plan: who does what by when, where it is discussed, and what to look at again.
 */
(function () {
  "use strict";

  /** @typedef {Record<string, any>} Entry see shapes.js */

  var days = window.tip.days, entries = window.tip.entries, panel = window.tip.panel, shapes = window.tip.shapes;
  var COLLECTION = "plan";

  /** @param {HTMLElement} root */
  function plan(root) {
    var say = window.tip.words.of(root);
    var holder = /** @type {HTMLElement} */ (root.closest("[data-component=plan]"));
    var card = /** @type {HTMLTemplateElement} */ (root.querySelector("template")).content;
    /** Where the row being written comes from. */
    var source = "";

    /** @param {string} field @param {string} value @returns {string} */
    function choice(field, value) {
      var option = /** @type {HTMLOptionElement | null} */ (card.querySelector('[data-field="' + field + '"] option[value="' + value + '"]'));
      return value && option ? option.textContent || "" : "";
    }

    /** @param {Entry} row */
    function warnings(row) {
      return window.tip.warnings.of(row, days.today());
    }

    /** @param {Entry} row @returns {string} */
    function forum(row) {
      return [row.forum, days.written(row.discussed)].filter(Boolean).join(", ");
    }

    /** An empty day comes last. @param {Entry} row */
    function dueKey(row) { return row.due || "9999"; }

    /** @type {Record<string, (row: Entry) => string>} */
    var SORTS = { own: function () { return ""; }, due: dueKey, who: function (row) { return row.who.toLowerCase() || "\uffff"; }, forum: function (row) { return row.discussed || "9999"; } };

    /** @type {Record<string, (row: Entry) => boolean>} */
    var SHOWS = {
      all: function () { return true; },
      left: function (row) { return row.status === "planned" || row.status === "doing"; },
      done: function (row) { return row.status === "done"; },
      warned: function (row) { return warnings(row).length > 0; },
      parties: function (row) { return row.level !== "" && row.level !== "informasjon"; },
    };

    /** Where in the handbook a row comes from, on this site. @param {Entry} row */
    function address(row) {
      var parts = row.source.split("/"), pattern = holder.getAttribute("data-" + parts[0]);
      if (!pattern) return "";
      return pattern.replace("ID", parts[1]) + (parts[2] ? "#" + parts[2] : "");
    }

    function saveCalendar() {
      /** @type {any[]} */
      var events = [];
      entries.all(COLLECTION).forEach(function (pair) {
        var row = pair[1], text = [row.why, row.who, forum(row), choice("level", row.level)].filter(Boolean).join("\n");
        if (row.status === "dropped") return;
        if (row.due && row.status !== "done") events.push({ uid: pair[0] + "-due@tillit-i-praksis", day: row.due, title: say("plan.event.due", { name: row.what }), text: text, changed: row.changed });
        if (row.review) events.push({ uid: pair[0] + "-review@tillit-i-praksis", day: row.review, title: say("plan.event.review", { name: row.what }), text: text, changed: row.changed });
      });
      if (!events.length) return panel.warn(say("plan.no-days"));
      window.tip.download.save(say("plan.file"), "ics", new Blob([window.tip.ics.write(events)], { type: "text/calendar;charset=utf-8" }));
      panel.say(say("plan.saved-days", { count: events.length }));
    }

    /** Puts what a page of the handbook proposes in the form; nothing is added before the reader does it. */
    function propose() {
      var given = new URLSearchParams(location.hash.slice(1)), from = given.get("fra") || "", what = (given.get("hva") || "").trim();
      if (!given.has("hva") || !what || !shapes.isSource(from)) return;
      history.replaceState(history.state, "", location.pathname + location.search);
      var field = /** @type {HTMLInputElement} */ (root.querySelector("[data-part=new]"));
      var said = /** @type {HTMLElement} */ (root.querySelector("[data-part=from]"));
      field.value = what.slice(0, field.maxLength);
      source = from;
      said.textContent = say("plan.proposed");
      said.hidden = false;
      field.focus();
    }

    setTimeout(propose);
    window.addEventListener("hashchange", propose);
    return {
      compare: function (/** @type {string} */ sort, /** @type {Entry} */ a, /** @type {Entry} */ b) {
        return SORTS[sort](a).localeCompare(SORTS[sort](b), "no");
      },
      fits: function (/** @type {string} */ show, /** @type {Entry} */ row) { return SHOWS[show](row); },
      facts: function (/** @type {Entry} */ row) {
        return [row.who, row.due && say("plan.fact.due", { day: days.written(row.due) }), forum(row), choice("level", row.level), choice("status", row.status)].filter(Boolean);
      },
      warnings: function (/** @type {Entry} */ row) {
        return warnings(row).map(function (key) { return say("plan.warning." + key); });
      },
      cells: function (/** @type {Entry} */ row, /** @type {number} */ number) {
        return {
          number: String(number), what: [row.what, row.why].filter(Boolean).join("\n"), who: row.who, due: days.written(row.due),
          forum: forum(row), level: choice("level", row.level), status: choice("status", row.status), review: days.written(row.review),
        };
      },
      sheet: function (/** @type {Entry} */ row) {
        return Array.from(card.querySelectorAll("[data-field]")).map(function (each) {
          var field = /** @type {HTMLElement} */ (each), name = field.dataset.field || "";
          var value = field.matches("select") ? choice(name, row[name]) : row[name];
          return /** @type {[string, string]} */ ([say("plan.sheet." + name), value]);
        });
      },
      counted: function (/** @type {number} */ shown, /** @type {number} */ total) {
        var count = entries.all(COLLECTION).filter(function (pair) { return warnings(pair[1]).length > 0; }).length;
        return say(count ? "plan.counted-warned" : "plan.counted", { shown: shown, total: total, count: count });
      },
      fresh: function (/** @type {string} */ text) {
        var from = source;
        source = "";
        /** @type {HTMLElement} */ (root.querySelector("[data-part=from]")).hidden = true;
        return { what: text, source: from };
      },
      address: address,
      actions: { ics: saveCalendar },
    };
  }

  window.tip.record.startAll(COLLECTION, plan);
})();
