// uses: code gathering words download
/**
 * Answers a survey alone, on the reader's own device: what to talk about at once, and a code that may be passed on.
 *
 * Nothing is stored, and nothing is sent. The answers are in the code, and the code goes nowhere by itself.
 */
(function () {
  "use strict";

  /** @param {HTMLElement} root */
  function start(root) {
    var say = window.tip.words.of(root), code = window.tip.code;
    var form = /** @type {HTMLFormElement} */ (root.querySelector("[data-part=form]"));
    var items = /** @type {HTMLElement[]} */ (Array.from(root.querySelectorAll("[data-item]")));
    items.sort(function (a, b) { return Number(a.dataset.order) - Number(b.dataset.order); });
    var parties = Array.from(form.querySelectorAll("[data-party]"));
    var survey = {
      letters: root.dataset.letters, version: Number(root.dataset.version), items: items.length, parties: parties.length,
    };

    /** Tells two people who answer alike apart; one reader has one, however often the code is shown. */
    var mark = code.mark(Math.random);

    /** @param {string} name @param {ParentNode} [place] @returns {any} */
    function part(name, place) { return (place || root).querySelector("[data-part=" + name + "]"); }

    /** @param {string} name @returns {number | null} */
    function chosen(name) {
      var field = /** @type {HTMLInputElement | null} */ (form.querySelector('input[name="' + name + '"]:checked'));
      return field ? Number(field.value) : null;
    }

    function answers() {
      return items.map(function (item) { return chosen(/** @type {string} */ (item.dataset.item)); });
    }

    /** @param {string} name */
    function focusOn(name) {
      /** @type {HTMLElement} */ (form.querySelector('input[name="' + name + '"]')).focus();
    }

    function submit() {
      var given = answers(), missing = given.indexOf(null);
      part("unanswered").textContent = "";
      if (parties.length && chosen("party") === null) {
        part("unanswered").textContent = say("survey.no-party");
        return focusOn("party");
      }
      if (missing >= 0) {
        part("unanswered").textContent = say("survey.unanswered", { count: given.filter(function (each) { return each === null; }).length });
        return focusOn(/** @type {string} */ (items[missing].dataset.item));
      }
      part("code").value = code.write(survey, { answers: given, party: chosen("party") || 0, mark: mark });
      showTalk(/** @type {number[]} */ (given));
      part("own").hidden = false;
      part("own").focus();
    }

    /** What to talk about: the statements the reader answered nearest the end that is a warning come first. @param {number[]} given */
    function showTalk(given) {
      var order = items.map(function (item, at) {
        var answer = given[at], good = item.dataset.positive === "1" ? answer : 6 - answer;
        return { item: item, answer: answer, good: answer ? good : 3 };
      }).sort(function (a, b) { return a.good - b.good; });
      part("talk").replaceChildren.apply(part("talk"), order.map(function (each) {
        var about = /** @type {HTMLElement} */ (root.querySelector('[data-about="' + each.item.dataset.item + '"]'));
        var entry = document.createElement("li"), title = document.createElement("strong");
        title.textContent = part("text", each.item).textContent.trim();
        var answer = each.answer ? String(each.answer) : say("survey.unsure").toLowerCase();
        entry.append(title, " ", say("survey.your", { value: answer }), " ", part(each.good < 3 ? "poor" : "good", about).textContent, " ", part("question", about).textContent);
        return entry;
      }));
    }

    /** @param {string} text */
    function announce(text) { part("said").textContent = text; }

    /** @type {Record<string, () => void>} */
    var ACTIONS = {
      copy: function () {
        part("code").focus();
        part("code").select();
        announce(say(document.execCommand("copy") ? "survey.copied" : "survey.not-copied"));
      },
      "save-code": function () {
        window.tip.download.save(say("survey.file.code"), "txt", new Blob([say("survey.title") + "\n" + part("code").value + "\n"], { type: "text/plain;charset=utf-8" }));
        announce(say("survey.saved"));
      },
      print: function () { window.print(); },
    };

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      submit();
    });
    form.addEventListener("reset", function () {
      part("own").hidden = true;
      part("unanswered").textContent = "";
    });
    root.addEventListener("click", function (event) {
      var button = /** @type {HTMLElement} */ (event.target).closest("button[data-do]");
      var action = button && ACTIONS[/** @type {string} */ (button.getAttribute("data-do"))];
      if (action) action();
    });
    // What a browser has kept of an earlier visit is not this reader's answer.
    form.reset();
    part("tools").hidden = false;
    /** @type {HTMLButtonElement} */ (root.querySelector("[data-do=show]")).disabled = false;
    window.tip.gathering.start(root, survey);
  }

  document.querySelectorAll("[data-component=survey]").forEach(function (root) { start(/** @type {HTMLElement} */ (root)); });
})();
