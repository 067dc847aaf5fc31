// uses: link store download words
/**
 * The panel over the reader's own work. Everything it says stands in the page; it only fills in names and times.
 *
 * Other tools ask it to say things, with a way back when there is one, and to warn: `tip.panel.say` and `tip.panel.warn`.
 */
(function () {
  "use strict";

  var root = /** @type {HTMLElement | null} */ (document.querySelector("[data-component=workspace]"));
  if (!root) return;
  var panel = root;
  var store = window.tip.store, model = window.tip.model, text = window.tip.words.of(root);

  /** @param {string} name @returns {any} */
  function part(name) { return panel.querySelector("[data-part=" + name + "]"); }

  /** @param {string} name @returns {any} */
  function control(name) { return panel.querySelector("[data-do=" + name + "]"); }

  // Making one takes longer than what it is made for, and the time is told at every key.
  var clock = new Intl.DateTimeFormat(window.tip.words.locale(), { dateStyle: "medium", timeStyle: "short" });

  /** @param {string} moment */
  function time(moment) { return clock.format(new Date(moment)); }

  /** @param {string} said @param {(() => void)} [back] what «Angre» does */
  function say(said, back) {
    part("problem").textContent = store.trouble() ? text(store.trouble()) : "";
    part("status").textContent = said;
    undo = back || null;
    control("undo").hidden = !back;
  }

  /** @param {string} said */
  function warn(said) {
    part("status").textContent = "";
    control("undo").hidden = true;
    part("problem").textContent = said;
  }

  /** @param {string} key */
  function complain(key) { warn(text(key)); }

  /** @type {(() => void) | null} */
  var undo = null;
  /** @type {((name: string) => void) | null} */
  var named = null;

  function show() {
    var chosen = store.one(), choices = part("workspaces");
    choices.replaceChildren.apply(choices, store.workspaces().map(function (/** @type {any} */ each) {
      return new Option(each.name, each.id, false, each.id === chosen.id);
    }));
    control("remember").checked = store.isRemembered();
    var state = store.trouble() ? "unsaved" : !store.isRemembered() ? (store.isUnsaved() ? "unsaved" : "saved") : store.keptAt() ? "kept" : "remembered";
    part("state").textContent = text(state, { time: store.keptAt() && time(store.keptAt()) });
    part("saved").textContent = store.savedToFile() ? text("file", { time: time(store.savedToFile()) }) : text("never");
  }

  /** Asks for a name, and goes on with it. @param {string} proposed @param {(name: string) => void} then */
  function askName(proposed, then) {
    named = then;
    part("naming").hidden = false;
    part("name").value = proposed;
    part("name").focus();
    part("name").select();
  }

  function stopAsking() {
    part("naming").hidden = true;
    named = null;
  }

  /** @param {boolean} asking */
  function askClear(asking) {
    control("clear").hidden = asking;
    control("clear-sure").hidden = control("clear-not").hidden = !asking;
    control(asking ? "clear-sure" : "clear").focus();
  }

  function save() {
    window.tip.download.save("tillit-i-praksis", "json", new Blob([store.file()], { type: "application/json" }));
    store.fileSaved();
    say(text("file", { time: time(store.savedToFile()) }));
  }

  /** @param {File} file */
  async function open(file) {
    if (file.size > model.LIMITS.characters) return complain("large");
    var reading = model.read(await file.text());
    if ("problem" in reading) return complain(reading.problem);
    var count = reading.work.workspaces.filter(function (/** @type {any} */ each) { return !each.removed; }).length;
    if (store.takeIn(reading.work, function (/** @type {string} */ name) { return name; })) say(text("opened", { count: String(count) }));
  }

  /** @type {Record<string, () => void>} */
  var ACTIONS = {
    add: function () {
      askName(text("first"), function (name) { if (store.add(name)) say(text("added", { name: name })); });
    },
    rename: function () {
      askName(store.one().name, function (name) { store.rename(name); say(text("renamed", { name: name })); });
    },
    duplicate: function () {
      askName(text("copy", { name: store.one().name }), function (name) { if (store.duplicate(name)) say(text("duplicated", { name: name })); });
    },
    remove: function () {
      var name = store.one().name, id = store.remove(text("first"));
      say(text("removed", { name: name }), function () { store.restore(id); say(text("restored", { name: name })); });
    },
    cancel: function () { stopAsking(); control("rename").focus(); },
    save: save,
    open: function () { part("file").click(); },
    clear: function () { askClear(true); },
    "clear-not": function () { askClear(false); },
    "clear-sure": function () { store.clear(text("first")); askClear(false); say(text("cleared")); },
    undo: function () {
      var back = undo;
      if (back) back();
      part("state").closest("summary").focus();
    },
  };

  panel.addEventListener("click", function (event) {
    var button = /** @type {HTMLElement} */ (event.target).closest("button[data-do]");
    if (button) ACTIONS[/** @type {string} */ (button.getAttribute("data-do"))]();
  });
  control("remember").addEventListener("change", function () {
    var problem = store.remember(control("remember").checked);
    if (problem) return complain(problem);
    say(text(store.isRemembered() ? "remembered" : "not-remembered"));
  });
  part("workspaces").addEventListener("change", function () {
    store.choose(part("workspaces").value);
    say(text("chosen", { name: store.one().name }));
  });
  part("naming").addEventListener("submit", function (/** @type {Event} */ event) {
    event.preventDefault();
    var name = part("name").value.trim(), then = named;
    if (!name || !then) return;
    stopAsking();
    then(name);
    control("rename").focus();
  });
  part("file").addEventListener("change", function () {
    var file = part("file").files[0];
    part("file").value = "";
    if (file) open(file);
  });

  store.listen(function (/** @type {string} */ what) {
    if (what === "merged" || what === "forgotten-elsewhere" || what === "expired") say(text(what));
    else if (what !== "changed") complain(what);
    show();
  });

  /** Opens what the address brings, beside what is here. */
  async function openShared() {
    var fragment = location.hash.slice(1), reading = await window.tip.link.read(fragment);
    if (!reading) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    if (reading.problem) return complain(reading.problem);
    if (store.takeIn(reading.work, function () { return text("shared", { time: time(new Date().toISOString()) }); })) say(text("shared-opened", { name: store.one().name }));
  }

  window.tip.panel = { say: say, warn: warn };
  panel.hidden = false;
  store.begin(text("first"));
  show();
  openShared();
  window.addEventListener("hashchange", openShared);
})();
