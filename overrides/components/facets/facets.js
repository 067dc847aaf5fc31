/**
 * Narrows and sorts a list by what each entry carries in its data attributes.
 *
 * The choice lives in the fragment of the address, so that it can be shared and survives a reload; nothing is stored.
 * Within one way any chosen value will do; between the ways all must agree. The counts tell what a choice would leave.
 */
(function () {
  "use strict";

  /** @param {HTMLElement} entry @param {string} key @returns {string[]} the values of an entry */
  function valuesOf(entry, key) {
    return (entry.getAttribute("data-" + key) || "").split("|");
  }

  /** @param {HTMLFormElement} form @returns {Map<string, string[]>} the chosen values by key */
  function chosenIn(form) {
    var chosen = new Map();
    form.querySelectorAll("fieldset").forEach(function (set) {
      var on = Array.from(set.querySelectorAll("input:checked")).map(function (box) {
        return /** @type {HTMLInputElement} */ (box).value;
      });
      if (on.length) chosen.set(/** @type {string} */ (set.getAttribute("data-key")), on);
    });
    return chosen;
  }

  /** Tells whether an entry agrees with every way but one. @param {HTMLElement} entry @param {Map<string, string[]>} chosen @param {string} [butFor] */
  function agrees(entry, chosen, butFor) {
    return Array.from(chosen).every(function (pair) {
      var values = valuesOf(entry, pair[0]);
      return pair[0] === butFor || pair[1].some(function (value) { return values.includes(value); });
    });
  }

  /** @param {string} order @returns {(one: HTMLElement, other: HTMLElement) => number} */
  function comparison(order) {
    var key = "data-sort-" + order;
    return function (one, other) {
      var a = one.getAttribute(key) || "", b = other.getAttribute(key) || "";
      return order === "newest" ? Number(b) - Number(a) : a.localeCompare(b, document.documentElement.lang);
    };
  }

  /** @param {HTMLFormElement} form */
  function start(form) {
    var list = /** @type {HTMLElement} */ (form.nextElementSibling);
    var entries = /** @type {HTMLElement[]} */ (Array.from(list.querySelectorAll("[data-entry]")));
    var homes = entries.map(function (entry) { return entry.parentElement; });
    var sort = /** @type {HTMLSelectElement | null} */ (form.querySelector("select"));
    var flat = /** @type {HTMLElement} */ (homes[0].cloneNode(false));
    var standing = sort ? sort.options[0].value : "", arranged = standing;
    var status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
    var empty = /** @type {HTMLElement} */ (form.querySelector("[data-part=empty]"));
    flat.removeAttribute("data-component");
    flat.hidden = true;
    list.appendChild(flat);

    /** @param {Map<string, string[]>} chosen */
    function count(chosen) {
      form.querySelectorAll("fieldset").forEach(function (set) {
        var key = /** @type {string} */ (set.getAttribute("data-key"));
        var left = entries.filter(function (entry) { return agrees(entry, chosen, key); });
        set.querySelectorAll("label").forEach(function (label) {
          var box = /** @type {HTMLInputElement} */ (label.querySelector("input"));
          var hits = left.filter(function (entry) { return valuesOf(entry, key).includes(box.value); });
          /** @type {HTMLElement} */ (label.querySelector(".tip-facets__count")).textContent = "(" + hits.length + ")";
        });
      });
    }

    /** Puts the entries in the chosen order: in their groups, or in one list. */
    function arrange() {
      var order = sort ? sort.value : standing;
      var grouped = order === standing;
      if (order === arranged) return;
      arranged = order;
      entries.forEach(function (entry, at) { homes[at].appendChild(entry); });
      if (!grouped) entries.slice().sort(comparison(order)).forEach(function (entry) { flat.appendChild(entry); });
      flat.hidden = grouped;
    }

    /** Hides groups with nothing left in them, and the list of ways to them when there is only one list. */
    function tidy() {
      list.querySelectorAll("[data-group]").forEach(function (group) {
        /** @type {HTMLElement} */ (group).hidden = !group.querySelector("[data-entry]:not([hidden])");
      });
      list.querySelectorAll("[data-jump]").forEach(function (jump) {
        /** @type {HTMLElement} */ (jump).hidden = !flat.hidden;
      });
    }

    function show() {
      var chosen = chosenIn(form);
      entries.forEach(function (entry) { entry.hidden = !agrees(entry, chosen); });
      count(chosen);
      arrange();
      tidy();
      var shown = entries.filter(function (entry) { return !entry.hidden; }).length;
      status.textContent = /** @type {string} */ (form.dataset.shown)
        .replace("{shown}", String(shown)).replace("{total}", String(entries.length));
      empty.hidden = shown > 0;
    }

    function write() {
      var state = new URLSearchParams();
      chosenIn(form).forEach(function (values, key) { state.set(key, values.join("|")); });
      if (sort && sort.value !== standing) state.set("sort", sort.value);
      var fragment = state.toString();
      history.replaceState(history.state, "", fragment ? "#" + fragment : location.pathname + location.search);
    }

    function read() {
      var state = new URLSearchParams(location.hash.slice(1));
      var any = false;
      form.querySelectorAll("input").forEach(function (box) {
        box.checked = (state.get(box.name) || "").split("|").includes(box.value);
        any = any || box.checked;
      });
      if (sort && Array.from(sort.options).some(function (option) { return option.value === state.get("sort"); })) {
        sort.value = /** @type {string} */ (state.get("sort"));
      }
      if (any) /** @type {HTMLDetailsElement} */ (form.querySelector("details")).open = true;
    }

    form.addEventListener("change", function () { show(); write(); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(function () { show(); write(); }, 0); });
    window.addEventListener("hashchange", function () {
      if (location.hash.includes("=")) { read(); show(); }
    });
    read();
    show();
    form.hidden = false;
  }

  document.querySelectorAll("form.tip-facets").forEach(function (form) {
    start(/** @type {HTMLFormElement} */ (form));
  });
})();
