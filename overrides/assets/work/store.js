// uses: memory
/**
 * Keeps the reader's work: in the page until the reader asks for more, then in the memory of the device as well.
 *
 * The memory is one entry. It is written whole, and what another tab has written since is merged in first, so that no
 * tab takes away what another has done. A memory that is full, blocked or damaged is told of and left as it is; the
 * work then stays in the page.
 */
(function () {
  "use strict";

  var model = window.tip.model, memory = window.tip.memory;

  /** @type {Array<(what: string) => void>} */
  var listeners = [];
  var work = { workspaces: [] };
  var current = "";
  var remembered = false;
  var stamp = "";
  /** Why what was changed last is not in the memory, or «». */
  var trouble = "";
  var savedToFile = "";
  var keptAt = "";
  var unsaved = false;

  function now() {
    return new Date().toISOString();
  }

  /** @param {string} what */
  function tell(what) {
    listeners.forEach(function (listener) { listener(what); });
  }

  function freshId() {
    return Date.now().toString(36) + "-" + ("000000" + Math.random().toString(36).slice(2)).slice(-6);
  }

  /** Writes the work to the memory, with what another tab has put there merged in. @returns {string} a problem, or «» */
  function keep() {
    var kept = memory.read(), next = freshId();
    if (kept && kept.problem) return kept.problem;
    if (!kept && remembered) {
      forgotten();
      return "forgotten-elsewhere";
    }
    if (kept && kept.stamp !== stamp) {
      work = model.merge(work, kept.work);
      stamp = kept.stamp;
      tell("merged");
    }
    var problem = memory.write({ work: work, current: current, stamp: next, savedToFile: savedToFile }, now());
    if (problem) return problem;
    stamp = next;
    keptAt = now();
    return "";
  }

  /** Takes note that the memory was emptied by another tab: what is here stays here, and is not written back. */
  function forgotten() {
    remembered = false;
    unsaved = true;
    trouble = "";
    tell("forgotten-elsewhere");
  }

  /** Takes note of a change made by the reader. */
  function changed() {
    unsaved = true;
    if (remembered) {
      trouble = keep();
      if (!remembered) trouble = "";
      else if (trouble) tell(trouble);
      else unsaved = false;
    }
    tell("changed");
  }

  function living() {
    return work.workspaces.filter(function (one) { return !one.removed; });
  }

  function one() {
    return living().find(function (each) { return each.id === current; }) || living()[0];
  }

  /** Makes room among the deleted workspaces, which are only kept so that another tab does not bring them back. */
  function makeRoom() {
    var gone = work.workspaces.filter(function (each) { return each.removed; });
    gone.sort(function (a, b) { return a.changed < b.changed ? -1 : 1; });
    while (work.workspaces.length >= model.LIMITS.workspaces && gone.length) {
      work.workspaces.splice(work.workspaces.indexOf(gone.shift()), 1);
    }
    return work.workspaces.length < model.LIMITS.workspaces;
  }

  /** @param {string} name */
  function add(name) {
    if (!makeRoom()) {
      tell("many");
      return one();
    }
    var made = model.workspace(name, freshId(), now());
    work.workspaces.push(made);
    current = made.id;
    return made;
  }

  /** Takes note of what was added, unless it is more than can be read again. @param {any[]} before the workspaces to go back to @param {string} chosen */
  function sound(before, chosen) {
    if (model.fits(model.kept(work), now())) {
      changed();
      return true;
    }
    work.workspaces = before;
    current = chosen;
    tell("many");
    return false;
  }

  /** Begins with what the memory holds, or with one empty workspace. @param {string} name what to call that */
  function begin(name) {
    var kept = memory.read();
    var told = "";
    if (kept && kept.problem) told = kept.problem === "blocked" ? "" : kept.problem;
    else if (kept && kept.expires < now()) {
      memory.forget();
      told = "expired";
    } else if (kept) {
      work = kept.work;
      current = kept.current;
      stamp = kept.stamp;
      savedToFile = kept.savedToFile;
      remembered = true;
    }
    if (!one()) add(name);
    current = one().id;
    if (told) tell(told);
  }

  /** Takes in what another tab has done, and writes back what it had not seen. */
  function refresh() {
    if (!remembered) return;
    var kept = memory.read();
    if (kept === null) forgotten();
    else if (!kept.problem && kept.stamp !== stamp) {
      work = model.merge(work, kept.work);
      stamp = kept.stamp;
      if (!one()) current = "";
      if (JSON.stringify(model.kept(work)) !== JSON.stringify(kept.work)) keep();
      tell("merged");
    }
    tell("changed");
  }

  window.addEventListener("storage", function (event) {
    if (event.key === memory.KEY || event.key === null) refresh();
  });

  // A page the browser has kept aside has heard of nothing meanwhile.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) refresh();
  });

  window.addEventListener("beforeunload", function (event) {
    if (unsaved) event.preventDefault();
  });

  window.tip.store = {
    begin: begin,
    freshId: freshId,
    /** @param {(what: string) => void} listener called with «changed», or with what the reader should be told */
    listen: function (listener) { listeners.push(listener); },
    workspaces: living,
    one: one,
    isRemembered: function () { return remembered; },
    isUnsaved: function () { return unsaved; },
    /** Why what was changed last is not in the memory, or «». */
    trouble: function () { return trouble; },
    savedToFile: function () { return savedToFile; },
    /** When the memory of the device was last written, in this tab. */
    keptAt: function () { return keptAt; },

    /** The marks of a list in the chosen workspace. @param {string} list */
    marks: function (list) {
      return one().checklists[list] || model.map();
    },

    /** Changes the mark of an item. @param {string} list @param {string} item @param {any} change */
    mark: function (list, item, change) {
      var lists = one().checklists;
      if (!(list in lists)) lists[list] = model.map();
      var before = lists[list][item] || { state: "", note: "", revision: 1, changed: "" };
      lists[list][item] = Object.assign({}, before, change, { changed: now() });
      changed();
    },

    /** Puts other marks in the place of those of a list, and returns what was there. @param {string} list @param {any} marks */
    replace: function (list, marks) {
      var lists = one().checklists, before = lists[list] || model.map(), moment = now(), made = model.map();
      Object.keys(before).forEach(function (item) {
        made[item] = { state: "", note: "", revision: before[item].revision, changed: moment };
      });
      Object.keys(marks).forEach(function (item) { made[item] = Object.assign({}, marks[item], { changed: moment }); });
      lists[list] = made;
      changed();
      return before;
    },

    /** Tells that the reader has changed something in the chosen workspace. */
    touch: changed,

    /** Sets what belongs to the chosen workspace as a whole. @param {{year_start?: string, answer_days?: number}} change */
    set: function (change) { Object.assign(one(), change, { changed: now() }); changed(); },

    /** @param {string} name */
    add: function (name) {
      var before = one();
      if (add(name) === before) return false;
      changed();
      return true;
    },

    /** @param {string} id */
    choose: function (id) {
      current = id;
      if (remembered) trouble = keep();
      tell("changed");
    },

    /** @param {string} name */
    rename: function (name) {
      Object.assign(one(), { name: name.trim().slice(0, model.LIMITS.name), changed: now() });
      changed();
    },

    /** @param {string} name of the copy */
    duplicate: function (name) {
      var from = one(), made = add(name);
      if (made === from) return false;
      model.fill(made, from, now());
      return sound(work.workspaces.filter(function (each) { return each !== made; }), from.id);
    },

    /** Takes the chosen workspace away; `restore` brings it back. @param {string} name of a new one, if none is left */
    remove: function (name) {
      var gone = one();
      Object.assign(gone, { removed: true, changed: now() });
      if (!living().length) add(name);
      current = one().id;
      changed();
      return gone.id;
    },

    /** @param {string} id */
    restore: function (id) {
      var found = work.workspaces.find(function (each) { return each.id === id; });
      if (!found) return;
      Object.assign(found, { removed: false, changed: now() });
      current = id;
      changed();
    },

    /** Starts to remember, or stops and empties the memory. @param {boolean} on @returns {string} a problem, or «» */
    remember: function (on) {
      if (!on) {
        memory.forget();
        remembered = false;
        unsaved = true;
        stamp = "";
        trouble = "";
        tell("changed");
        return "";
      }
      var problem = keep();
      remembered = problem === "";
      if (remembered) unsaved = false;
      tell("changed");
      return problem;
    },

    /** Deletes everything, here and in the memory. @param {string} name of the empty workspace that is left */
    clear: function (name) {
      memory.forget();
      work = { workspaces: [] };
      remembered = false;
      unsaved = false;
      savedToFile = "";
      stamp = "";
      trouble = "";
      add(name);
      tell("changed");
    },

    /** The text of a file with all the work. */
    file: function () {
      var moment = now();
      return model.write({ workspaces: living().map(function (each) {
        return model.fill(model.workspace(each.name, each.id, each.created), each, moment);
      }) }, moment);
    },

    /** Tells that a file has been saved. */
    fileSaved: function () {
      savedToFile = now();
      unsaved = false;
      if (remembered) keep();
      tell("changed");
    },

    /**
     * Takes in the work of a file or an address: its workspaces come beside those that are here, under new ids, so that
     * nothing is overwritten.
     * @param {any} other @param {(name: string) => string} called what to call each
     * @returns {boolean} whether there was room
     */
    takeIn: function (other, called) {
      var coming = other.workspaces.filter(function (each) { return !each.removed; });
      if (living().length + coming.length > model.LIMITS.workspaces) {
        tell("many");
        return false;
      }
      var before = work.workspaces.slice(), chosen = current;
      coming.forEach(function (each) { model.fill(add(called(each.name)), each, now()); });
      return sound(before, chosen);
    },
  };
})();
