// uses: model
/**
 * A checklist as an address: what is ticked and noted, in the fragment, which no server sees.
 *
 * Short states stand as they are; long ones are compressed. The whole is bounded both ways, so that an address made by
 * someone else can neither be too long to open nor grow without end when it is unpacked.
 */
(function () {
  "use strict";

  var KEY = "delt=";
  var PLAIN = "1.", PACKED = "1z.";
  var SHORT = 400, MOST_UNPACKED = 200000;

  /** @param {Uint8Array} bytes @returns {string} base64url, RFC 4648 section 5, without padding */
  function base64(bytes) {
    var text = "";
    bytes.forEach(function (byte) { text += String.fromCharCode(byte); });
    return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  /** @param {string} text @returns {Uint8Array} */
  function bytesOf(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); });
  }

  /**
   * Reads a stream to its end, but no further than `most` bytes; null when there is more.
   * @param {ReadableStream} stream @param {number} most @returns {Promise<Uint8Array | null>}
   */
  async function drained(stream, most) {
    var reader = stream.getReader(), parts = [], size = 0;
    for (;;) {
      var step = await reader.read();
      if (step.done) break;
      size += step.value.length;
      if (size > most) {
        reader.cancel();
        return null;
      }
      parts.push(step.value);
    }
    var whole = new Uint8Array(size), at = 0;
    parts.forEach(function (part) { whole.set(part, at); at += part.length; });
    return whole;
  }

  /** @param {Uint8Array} bytes @param {any} transform a CompressionStream or its opposite */
  function through(bytes, transform) {
    return drained(new Blob([bytes]).stream().pipeThrough(transform), MOST_UNPACKED);
  }

  /**
   * Returns a fragment for one list, or null when it would be longer than an address should be.
   * @param {string} list @param {Record<string, any>} marks @returns {Promise<string | null>}
   */
  async function write(list, marks) {
    var model = window.tip.model;
    var one = model.workspace("delt", "delt", new Date(0).toISOString());
    one.checklists[list] = marks;
    var bytes = new TextEncoder().encode(JSON.stringify(one.checklists));
    var packed = bytes.length > SHORT && "CompressionStream" in window ? await through(bytes, new CompressionStream("deflate-raw")) : null;
    var fragment = KEY + (packed ? PACKED + base64(packed) : PLAIN + base64(bytes));
    return fragment.length > model.LIMITS.fragment ? null : fragment;
  }

  /**
   * Returns what a fragment holds, as work with one workspace; null when it holds no list, and a problem when what it
   * holds cannot be read.
   * @param {string} fragment without «#» @returns {Promise<any>}
   */
  async function read(fragment) {
    if (!fragment.startsWith(KEY)) return null;
    var model = window.tip.model, text = fragment.slice(KEY.length);
    if (text.length > model.LIMITS.fragment) return { problem: "large" };
    try {
      var bytes = bytesOf(text.slice(text.indexOf(".") + 1));
      if (text.startsWith(PACKED)) bytes = await through(bytes, new DecompressionStream("deflate-raw"));
      else if (!text.startsWith(PLAIN)) return { problem: "newer" };
      if (!bytes) return { problem: "large" };
      var lists = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      var now = new Date().toISOString();
      var one = Object.assign(model.workspace("delt", "delt", now), { checklists: lists });
      return model.read(model.write({ workspaces: [one] }, now));
    } catch (_) {
      return { problem: "damaged" };
    }
  }

  window.tip = Object.assign(window.tip || {}, { link: { write: write, read: read } });
})();
