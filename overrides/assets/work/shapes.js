/**
 * The shapes of a reader's own work: what a mark, a row of the plan, an idea and a workspace are made of.
 *
 * What comes from files and addresses of others is made anew by these, field by field: only what is known by name and
 * type is taken in, and every map is made without a prototype.
 */
(function () {
  "use strict";

  /** @typedef {"done" | "na" | ""} State */
  /** @typedef {{state: State, note: string, revision: number, changed: string}} Mark one item: what was done with it */
  /** @typedef {Record<string, Record<string, Mark>>} Checklists marks by list and item */
  /** @typedef {Record<string, any>} Entry a row of the plan or an idea: `place`, `removed`, `changed` and the fields of its collection */
  /** @typedef {{id: string, name: string, created: string, changed: string, removed: boolean, year_start: string, answer_days: number, checklists: Checklists, plan: Record<string, Entry>, ideas: Record<string, Entry>}} Workspace */

  var LIMITS = { characters: 2000000, workspaces: 200, lists: 200, items: 1000, entries: 2000, living: 500, name: 60, note: 1000, fragment: 8000 };
  var ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  var MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;
  var MONTH = /^(\d{4}-(0[1-9]|1[0-2]))?$/;
  var SOURCE = /^((checklists|stories|run-sheets|conversations|surveys|year-wheels)\/[a-z0-9-]{1,80}(\/[a-z0-9-]{1,80})?)?$/;
  var STATES = ["", "na", "done"];

  /** Thrown when something is not as it must be. */
  function Damaged() {}

  /** @param {boolean} holds */
  function demand(holds) {
    if (!holds) throw new Damaged();
  }

  /** @returns {any} a map without a prototype */
  function map() {
    return Object.create(null);
  }

  /** @param {any} value */
  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /** @param {any} value @param {number} most */
  function isText(value, most) {
    return typeof value === "string" && value.length <= most;
  }

  /** @param {any} value @param {number} least @param {number} most */
  function isWhole(value, least, most) {
    return Number.isInteger(value) && value >= least && value <= most;
  }

  /** @param {any} value */
  function isMoment(value) {
    return isText(value, 40) && MOMENT.test(value);
  }

  /** @param {any} value a day as åååå-mm-dd that exists, or «» */
  function isDay(value) {
    if (value === "") return true;
    if (!isText(value, 10) || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
    var day = new Date(value + "T00:00:00Z");
    return !isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value;
  }

  /** @param {number} most @returns {(value: any) => boolean} */
  function text(most) {
    return function (value) { return isText(value, most); };
  }

  /** @param {string[]} values @returns {(value: any) => boolean} */
  function oneOf(values) {
    return function (value) { return values.includes(value); };
  }

  /** @param {any} value */
  function isSource(value) {
    return isText(value, 180) && SOURCE.test(value);
  }

  /** The collections of a workspace, and what each field of an entry may hold. @type {Record<string, Record<string, (value: any) => boolean>>} */
  var COLLECTIONS = {
    plan: {
      what: text(400),
      why: text(1000),
      who: text(120),
      due: isDay,
      forum: text(120),
      discussed: isDay,
      level: oneOf(["", "informasjon", "drøfting", "forhandling", "medvirkning"]),
      status: oneOf(["planned", "doing", "done", "dropped"]),
      review: isDay,
      source: isSource,
    },
    ideas: {
      idea: text(1000),
      received: isDay,
      status: oneOf(["received", "considered", "tried", "done", "declined"]),
      answer: text(1000),
      answered: isDay,
    },
  };

  /** What an entry holds before anyone has written in it. @type {Record<string, Entry>} */
  var EMPTY = {
    plan: { what: "", why: "", who: "", due: "", forum: "", discussed: "", level: "", status: "planned", review: "", source: "" },
    ideas: { idea: "", received: "", status: "received", answer: "", answered: "" },
  };

  /**
   * Returns a map made anew from one of someone else's, with keys that are ids.
   * @param {any} value @param {number} most @param {(inner: any) => any} each
   */
  function mapOf(value, most, each) {
    demand(isObject(value));
    var keys = Object.keys(value);
    demand(keys.length <= most && keys.every(function (key) { return key.length <= 80 && ID.test(key); }));
    var made = map();
    keys.forEach(function (key) { made[key] = each(value[key]); });
    return made;
  }

  /** @param {any} value @returns {Mark} */
  function markOf(value) {
    demand(isObject(value));
    demand(STATES.includes(value.state) && isText(value.note, LIMITS.note));
    demand(isWhole(value.revision, 1, 9999) && isMoment(value.changed));
    return { state: value.state, note: value.note, revision: value.revision, changed: value.changed };
  }

  /** @param {string} collection @param {any} value */
  function entriesOf(collection, value) {
    var made = mapOf(value, LIMITS.entries, function (entry) { return entryOf(collection, entry); });
    demand(Object.values(made).filter(function (entry) { return !entry.removed; }).length <= LIMITS.living);
    return made;
  }

  /** @param {string} collection @param {any} value @returns {Entry} */
  function entryOf(collection, value) {
    demand(isObject(value));
    demand(Number.isFinite(value.place) && Math.abs(value.place) <= 1e9 && typeof value.removed === "boolean" && isMoment(value.changed));
    /** @type {Entry} */
    var made = { place: value.place, removed: value.removed, changed: value.changed };
    Object.entries(COLLECTIONS[collection]).forEach(function (field) {
      demand(field[1](value[field[0]]));
      made[field[0]] = value[field[0]];
    });
    return made;
  }

  /** @param {any} value @returns {Workspace} */
  function workspaceOf(value) {
    demand(isObject(value));
    demand(isText(value.id, 40) && ID.test(value.id) && isText(value.name, LIMITS.name) && value.name.trim() !== "");
    demand(isMoment(value.created) && isMoment(value.changed) && typeof value.removed === "boolean");
    demand(isText(value.year_start, 7) && MONTH.test(value.year_start) && isWhole(value.answer_days, 1, 365));
    return {
      id: value.id,
      name: value.name,
      created: value.created,
      changed: value.changed,
      removed: value.removed,
      year_start: value.year_start,
      answer_days: value.answer_days,
      checklists: mapOf(value.checklists, LIMITS.lists, function (list) { return mapOf(list, LIMITS.items, markOf); }),
      plan: entriesOf("plan", value.plan),
      ideas: entriesOf("ideas", value.ideas),
    };
  }

  /** @param {any} data @returns {{workspaces: Workspace[]}} */
  function workOf(data) {
    demand(Array.isArray(data.workspaces) && data.workspaces.length <= LIMITS.workspaces);
    var workspaces = data.workspaces.map(workspaceOf);
    var ids = workspaces.map(function (/** @type {Workspace} */ one) { return one.id; });
    demand(new Set(ids).size === ids.length);
    return { workspaces: workspaces };
  }

  window.tip = Object.assign(window.tip || {}, {
    shapes: { LIMITS: LIMITS, COLLECTIONS: COLLECTIONS, EMPTY: EMPTY, Damaged: Damaged, demand: demand, map: map, isObject: isObject, isDay: isDay, isSource: isSource, workOf: workOf },
  });
})();
