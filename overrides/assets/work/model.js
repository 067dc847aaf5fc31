/**
 * What a reader's own work is made of, and what may be done with it: read, written, merged and shared.
 *
 * Nothing here touches the page or the browser's memory. Keys come from files and addresses of others, so every map is
 * made without a prototype, and only what is known by name and type is taken in.
 */
(function () {
  "use strict";

  /** @typedef {"done" | "na" | ""} State */
  /** @typedef {{state: State, note: string, revision: number, changed: string}} Mark one item: what was done with it */
  /** @typedef {Record<string, Record<string, Mark>>} Checklists marks by list and item */
  /** @typedef {{id: string, name: string, created: string, changed: string, removed: boolean, checklists: Checklists}} Workspace */
  /** @typedef {{workspaces: Workspace[]}} Work */
  /** @typedef {{work: Work} | {problem: string}} Reading */

  var FORMAT = "tillit-i-praksis";
  var VERSION = 1;
  var LIMITS = { characters: 2000000, workspaces: 200, lists: 200, items: 1000, name: 60, note: 1000, fragment: 8000 };
  var ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  var MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;
  var STATES = ["", "na", "done"];

  /** How a file of an older version becomes one of the next: by the version it comes from. @type {Record<number, (data: any) => any>} */
  var MIGRATIONS = {};

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

  /** Thrown inside this file only, when something is not as it must be. */
  function Damaged() {}

  /** @param {boolean} holds */
  function demand(holds) {
    if (!holds) throw new Damaged();
  }

  /**
   * Returns a map made anew from one of someone else's, with keys that are ids.
   * @param {any} value @param {number} most @param {(inner: any) => any} each
   */
  function mapOf(value, most, each) {
    demand(isObject(value));
    var keys = Object.keys(value);
    demand(keys.length <= most && keys.every(function (key) { return ID.test(key); }));
    var made = map();
    keys.forEach(function (key) { made[key] = each(value[key]); });
    return made;
  }

  /** @param {any} value @returns {Mark} */
  function markOf(value) {
    demand(isObject(value));
    demand(STATES.includes(value.state) && isText(value.note, LIMITS.note));
    demand(Number.isInteger(value.revision) && value.revision >= 1 && value.revision <= 9999);
    demand(isText(value.changed, 40) && MOMENT.test(value.changed));
    return { state: value.state, note: value.note, revision: value.revision, changed: value.changed };
  }

  /** @param {any} value @returns {Workspace} */
  function workspaceOf(value) {
    demand(isObject(value));
    demand(isText(value.id, 40) && ID.test(value.id) && isText(value.name, LIMITS.name) && value.name.trim() !== "");
    demand(MOMENT.test(value.created) && MOMENT.test(value.changed) && typeof value.removed === "boolean");
    return {
      id: value.id,
      name: value.name,
      created: value.created,
      changed: value.changed,
      removed: value.removed,
      checklists: mapOf(value.checklists, LIMITS.lists, function (list) { return mapOf(list, LIMITS.items, markOf); }),
    };
  }

  /** @param {any} data @returns {Work} */
  function workOf(data) {
    demand(Array.isArray(data.workspaces) && data.workspaces.length <= LIMITS.workspaces);
    var workspaces = data.workspaces.map(workspaceOf);
    var ids = workspaces.map(function (/** @type {Workspace} */ one) { return one.id; });
    demand(new Set(ids).size === ids.length);
    return { workspaces: workspaces };
  }

  /**
   * Reads what `write` wrote, here or in an older version. Problems are «large», «not-json», «not-ours», «newer» and
   * «damaged»; nothing is taken from a file that has one.
   * @param {string} text @returns {Reading}
   */
  function read(text) {
    if (text.length > LIMITS.characters) return { problem: "large" };
    var data;
    try {
      data = JSON.parse(text);
    } catch (_) {
      return { problem: "not-json" };
    }
    if (!isObject(data) || data.format !== FORMAT || !Number.isInteger(data.version)) return { problem: "not-ours" };
    if (data.version > VERSION) return { problem: "newer" };
    try {
      while (data.version < VERSION) {
        demand(Object.hasOwn(MIGRATIONS, data.version));
        data = MIGRATIONS[data.version](data);
      }
      return { work: workOf(data) };
    } catch (error) {
      if (error instanceof Damaged || error instanceof TypeError) return { problem: "damaged" };
      throw error;
    }
  }

  /** Writes work as the text of a file. @param {Work} work @param {string} now @returns {string} */
  function write(work, now) {
    return JSON.stringify({ format: FORMAT, version: VERSION, saved: now, workspaces: work.workspaces }, null, 1) + "\n";
  }

  /** @param {string} name @param {string} id @param {string} now @returns {Workspace} */
  function workspace(name, id, now) {
    return { id: id, name: name.trim().slice(0, LIMITS.name), created: now, changed: now, removed: false, checklists: map() };
  }

  /** Which of two marks stands: the newest, and of two at once the one that comes last as text. @param {Mark} a @param {Mark} b */
  function newest(a, b) {
    if (a.changed !== b.changed) return a.changed > b.changed ? a : b;
    return JSON.stringify(a) > JSON.stringify(b) ? a : b;
  }

  /** @param {any} a @param {any} b @param {(one: any, other: any) => any} both */
  function union(a, b, both) {
    var made = map();
    Object.keys(a).concat(Object.keys(b)).sort().forEach(function (key) {
      made[key] = !(key in a) ? b[key] : !(key in b) ? a[key] : both(a[key], b[key]);
    });
    return made;
  }

  /** @param {Workspace} a @param {Workspace} b @returns {Workspace} */
  function mergedWorkspace(a, b) {
    var key = function (/** @type {Workspace} */ one) { return one.changed + JSON.stringify([one.removed, one.name, one.created]); };
    var later = key(a) > key(b) ? a : b;
    var lists = union(a.checklists, b.checklists, function (one, other) { return union(one, other, newest); });
    return {
      id: a.id, name: later.name, created: later.created, changed: later.changed, removed: later.removed, checklists: lists,
    };
  }

  /**
   * Merges two versions of the same work, made in two tabs or from a file and the memory of the device: for each item
   * the newest mark stands. The order of the two does not matter, and merging again changes nothing.
   * @param {Work} a @param {Work} b @returns {Work}
   */
  function merge(a, b) {
    var byId = map();
    a.workspaces.concat(b.workspaces).forEach(function (one) {
      byId[one.id] = one.id in byId ? mergedWorkspace(byId[one.id], one) : one;
    });
    return { workspaces: Object.keys(byId).sort().map(function (id) { return byId[id]; }) };
  }

  /**
   * Counts a list: what is done, what does not apply, and how many that leaves to count against.
   * @param {Record<string, Mark>} marks @param {string[]} ids
   */
  function counts(marks, ids) {
    var of = function (/** @type {State} */ state) {
      return ids.filter(function (id) { return id in marks && marks[id].state === state; }).length;
    };
    var na = of("na");
    return { done: of("done"), na: na, total: ids.length - na };
  }

  window.tip = Object.assign(window.tip || {}, {
    model: { FORMAT: FORMAT, VERSION: VERSION, LIMITS: LIMITS, map: map, read: read, write: write, workspace: workspace, merge: merge, counts: counts },
  });
})();
