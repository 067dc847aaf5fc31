// uses: store
/**
 * The rows of the plan and the ideas of the idea log: added, changed, moved, taken away and brought back.
 *
 * An entry that is taken away stays as a mark of that, so that another tab does not bring it back.
 */
(function () {
  "use strict";

  /** @typedef {Record<string, any>} Entry see shapes.js */

  var store = window.tip.store, shapes = window.tip.shapes;
  var MOST = shapes.LIMITS.living;

  function now() {
    return new Date().toISOString();
  }

  /** The entries of a collection in the chosen workspace, in the reader's own order. @param {string} collection @returns {Array<[string, Entry]>} */
  function all(collection) {
    var held = store.one()[collection];
    return Object.keys(held).filter(function (id) { return !held[id].removed; }).sort(function (a, b) {
      return held[a].place - held[b].place || (a < b ? -1 : 1);
    }).map(function (id) { return [id, held[id]]; });
  }

  /** Forgets the oldest of those that are taken away, when there are very many. @param {Record<string, Entry>} held */
  function prune(held) {
    var gone = Object.keys(held).filter(function (id) { return held[id].removed; });
    gone.sort(function (a, b) { return held[a].changed < held[b].changed ? -1 : 1; });
    gone.slice(0, Math.max(gone.length - MOST, 0)).forEach(function (id) { delete held[id]; });
  }

  /** Tells whether there is room for so many more. @param {string} collection @param {number} count */
  function hasRoom(collection, count) {
    return all(collection).length + count <= MOST;
  }

  /** Adds several entries last; none of them when there is no room. @param {string} collection @param {Entry[]} several @returns {string[]} their ids */
  function addAll(collection, several) {
    if (!hasRoom(collection, several.length)) return [];
    var held = store.one()[collection], last = all(collection).pop(), place = last ? last[1].place : 0;
    prune(held);
    var ids = several.map(function (fields) {
      var id = store.freshId();
      place += 1;
      held[id] = Object.assign({}, shapes.EMPTY[collection], fields, { place: place, removed: false, changed: now() });
      return id;
    });
    store.touch();
    return ids;
  }

  /** @param {string} collection @param {string} id @param {Entry} change */
  function change(collection, id, change) {
    var held = store.one()[collection];
    if (!(id in held)) return;
    held[id] = Object.assign({}, held[id], change, { changed: now() });
    store.touch();
  }

  /** Moves an entry one place up (-1) or down (1). @param {string} collection @param {string} id @param {number} step */
  function move(collection, id, step) {
    var held = store.one()[collection], order = all(collection).map(function (pair) { return pair[0]; });
    var at = order.indexOf(id), to = at + step;
    if (at < 0 || to < 0 || to >= order.length) return;
    order.splice(to, 0, order.splice(at, 1)[0]);
    order.forEach(function (each, number) {
      if (held[each].place !== number + 1) held[each] = Object.assign({}, held[each], { place: number + 1, changed: now() });
    });
    store.touch();
  }

  window.tip.entries = {
    all: all,
    hasRoom: hasRoom,
    addAll: addAll,
    change: change,
    move: move,
    /** @param {string} collection @param {Entry} fields @returns {string} its id, or «» when there is no room */
    add: function (collection, fields) { return addAll(collection, [fields])[0] || ""; },
    /** @param {string} collection @param {string} id */
    remove: function (collection, id) { change(collection, id, { removed: true }); },
    /** @param {string} collection @param {string} id */
    restore: function (collection, id) { change(collection, id, { removed: false }); },
  };
})();
