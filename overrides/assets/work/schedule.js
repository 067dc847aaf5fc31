/**
 * How the blocks of a gathering fit the time there is: how long each takes, what is cut, and when each begins.
 *
 * All lengths are whole minutes. A block never gets less than its fewest minutes, nor more than its most.
 */
(function () {
  "use strict";

  /** @typedef {{id: string, per: string, low: number, high: number, cut: number, off?: boolean}} Block `cut` is its turn to be cut, 0 for never; `off` when the reader leaves it out */
  /** @typedef {{id: string, low: number, high: number, cut: number}} Length of a block for these people */
  /** @typedef {{minutes: Record<string, number>, cut: string[], left: number, tight: boolean}} Fit `left` is what is over, `tight` tells that something is shorter than it should be */

  /** How many groups people make. @param {number} people @param {number} size */
  function groups(people, size) { return Math.max(Math.ceil(people / size), 1); }

  /** The sizes of the groups, as even as can be. @param {number} people @param {number} size @returns {number[]} */
  function sizes(people, size) {
    var count = groups(people, size);
    return Array.from({ length: count }, function (_, at) { return Math.floor(people / count) + (at < people % count ? 1 : 0); });
  }

  /** @param {Block[]} blocks @param {number} people @param {number} size @returns {Length[]} of those that are not left out */
  function lengths(blocks, people, size) {
    /** @type {Record<string, number>} */
    var times = { fast: 1, person: people, gruppe: groups(people, size) };
    return blocks.filter(function (block) { return !block.off; }).map(function (block) {
      return { id: block.id, low: block.low * times[block.per], high: block.high * times[block.per], cut: block.cut };
    });
  }

  /** @param {Length[]} all @param {"low" | "high"} which */
  function sum(all, which) {
    return all.reduce(function (total, each) { return total + each[which]; }, 0);
  }

  /** The fewest minutes it can be done in. @param {Length[]} all */
  function least(all) {
    return sum(all.filter(function (each) { return !each.cut; }), "low");
  }

  /** Those to leave out, in their turn, so that the rest can be done in the time; what fits after all is kept. @param {Length[]} all @param {number} minutes */
  function tooMuch(all, minutes) {
    var turn = all.filter(function (each) { return each.cut; }).sort(function (a, b) { return a.cut - b.cut; });
    /** @type {Length[]} */
    var gone = [];
    var need = sum(all, "low");
    while (need > minutes && turn.length) {
      var next = /** @type {Length} */ (turn.shift());
      gone.push(next);
      need -= next.low;
    }
    return gone.filter(function (each) {
      if (need + each.low > minutes) return true;
      need += each.low;
      return false;
    });
  }

  /** Shares minutes among blocks by how much each can take, and the last few by what is nearest to one more. @param {Length[]} kept @param {number} minutes */
  function share(kept, minutes) {
    var room = sum(kept, "high") - sum(kept, "low"), extra = Math.min(minutes, sum(kept, "high")) - sum(kept, "low");
    var parts = kept.map(function (each) {
      var exact = room ? extra * (each.high - each.low) / room : 0;
      return { each: each, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
    });
    var over = extra - parts.reduce(function (total, part) { return total + part.whole; }, 0);
    parts.slice().sort(function (a, b) { return b.rest - a.rest; }).slice(0, over).forEach(function (part) { part.whole += 1; });
    return Object.fromEntries(parts.map(function (part) { return [part.each.id, part.each.low + part.whole]; }));
  }

  /**
   * Fits the blocks to the minutes there are, or to all they could use.
   * @param {Length[]} all @param {number} [minutes] @returns {Fit | {short: number}} `short` is the fewest minutes it takes
   */
  function fit(all, minutes) {
    var time = minutes || sum(all, "high");
    if (!all.length || least(all) > time) return { short: least(all) };
    var gone = tooMuch(all, time), kept = all.filter(function (each) { return !gone.includes(each); });
    return {
      minutes: share(kept, time),
      cut: gone.map(function (each) { return each.id; }),
      left: Math.max(time - sum(kept, "high"), 0),
      tight: sum(kept, "high") > time,
    };
  }

  /** A time of day. @param {number} minutes after midnight */
  function clock(minutes) {
    var day = (minutes % 1440 + 1440) % 1440;
    return String(Math.floor(day / 60)).padStart(2, "0") + "." + String(day % 60).padStart(2, "0");
  }

  window.tip = Object.assign(window.tip || {}, {
    schedule: { groups: groups, sizes: sizes, lengths: lengths, least: least, fit: fit, clock: clock },
  });
})();
