// uses: schedule timer running words days ics download
/**
 * Fits a run sheet to the reader's own gathering, keeps the time while it runs, and prints one sheet at a time.
 *
 * What the reader has chosen stands in the fragment of the address: it can be shared, and survives a reload.
 */
(function () {
  "use strict";

  var schedule = window.tip.schedule, timer = window.tip.timer, days = window.tip.days;
  var put = window.tip.words.put;

  /** @param {HTMLElement} root */
  function start(root) {
    var say = window.tip.words.of(root), blocks = /** @type {HTMLElement[]} */ (Array.from(root.querySelectorAll("[data-block]")));
    var id = /** @type {string} */ (root.dataset.id);
    /** The last schedule that added up. @type {any} */
    var fit = null;
    /** The fewest minutes it takes, when it cannot be done; else 0. */
    var short = 0;
    var view = "all";
    var running = window.tip.running.of(root, {
      blocks: blocks, held: held, title: title, changed: remember,
      minutes: function (block) { return fit.minutes[block.dataset.block || ""]; },
    });

    /** @param {string} name @param {ParentNode} [place] @returns {any} */
    function part(name, place) { return (place || root).querySelector("[data-part=" + name + "]"); }

    /** @param {string} name @returns {any} */
    function control(name) { return root.querySelector("[data-do=" + name + "]"); }

    /** @param {HTMLElement} block @returns {string} */
    function title(block) { return /** @type {HTMLElement} */ (block.querySelector("h3")).textContent || ""; }

    /** @param {string} name */
    function number(name) { return Number(part(name).value); }

    function startsAt() {
      var clock = part("start").value.split(":").map(Number);
      return clock[0] * 60 + clock[1];
    }

    /** @returns {any[]} */
    function asBlocks() {
      return blocks.map(function (block) {
        return {
          id: block.dataset.block, per: block.dataset.per, low: Number(block.dataset.low), high: Number(block.dataset.high),
          cut: Number(block.dataset.cut || 0), off: !part("with", block).checked,
        };
      });
    }

    /** The blocks that are held, in order. */
    function held() {
      return blocks.filter(function (block) { return (block.dataset.block || "") in fit.minutes; });
    }

    function recount() {
      var fields = ["start", "people", "group", "have"].map(function (name) { return part(name); });
      if (fields.some(function (field) { return !field.validity.valid; })) {
        put(part("result"), say("sheet.wrong"));
        return;
      }
      var made = schedule.fit(schedule.lengths(asBlocks(), number("people"), number("group")), number("have"));
      short = "short" in made ? Math.max(made.short, 1) : 0;
      if (!short) fit = made;
      // An address may leave out every block, or leave no time for any; the page still has a schedule of its own.
      else if (!fit) fit = schedule.fit(schedule.lengths(asBlocks().map(function (block) { return Object.assign(block, { off: false }); }), number("people"), number("group")));
      showResult();
      if (!short) showBlocks();
      remember();
    }

    function showResult() {
      var sizes = schedule.sizes(number("people"), number("group")), said = [];
      if (asBlocks().every(function (block) { return block.off; })) said.push(say("sheet.no-blocks"));
      else if (short) said.push(say("sheet.short", { least: short, minutes: number("have") }));
      else {
        said.push(say("sheet.ends", { end: schedule.clock(startsAt() + total()), minutes: total() }));
        said.push(say("sheet.sizes", { groups: sizes.length, sizes: spanOf(sizes) }));
        if (fit.tight) said.push(say("sheet.tight"));
        if (fit.left) said.push(say("sheet.left-over", { minutes: fit.left }));
      }
      if (number("people") < Number(part("people").dataset.fewest)) said.push(say("sheet.few"));
      if (number("people") > Number(part("people").dataset.most)) said.push(say("sheet.many"));
      put(part("result"), said.join(" "));
      window.tip.words.putList(part("cuts"), cutBlocks().map(function (block) {
        return say("sheet.cut", { name: title(block), reason: part("reason", block).textContent.trim() });
      }));
    }

    function cutBlocks() {
      return short ? [] : blocks.filter(function (block) { return fit.cut.includes(block.dataset.block); });
    }

    /** @param {number[]} sizes */
    function spanOf(sizes) {
      var least = Math.min.apply(null, sizes), most = Math.max.apply(null, sizes);
      return least === most ? String(most) : least + "–" + most;
    }

    function total() {
      return Object.values(fit.minutes).reduce(function (sum, minutes) { return sum + minutes; }, 0);
    }

    function showBlocks() {
      var now = startsAt();
      blocks.forEach(function (block) {
        var minutes = fit.minutes[block.dataset.block || ""];
        block.classList.toggle("tip-sheet__block--out", minutes === undefined);
        put(part("clock", block), minutes === undefined ? "–" : schedule.clock(now));
        put(part("minutes", block), say("sheet.minutes", { minutes: minutes || 0 }));
        now += minutes || 0;
      });
      put(part("about"), say("sheet.about", { people: number("people"), group: number("group"), start: schedule.clock(startsAt()), end: schedule.clock(now) }));
    }

    /** @param {boolean} [timed] whether with how far it has come @returns {string} what the reader has chosen, as a fragment */
    function fragment(timed) {
      var out = blocks.filter(function (block) { return !part("with", block).checked; }).map(function (block) { return block.dataset.block; });
      var state = new URLSearchParams();
      [["dato", part("date").value], ["start", part("start").value], ["personer", part("people").value], ["gruppe", part("group").value],
        ["minutter", part("have").value], ["uten", out.join(".")], ["visning", view === "all" ? "" : view], ["tid", timed ? running.state() : ""],
      ].forEach(function (pair) {
        if (pair[1]) state.set(pair[0], pair[1]);
      });
      return state.toString();
    }

    var untouched = "";
    function remember() {
      var state = fragment(true);
      if (state === untouched && !location.hash.includes("=")) return;
      history.replaceState(history.state, "", location.pathname + location.search + (state === untouched ? "" : "#" + state));
    }

    /** Takes in what an address says, as far as it is sound. */
    function recall() {
      var state = new URLSearchParams(location.hash.slice(1));
      [["dato", "date"], ["start", "start"], ["personer", "people"], ["gruppe", "group"], ["minutter", "have"]].forEach(function (pair) {
        var field = part(pair[1]), before = field.value, value = state.get(pair[0]);
        if (value === null) return;
        field.value = value;
        if (!field.validity.valid || field.value !== value) field.value = before;
      });
      var out = (state.get("uten") || "").split(".");
      blocks.forEach(function (block) { part("with", block).checked = !out.includes(block.dataset.block || ""); });
      choose(state.get("visning") || "all");
      recount();
      var known = state.get("tid"), run = known && timer.read(known, blocks.length, Date.now());
      if (run) running.resume(run);
    }

    /** @param {string} wanted */
    function choose(wanted) {
      view = ["leader", "participant"].includes(wanted) ? wanted : "all";
      root.dataset.view = view;
      root.querySelectorAll("button[data-view]").forEach(function (button) {
        button.setAttribute("aria-pressed", String(button.getAttribute("data-view") === view));
      });
    }

    /** Where the page is published; nothing for one that is read from disk. */
    function address() {
      var published = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
      return published ? published.href : "";
    }

    function saveCalendar() {
      var day = part("date").value;
      if (!day || short) {
        put(part("result"), say("sheet.no-date"));
        part("date").focus();
        return;
      }
      var now = new Date().toISOString(), name = (document.querySelector("h1") || document.body).textContent || "";
      var events = [{ uid: id + "-" + day + "@tillit-i-praksis", day: day, from: startsAt(), minutes: total(), title: name.trim(), text: address(), changed: now }];
      root.querySelectorAll("[data-task]").forEach(function (task, at) {
        events.push(/** @type {any} */ ({
          uid: id + "-" + day + "-" + at + "@tillit-i-praksis", day: days.plus(day, Number(task.getAttribute("data-task"))),
          title: say("sheet.event.task", { name: part("task", task).textContent.trim() }), text: part("role", task).textContent + ". " + name.trim(), changed: now,
        }));
      });
      window.tip.download.save(say("sheet.file"), "ics", new Blob([window.tip.ics.write(events)], { type: "text/calendar;charset=utf-8" }));
    }

    /** @type {Record<string, () => void>} */
    var ACTIONS = Object.assign({
      run: function () {
        if (short) showResult();
        else running.begin();
      },
      ics: saveCalendar,
      link: function () {
        part("linked").hidden = false;
        part("address").value = location.href.split("#")[0] + "#" + fragment(false);
        part("address").focus();
        part("address").select();
        put(part("result"), say("sheet.linked"));
      },
    }, running.actions);

    root.addEventListener("click", function (event) {
      var button = /** @type {HTMLElement} */ (event.target).closest("button");
      if (!button) return;
      if (button.dataset.do) ACTIONS[button.dataset.do]();
      else if (button.dataset.print) window.tip.words.print(root, button.dataset.print);
      else if (button.dataset.view) {
        choose(button.dataset.view);
        remember();
      }
    });
    root.addEventListener("input", function (event) {
      if (/** @type {HTMLElement} */ (event.target).closest("[data-part=tools], [data-part=keep]")) recount();
    });
    [part("tools"), part("prints"), control("ics")].concat(blocks.map(function (block) { return part("keep", block); })).forEach(function (each) { each.hidden = false; });
    untouched = fragment(true);
    recall();
    window.addEventListener("hashchange", function () {
      // A place on the page is no state of ours.
      if (location.hash.includes("=")) recall();
    });
  }

  document.querySelectorAll("[data-component=run-sheet]").forEach(function (root) { start(/** @type {HTMLElement} */ (root)); });
})();
