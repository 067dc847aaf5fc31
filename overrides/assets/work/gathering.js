// uses: code tally result round to-plan csv word words days download
/**
 * Counts the answers of a group on the device of the one who leads the talk: codes pasted in, or counted by hand.
 *
 * Everything shown has gone through `tally`, which leaves out what is too few; the figures never come from anywhere else.
 */
(function () {
  "use strict";

  var MOST_FAULTS = 20, MOST_BYTES = 1000000;

  /** @param {HTMLElement} root @param {any} survey letters, version, and how many items and parties */
  function start(root, survey) {
    var say = window.tip.words.of(root), code = window.tip.code, tally = window.tip.tally, id = /** @type {string} */ (root.dataset.id);
    var items = /** @type {HTMLElement[]} */ (Array.from(root.querySelectorAll("[data-item]")));
    items.sort(function (a, b) { return Number(a.dataset.order) - Number(b.dataset.order); });
    var parties = Array.from(root.querySelectorAll("[data-party]")).map(function (field) { return /** @type {string} */ (field.getAttribute("data-party")); });
    /** @type {Record<string, number[][]>} what is counted by hand, by party */
    var byHand = {};
    /** @type {any[]} */
    var results = [];
    var result = window.tip.result.of(root, items);

    /** @param {string} name @param {ParentNode} [place] @returns {any} */
    function part(name, place) { return (place || root).querySelector("[data-part=" + name + "]"); }

    var fill = window.tip.words.putList;

    function tallyParty() { return parties.length ? part("tally-party").value : "all"; }

    /** Reads the fields of the table; null when one is not a count. @returns {number[][] | null} */
    function readTable() {
      var counts = tally.empty(items.length), sound = true;
      root.querySelectorAll("[data-tally]").forEach(function (row) {
        row.querySelectorAll("input").forEach(function (field) {
          sound = sound && field.validity.valid && field.value !== "";
          counts[Number(row.getAttribute("data-tally"))][Number(field.dataset.step)] = Number(field.value);
        });
      });
      return sound ? counts : null;
    }

    function showTable() {
      var counts = byHand[tallyParty()] || tally.empty(items.length);
      root.querySelectorAll("[data-tally]").forEach(function (row) {
        row.querySelectorAll("input").forEach(function (field) {
          field.value = String(counts[Number(row.getAttribute("data-tally"))][Number(field.dataset.step)]);
        });
      });
    }

    /** Reads the codes that are pasted in. @returns {{byParty: Record<string, number[][]>, used: number, faults: string[]}} */
    function readCodes() {
      /** @type {Record<string, number[][]>} */
      var byParty = {};
      /** @type {Set<string>} */
      var seen = new Set();
      /** @type {string[]} */
      var faults = [];
      code.find(survey, part("codes").value).forEach(function (/** @type {string} */ text) {
        var answer = code.read(survey, text);
        if (answer.problem) return faults.push(say("survey.problem." + answer.problem, { value: text }));
        if (seen.has(code.plain(text))) return faults.push(say("survey.double", { value: text }));
        seen.add(code.plain(text));
        var party = parties.length ? parties[answer.party - 1] : "all";
        byParty[party] = tally.add(byParty[party] || tally.empty(items.length), answer.answers);
      });
      return { byParty: byParty, used: seen.size, faults: faults };
    }

    /** @param {string[]} told what is wrong besides */
    function count(told) {
      var table = readTable();
      if (!table) return fill(part("faults"), told.concat(say("survey.wrong-number")));
      byHand[tallyParty()] = table;
      var codes = readCodes(), byParty = codes.byParty;
      Object.keys(byHand).forEach(function (party) {
        byParty[party] = byParty[party] ? tally.plus(byParty[party], byHand[party]) : byHand[party];
      });
      var people = Object.values(byParty).reduce(function (sum, counts) { return sum + tally.people(counts); }, 0);
      var shown = tally.shown(byParty);
      results = tally.results(shown.groups, items.length);
      fill(part("faults"), told.concat(codes.faults.slice(0, MOST_FAULTS)));
      var any = Object.keys(shown.groups).length > 0, said = people ? say("survey.counted", { count: people }) : say("survey.none");
      if (shown.left && any) said += " " + say("survey.left", { count: shown.left });
      if (people && !any) said += " " + say("survey.few");
      part("counted").textContent = said;
      part("result").hidden = !any;
      if (any) result.show(results);
    }

    /** One statement may lead to several pieces of advice. @param {any} row @param {any} other */
    function sameAdvice(row, other) { return row.source === other.source && row.what === other.what; }

    function about() {
      return say("record.of", { name: window.tip.store.one().name, day: window.tip.days.written(window.tip.days.today()) });
    }

    async function saveDocument() {
      try {
        var file = await window.tip.word.write(Object.assign({
          title: say("survey.title"), about: about(), language: window.tip.words.locale(), widths: [34, 18, 8, 6, 6, 6, 6, 6, 10],
        }, result.grid(results)));
        window.tip.download.save(say("survey.file.result"), "docx", file);
      } catch (_) {
        part("counted").textContent = say("record.no-word");
      }
    }

    /** Keeps what is shown, and nothing else, for the next round. */
    function keep() {
      /** @type {Record<string, any>} */
      var held = {};
      results.forEach(function (result) {
        if (!result.all) return;
        var groups = /** @type {Record<string, any>} */ ({ all: result.all });
        result.groups.forEach(function (/** @type {any} */ group) { groups[group.party] = { n: group.n, steps: group.steps, unsure: group.unsure }; });
        held[items[result.item].dataset.item || ""] = groups;
      });
      var text = window.tip.round.write({ survey: id, edition: survey.version, day: window.tip.days.today(), name: window.tip.store.one().name, items: held });
      window.tip.download.save(say("survey.file.result"), "json", new Blob([text], { type: "application/json" }));
    }

    /** @param {File} file */
    async function openEarlier(file) {
      var round = file.size > MOST_BYTES ? { problem: "large" } : window.tip.round.read(await file.text(), id, survey.version);
      if (round.problem) return fill(part("faults"), [say("survey.round." + round.problem)]);
      result.compareWith(round);
      fill(part("faults"), []);
      part("counted").textContent = say("survey.round.opened", { day: window.tip.days.written(round.day), name: round.name });
      if (results.length) result.show(results);
    }

    /** @param {File[]} files */
    async function openCodes(files) {
      var large = files.filter(function (file) { return file.size > MOST_BYTES; });
      var texts = await Promise.all(files.filter(function (file) { return !large.includes(file); }).map(function (file) { return file.text(); }));
      part("codes").value = [part("codes").value].concat(texts).filter(Boolean).join("\n");
      count(large.slice(0, MOST_FAULTS).map(function (file) { return say("survey.large", { name: file.name }); }));
    }

    /** @param {string} name @param {(files: File[]) => void} then */
    function whenChosen(name, then) {
      part(name).addEventListener("change", function () {
        var files = /** @type {File[]} */ (Array.from(part(name).files));
        part(name).value = "";
        if (files.length) then(files);
      });
    }

    /** @type {Record<string, (button: HTMLElement) => void>} */
    var ACTIONS = {
      count: function () {
        count([]);
        if (!part("result").hidden) /** @type {HTMLElement} */ (root.querySelector("#del-resultat")).focus();
      },
      files: function () { part("code-files").click(); },
      earlier: function () { part("earlier-file").click(); },
      csv: function () {
        var table = result.grid(results);
        window.tip.download.save(say("survey.file.result"), "csv", new Blob([window.tip.csv.write([table.head].concat(table.rows))], { type: "text/csv;charset=utf-8" }));
      },
      docx: saveDocument,
      keep: keep,
      "print-result": function () { window.tip.words.print(root, "result"); },
      plan: function (button) {
        window.tip.toPlan.add(root, [{ what: button.dataset.what, level: button.dataset.level, source: button.dataset.source }], sameAdvice);
      },
    };

    root.addEventListener("click", function (event) {
      var button = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest("button[data-do]"));
      var action = button && ACTIONS[/** @type {string} */ (button.getAttribute("data-do"))];
      if (button && action) action(button);
    });
    if (parties.length) {
      var before = tallyParty();
      part("tally-party").addEventListener("change", function () {
        var table = readTable();
        if (!table) {
          part("tally-party").value = before;
          return fill(part("faults"), [say("survey.wrong-number")]);
        }
        byHand[before] = table;
        before = tallyParty();
        showTable();
      });
    }
    whenChosen("code-files", openCodes);
    whenChosen("earlier-file", function (files) { openEarlier(files[0]); });
    part("leader").hidden = false;
  }

  window.tip.gathering = { start: start };
})();
