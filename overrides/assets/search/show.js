/** Show: a result as the theme's search box wants it, with the words that were found marked. */

var MOST = { pages: 40, sections: 5, passages: 2 };

/**
 * @typedef {{ location: string, title: string, text: string, score: number, terms: Record<string, boolean>, tags?: string[], about?: { kind: string, themes: string[], roles: string[] } }} Item
 *   `about`: what the page is, told with its first item
 */

/** Returns one page with its sections; the page itself is always among them. @param {Index} index @param {PageHits} found @param {Clause[]} clauses @param {Uint8Array} words @returns {Item[]} */
function itemsOf(index, found, clauses, words) {
  var items = found.hits.slice(0, MOST.sections).map(function (hit, at) {
    var item = itemOf(index, hit.entry, words);
    clauses.forEach(function (clause) {
      if (hit.asked.indexOf(clause.asked) < 0) item.terms[clause.asked] = false;
    });
    item.score = at ? hit.score : found.score;
    return item;
  });
  var opening = index.entries[found.page];
  items[0].about = { kind: opening.kind || "", themes: opening.themes || [], roles: opening.roles || [] };
  var there = found.hits.slice(0, MOST.sections).some(function (hit) { return hit.entry === found.page; });
  return there ? items : items.concat(itemOf(index, found.page, new Uint8Array(index.words.length)));
}

/** Returns which words a query found, by number: 1 for found. @param {Index} index @param {Clause[]} clauses @returns {Uint8Array} */
function wordsFound(index, clauses) {
  var words = new Uint8Array(index.words.length);
  clauses.forEach(function (clause) {
    clause.matches.forEach(function (_, id) { words[id] = 1; });
    clause.shown.forEach(function (id) { words[id] = 1; });
  });
  return words;
}

/** Returns one section, and the words in it that were found, which the page marks after the click. @param {Index} index @param {number} at @param {Uint8Array} words @returns {Item} */
function itemOf(index, at, words) {
  var entry = index.entries[at];
  var item = /** @type {Item} */ ({ location: entry.location, score: 0, terms: {} });
  item.title = marked(entry.title, index.titles[at], words, 0, entry.title.length);
  item.text = passages(entry.text, index.texts[at], words);
  [index.titles[at], index.texts[at]].forEach(function (places) {
    places.ids.forEach(function (id) {
      if (words[id]) item.terms[index.words[id]] = true;
    });
  });
  if (entry.tags) item.tags = entry.tags;
  return item;
}

/** Returns a part of an HTML text with words marked. @param {string} html @param {Places} places @param {Uint8Array} words @param {number} from @param {number} to @returns {string} */
function marked(html, places, words, from, to) {
  var out = "";
  var at = from;
  places.ids.forEach(function (id, place) {
    var start = places.starts[place];
    if (start < at || start >= to || !words[id]) return;
    out += html.slice(at, start) + "<mark>" + html.slice(start, places.ends[place]) + "</mark>";
    at = places.ends[place];
  });
  return out + html.slice(at, to);
}

/** Returns the first passages of a text that hold what was found, or the text itself. @param {string} html @param {Places} places @param {Uint8Array} words @returns {string} */
function passages(html, places, words) {
  var found = [];
  var end = 0;
  for (var place = 0; place < places.ids.length && found.length < MOST.passages; place++) {
    if (places.starts[place] < end || !words[places.ids[place]]) continue;
    var start = blockStart(html, places.starts[place]);
    end = blockEnd(html, start, places.starts[place]);
    found.push(marked(html, places, words, start, end));
  }
  return found.length ? found.join(" ") : html;
}

/** Returns where the paragraph, list item or code that holds a place begins. @param {string} html @param {number} at @returns {number} */
function blockStart(html, at) {
  return Math.max(0, html.lastIndexOf("<p>", at), html.lastIndexOf("<li>", at), html.lastIndexOf("<pre>", at));
}

/** Returns where it ends. @param {string} html @param {number} start @param {number} at @returns {number} */
function blockEnd(html, start, at) {
  var tag = /^<(\w+)>/.exec(html.slice(start, start + 6));
  var close = tag ? html.indexOf("</" + tag[1] + ">", at) : html.indexOf("<", at);
  return close < 0 ? html.length : tag ? close + tag[1].length + 3 : close;
}
