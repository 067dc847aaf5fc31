// uses: to-plan
/**
 * Lets a reader work through a checklist: tick, set aside, note, narrow, share and begin again.
 *
 * The list is whole without this script, and its boxes can be ticked; with it, what is done is kept by item and can be
 * saved, opened and shared.
 */
(function () {
  "use strict";

  var store = window.tip.store, panel = window.tip.panel, model = window.tip.model;

  /** @param {HTMLElement} root */
  function start(root) {
    var found = /** @type {HTMLElement | null} */ (root.querySelector("[data-part=tools]"));
    if (!found || !panel) return;
    var tools = found;
    var list = /** @type {string} */ (tools.dataset.list);
    var items = /** @type {HTMLElement[]} */ (Array.from(root.querySelectorAll("[data-item]")));
    var ids = items.map(idOf);

    /** @param {HTMLElement} item */
    function idOf(item) { return /** @type {string} */ (item.dataset.item); }

    /** @param {string} name @returns {any} */
    function part(name) { return tools.querySelector("[data-part=" + name + "]"); }

    /** @param {HTMLElement} item */
    function showItem(item) {
      var mark = store.marks(list)[idOf(item)] || { state: "", note: "", revision: 0 };
      var box = /** @type {HTMLInputElement} */ (item.querySelector(".tip-checklist__box"));
      var note = /** @type {HTMLTextAreaElement} */ (item.querySelector("[data-part=note]"));
      box.checked = mark.state === "done";
      box.disabled = mark.state === "na";
      /** @type {HTMLElement} */ (item.querySelector("[data-do=na]")).setAttribute("aria-pressed", String(mark.state === "na"));
      item.classList.toggle("tip-checklist__item--na", mark.state === "na");
      if (document.activeElement !== note) note.value = mark.note;
      /** @type {HTMLElement} */ (item.querySelector("[data-part=printed]")).textContent = mark.note;
      var older = mark.state !== "" && mark.revision < Number(item.dataset.revision);
      /** @type {HTMLElement} */ (item.querySelector("[data-part=changed]")).hidden = !older;
    }

    function narrow() {
      var marks = store.marks(list), shown = part("shown").value, level = part("level").value;
      items.forEach(function (item) {
        var state = idOf(item) in marks ? marks[idOf(item)].state : "";
        var fits = shown === "all" || (shown === "done" ? state === "done" : state === "");
        // What the reader is working in stays where it is until she has moved on.
        if (!item.contains(document.activeElement)) item.hidden = !fits || (level !== "" && item.dataset.level !== level);
      });
      part("none").hidden = items.some(function (item) { return !item.hidden; });
    }

    function progress() {
      var counts = model.counts(store.marks(list), ids), place = part("progress");
      var said = counts.na ? place.dataset.textNa : place.dataset.text;
      said = said.replace("{done}", counts.done).replace("{total}", counts.total).replace("{na}", counts.na);
      if (place.textContent !== said) place.textContent = said;
      part("bar").max = Math.max(counts.total, 1);
      part("bar").value = counts.done;
    }

    function showPlanned() {
      items.forEach(function (item) {
        /** @type {HTMLElement} */ (item.querySelector("[data-part=in-plan]")).hidden = !window.tip.toPlan.has({ source: source(item) });
      });
    }

    /** @param {HTMLElement} item */
    function source(item) { return "checklists/" + list + "/" + idOf(item); }

    /** @param {HTMLElement} item */
    function addToPlan(item) {
      var text = /** @type {HTMLElement} */ (item.querySelector(".tip-checklist__text")).textContent || "";
      window.tip.toPlan.add(tools, [{ what: text.trim(), level: item.dataset.level, source: source(item) }]);
    }

    function show() {
      items.forEach(showItem);
      showPlanned();
      narrow();
      progress();
    }

    /** @param {HTMLElement} item @param {any} change */
    function mark(item, change) {
      // A note does not say that the reader has seen the new edition; a tick does.
      var seen = "state" in change ? { revision: Number(item.dataset.revision) } : {};
      store.mark(list, idOf(item), Object.assign(seen, change));
    }

    async function share() {
      var button = tools.querySelector("[data-do=share]");
      var fragment = await window.tip.link.write(list, store.marks(list));
      part("link").hidden = !fragment;
      if (!fragment) return panel.say(/** @type {HTMLElement} */ (button).dataset.long);
      part("address").value = location.href.split("#")[0] + "#" + fragment;
      part("address").focus();
      part("address").select();
      panel.say(/** @type {HTMLElement} */ (button).dataset.done);
    }

    function reset() {
      var words = /** @type {HTMLElement} */ (tools.querySelector("[data-do=reset]")).dataset;
      var before = store.replace(list, model.map());
      panel.say(words.done, function () {
        store.replace(list, before);
        panel.say(words.undone);
      });
    }

    items.forEach(function (item) {
      var box = /** @type {HTMLInputElement} */ (item.querySelector(".tip-checklist__box"));
      var note = /** @type {HTMLTextAreaElement} */ (item.querySelector("[data-part=note]"));
      var aside = /** @type {HTMLElement} */ (item.querySelector("[data-do=na]"));
      box.addEventListener("change", function () { mark(item, { state: box.checked ? "done" : "" }); });
      aside.addEventListener("click", function () {
        mark(item, { state: aside.getAttribute("aria-pressed") === "true" ? "" : "na" });
      });
      /** @type {HTMLElement} */ (item.querySelector("[data-do=plan]")).addEventListener("click", function () { addToPlan(item); });
      note.addEventListener("input", function () { mark(item, { note: note.value }); });
      /** @type {HTMLElement} */ (item.querySelector("[data-part=own]")).hidden = false;
      // What was ticked before the script came, or by the browser's own memory of the form, is not ours.
      box.checked = false;
    });
    part("shown").addEventListener("change", narrow);
    part("level").addEventListener("change", narrow);
    tools.addEventListener("click", function (event) {
      var button = /** @type {HTMLElement} */ (event.target).closest("button[data-do]");
      var action = button && button.getAttribute("data-do");
      if (action === "share") share();
      if (action === "print") window.print();
      if (action === "reset") reset();
    });
    store.listen(show);
    tools.hidden = false;
    show();
  }

  document.querySelectorAll("[data-component=checklist]").forEach(function (root) {
    start(/** @type {HTMLElement} */ (root));
  });
})();
