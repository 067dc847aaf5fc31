// uses: shapes
/**
 * What may be done with a reader's own work: read, written, merged and counted.
 *
 * Nothing here touches the page or the browser's memory.
 */
(function () {
  "use strict";

  /** @typedef {any} Workspace see shapes.js */
  /** @typedef {any} Mark see shapes.js */
  /** @typedef {{workspaces: Workspace[]}} Work */
  /** @typedef {{work: Work} | {problem: string}} Reading */

  var shapes = window.tip.shapes, LIMITS = shapes.LIMITS, map = shapes.map;
  var FORMAT = "tillit-i-praksis";
  var VERSION = 2;
  var ANSWER_DAYS = 30;

  /** How a file of an older version becomes one of the next: by the version it comes from. @type {Record<number, (data: any) => any>} */
  var MIGRATIONS = {
    1: function (data) {
      shapes.demand(Array.isArray(data.workspaces) && data.workspaces.every(shapes.isObject));
      var workspaces = data.workspaces.map(function (/** @type {any} */ one) {
        return Object.assign({}, one, { year_start: "", answer_days: ANSWER_DAYS, plan: {}, ideas: {} });
      });
      return Object.assign({}, data, { version: 2, workspaces: workspaces });
    },
  };

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
    if (!shapes.isObject(data) || data.format !== FORMAT || !Number.isInteger(data.version)) return { problem: "not-ours" };
    if (data.version > VERSION) return { problem: "newer" };
    try {
      while (data.version < VERSION) {
        shapes.demand(Object.hasOwn(MIGRATIONS, data.version));
        data = MIGRATIONS[data.version](data);
      }
      return { work: shapes.workOf(data) };
    } catch (error) {
      if (error instanceof shapes.Damaged || error instanceof TypeError) return { problem: "damaged" };
      throw error;
    }
  }

  /** Writes work as the text of a file. @param {Work} work @param {string} now @returns {string} */
  function write(work, now) {
    return JSON.stringify({ format: FORMAT, version: VERSION, saved: now, workspaces: work.workspaces }, null, 1) + "\n";
  }

  /** @param {string} name @param {string} id @param {string} now @returns {Workspace} */
  function workspace(name, id, now) {
    return {
      id: id, name: name.trim().slice(0, LIMITS.name), created: now, changed: now, removed: false,
      year_start: "", answer_days: ANSWER_DAYS, checklists: map(), plan: map(), ideas: map(),
    };
  }

  /** The entries that are not taken away, in their order, with places from one and a moment of their own. @param {Record<string, any>} held @param {string} now */
  function living(held, now) {
    var ids = Object.keys(held).filter(function (id) { return !held[id].removed; });
    ids.sort(function (a, b) { return held[a].place - held[b].place || (a < b ? -1 : 1); });
    var made = map();
    ids.forEach(function (id, at) { made[id] = Object.assign({}, held[id], { place: at + 1, changed: now }); });
    return made;
  }

  /**
   * Fills a workspace with a copy of what another holds; name and id stay its own. What is taken in was changed now, so
   * that a date someone else has written cannot stand above what the reader does later.
   * @param {Workspace} one @param {Workspace} from @param {string} now
   */
  function fill(one, from, now) {
    var checklists = union(from.checklists, map(), function () {});
    Object.keys(checklists).forEach(function (list) {
      var marks = map();
      Object.keys(from.checklists[list]).forEach(function (item) { marks[item] = Object.assign({}, from.checklists[list][item], { changed: now }); });
      checklists[list] = marks;
    });
    return Object.assign(one, {
      year_start: from.year_start, answer_days: from.answer_days,
      checklists: checklists, plan: living(from.plan, now), ideas: living(from.ideas, now),
    });
  }

  /** @param {Record<string, any>} held @param {string} collection @returns {Record<string, any>} with nothing left of what is taken away but the mark of it */
  function withoutRemoved(held, collection) {
    var made = map();
    Object.keys(held).forEach(function (id) {
      var entry = held[id];
      made[id] = entry.removed ? Object.assign({}, entry, shapes.EMPTY[collection]) : entry;
    });
    return made;
  }

  /** What of the work is written down: deleted workspaces and entries leave only a mark of that. @param {Work} work @returns {Work} */
  function kept(work) {
    return { workspaces: work.workspaces.map(function (one) {
      if (one.removed) return Object.assign(head(one), { checklists: map(), plan: map(), ideas: map() });
      return Object.assign({}, one, { plan: withoutRemoved(one.plan, "plan"), ideas: withoutRemoved(one.ideas, "ideas") });
    }) };
  }

  /** Tells whether work is as it must be to be read again. @param {Work} work @param {string} now */
  function fits(work, now) {
    var text = write(work, now);
    return text.length <= LIMITS.characters && "work" in read(text);
  }

  /** Which of two marks or entries stands: the newest, and of two at once the one that comes last as text. @param {any} a @param {any} b */
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

  /** What of a workspace is its own, and follows the one that was changed last. @param {Workspace} one */
  function head(one) {
    return {
      id: one.id, name: one.name, created: one.created, changed: one.changed, removed: one.removed,
      year_start: one.year_start, answer_days: one.answer_days,
    };
  }

  /** @param {Workspace} a @param {Workspace} b @returns {Workspace} */
  function mergedWorkspace(a, b) {
    var key = function (/** @type {Workspace} */ one) { return one.changed + JSON.stringify(head(one)); };
    return Object.assign(head(key(a) > key(b) ? a : b), {
      checklists: union(a.checklists, b.checklists, function (one, other) { return union(one, other, newest); }),
      plan: union(a.plan, b.plan, newest),
      ideas: union(a.ideas, b.ideas, newest),
    });
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
    model: { FORMAT: FORMAT, VERSION: VERSION, LIMITS: LIMITS, map: map, read: read, write: write, workspace: workspace, fill: fill, kept: kept, fits: fits, merge: merge, counts: counts },
  });
})();
