// uses: tally words days
/**
 * The result of a survey as it is shown: each statement with a table and a drawing, what to talk about, and what it may
 * lead to. What may be shown is decided before it comes here.
 */
(function () {
  "use strict";

  var DRAWN = 200;

  /** @param {HTMLElement} root @param {HTMLElement[]} items the statements, in their order */
  function of(root, items) {
    var say = window.tip.words.of(root), tally = window.tip.tally, id = /** @type {string} */ (root.dataset.id);
    /** The result of an earlier round, to compare with. @type {any} */
    var earlier = null;

    /** @param {string} name @param {ParentNode} [place] @returns {any} */
    function part(name, place) { return (place || root).querySelector("[data-part=" + name + "]"); }

    /** @param {string} party @returns {string} */
    function called(party) { return party === "all" ? say("survey.everyone") : party === "rest" ? say("survey.rest") : say("party." + party); }

    /** @param {any[]} results */
    function show(results) {
      part("results").replaceChildren.apply(part("results"), results.map(resultOf));
    }

    /** @param {any} result */
    function resultOf(result) {
      var made = part("shown").content.firstElementChild.cloneNode(true), item = items[result.item];
      var about = /** @type {HTMLElement} */ (root.querySelector('[data-about="' + item.dataset.item + '"]'));
      part("claim", made).textContent = part("text", item).textContent.trim();
      part("figures", made).setAttribute("aria-label", part("claim", made).textContent);
      if (!result.all) {
        part("about", made).textContent = say("survey.hidden");
        part("figures", made).remove();
        return made;
      }
      part("about", made).textContent = say("survey.spread", { value: written(result.spread) });
      part("rows", made).append.apply(part("rows", made), rowsOf(result).map(rowOf));
      if (result.groups.length > 1) {
        part("gap", made).hidden = false;
        part("gap", made).textContent = say("survey.gap", { value: written(result.gap) });
      }
      showCall(made, about, tally.calls(result.all, item.dataset.positive === "1"));
      return made;
    }

    /** The rows of a table: everyone, each party, and the same from an earlier round. @param {any} result @returns {Array<{name: string, group: any}>} */
    function rowsOf(result) {
      /** @type {Array<{name: string, group: any}>} */
      var rows = [];
      var before = earlier ? earlier.items[items[result.item].dataset.item || ""] || {} : {};
      /** @param {string} party @param {any} group */
      function add(party, group) {
        rows.push({ name: called(party), group: group });
        if (party in before) rows.push({ name: say("survey.earlier-of", { name: called(party), day: window.tip.days.written(earlier.day) }), group: before[party] });
      }
      add("all", result.all);
      if (result.groups.length > 1 || result.groups[0].party !== "all") result.groups.forEach(function (/** @type {any} */ group) { add(group.party, group); });
      return rows;
    }

    /** @param {{name: string, group: any}} line */
    function rowOf(line) {
      var row = document.createElement("tr"), head = document.createElement("th");
      head.scope = "row";
      head.textContent = line.name;
      row.append(head);
      figures(line.group).forEach(function (figure) {
        var cell = document.createElement("td");
        cell.textContent = String(figure);
        row.append(cell);
      });
      var drawing = document.createElement("td");
      drawing.append(barOf(line.group));
      row.append(drawing);
      return row;
    }

    /** @param {any} group @returns {number[]} */
    function figures(group) { return [group.n].concat(group.steps, group.unsure); }

    /** @param {any} group */
    function barOf(group) {
      var bar = part("bar").content.firstElementChild.cloneNode(true), x = 0;
      bar.querySelectorAll("rect").forEach(function (/** @type {SVGRectElement} */ rect, /** @type {number} */ step) {
        var width = group.steps[step] / group.n * DRAWN;
        rect.setAttribute("x", x.toFixed(2));
        rect.setAttribute("width", width.toFixed(2));
        x += width;
      });
      return bar;
    }

    /** @param {number} number */
    function written(number) { return number.toFixed(1).replace(".", ","); }

    /** @param {any} made @param {HTMLElement} about @param {string} call */
    function showCall(made, about, call) {
      if (!call) return;
      part("calls", made).hidden = false;
      part("call", made).textContent = say("survey." + call);
      part("question", made).textContent = part("question", about).textContent;
      part("actions", made).append.apply(part("actions", made), Array.from(about.querySelectorAll("[data-action]")).map(function (link) {
        var action = part("action").content.firstElementChild.cloneNode(true), shown = part("link", action);
        shown.href = link.getAttribute("href");
        shown.textContent = link.textContent;
        var button = action.querySelector("button");
        button.dataset.what = link.textContent;
        button.dataset.level = link.getAttribute("data-level");
        button.dataset.source = "surveys/" + id + "/" + about.dataset.about;
        button.setAttribute("aria-label", button.textContent + ": " + link.textContent);
        return action;
      }));
    }

    /** The whole result as lines of a table. @param {any[]} results @returns {{head: string[], rows: string[][]}} */
    function grid(results) {
      var head = [say("survey.items"), say("survey.who"), say("survey.n"), "1", "2", "3", "4", "5", say("survey.unsure")];
      /** @type {string[][]} */
      var rows = [];
      results.forEach(function (result) {
        if (!result.all) return;
        rowsOf(result).forEach(function (line) {
          rows.push([part("text", items[result.item]).textContent.trim(), line.name].concat(figures(line.group).map(String)));
        });
      });
      return { head: head, rows: rows };
    }

    return {
      show: show,
      grid: grid,
      /** @param {any} round */
      compareWith: function (round) { earlier = round; },
    };
  }

  window.tip.result = { of: of };
})();
