/** Index: every word of the site, where it stands, and which words it can be found by. */

// What a word weighs in a name, and how much less in a long one.
var FIELD = { title: 5.5, section: 4.2, page: 1.5, tags: 3, address: 1.75, asked: 3.3, length: 0.35, usual: 5 };

/**
 * @typedef {{ location: string, title: string, text: string, tags?: string[], asked?: string[], kind?: string, themes?: string[], roles?: string[], boost?: number }} Entry
 * @typedef {{ entry: number, times: number, name: number, strength: number }} Posting how often a word stands in the text of an entry, what it weighs in its names, and both together
 * @typedef {{ ids: number[], starts: number[], ends: number[] }} Places which words stand in a text, and where
 * @typedef {{ entries: Entry[], pages: number[], words: string[], postings: Posting[][], titles: Places[], texts: Places[], average: number, weights: number[], ids: Map<string, number>, addresses: Map<number, string>,
 *   byWord: Map<string, number[]>, byRoot: Map<string, number[]>, byFold: Map<string, number[]>, byFirst: Map<string, number[]>, byLast: Map<string, number[]>,
 *   sorted: number[], spellings: Spellings }} Index
 */

/** Returns the index of the entries of a site. @param {Entry[]} entries @param {Language} language @param {Forms} forms @returns {Index} */
function createIndex(entries, language, forms) {
  var index = collect(entries);
  // Words that stand in no text can still be spelled wrongly, and mean something that does.
  language.synonyms.forEach(function (line) {
    wholeWords(line).forEach(function (word) { idOf(index, joined(word)); });
  });
  var own = index.words.map(forms.wordOf);
  own.forEach(forms.know);
  index.byWord = grouped(own);
  index.byRoot = grouped(own.map(rootOf));
  index.byFold = grouped(own.map(folded));
  index.words.forEach(function (word, id) {
    if (!index.byFold.has(folded(word))) index.byFold.set(folded(word), [id]);
  });
  addParts(index, own, forms);
  index.weights = entries.map(function (entry, at) { return weightOf(entry, entries[index.pages[at]], language); });
  index.sorted = index.words.map(function (_, id) { return id; }).sort(function (a, b) {
    return index.words[a] < index.words[b] ? -1 : 1;
  });
  index.spellings = createSpellings(index.words.map(bare));
  return index;
}

/** Returns an index of the words as they stand. @param {Entry[]} entries @returns {Index} */
function collect(entries) {
  var index = /** @type {Index} */ ({ entries: entries, pages: [], words: [], postings: [], titles: [], texts: [], ids: new Map(), addresses: new Map() });
  var first = new Map();
  var total = 0;
  entries.forEach(function (entry, at) {
    var page = entry.location.split("#")[0];
    index.pages[at] = remembered(first, page, function () { return at; });
    var opening = index.pages[at] === at;
    if (opening) index.addresses.set(at, addressOf(entry.location));
    index.titles[at] = addWords(index, at, entry.title, opening ? FIELD.title : FIELD.section);
    addWords(index, at, (entry.tags || []).join(" "), FIELD.tags);
    if (!opening) addWords(index, at, entries[index.pages[at]].title, FIELD.page);
    index.texts[at] = addWords(index, at, entry.text, 0);
    total += index.texts[at].ids.length;
  });
  index.average = total / Math.max(1, entries.length);
  addAddresses(index);
  addAllAsked(index);
  index.postings.forEach(function (own) {
    own.forEach(function (posting) { posting.strength = strength(index, posting); });
  });
  return index;
}

/** Adds the words of one field of an entry and returns where they stand. @param {Index} index @param {number} entry @param {string} html @param {number} name what a word weighs here, or 0 in the text @returns {Places} */
function addWords(index, entry, html, name) {
  /** @type {Places} */
  var places = { ids: [], starts: [], ends: [] };
  var pieces = Array.from(html.matchAll(PIECE)).filter(function (piece) { return !/^[<&]/.test(piece[0]); });
  var weight = name / (1 - FIELD.length + FIELD.length * pieces.length / FIELD.usual);
  pieces.forEach(function (found) {
    withParts(found[0].toLowerCase()).forEach(function (word) {
      var id = idOf(index, word);
      var posting = postingOf(index, id, entry);
      if (name) posting.name = Math.max(posting.name, weight);
      else posting.times++;
      places.ids.push(id);
      places.starts.push(found.index);
      places.ends.push(found.index + found[0].length);
    });
  });
  return places;
}

/** Returns the number of a word, given one if it has none. @param {Index} index @param {string} word @returns {number} */
function idOf(index, word) {
  var id = index.ids.get(word);
  if (id !== undefined) return id;
  index.ids.set(word, index.words.length);
  index.postings.push([]);
  return index.words.push(word) - 1;
}

/** Returns the posting of a word in an entry, made if it is not there. @param {Index} index @param {number} id @param {number} entry @returns {Posting} */
function postingOf(index, id, entry) {
  var own = index.postings[id];
  if (!own.length || own[own.length - 1].entry !== entry) own.push({ entry: entry, times: 0, name: 0, strength: 0 });
  return own[own.length - 1];
}

/** Returns ids by key. @param {string[]} keys @returns {Map<string, number[]>} */
function grouped(keys) {
  var groups = new Map();
  keys.forEach(function (key, id) { remembered(groups, key, function () { return []; }).push(id); });
  return groups;
}

/** Adds the words that begin or end with another word. @param {Index} index @param {string[]} own the dictionary word of each @param {Forms} forms @returns {void} */
function addParts(index, own, forms) {
  index.byFirst = new Map();
  index.byLast = new Map();
  own.forEach(function (word, id) {
    var parts = forms.isStop(word) ? [] : forms.partsOf(word);
    parts.forEach(function (part, at) {
      var side = at === parts.length - 1 ? index.byLast : index.byFirst;
      remembered(side, forms.wordOf(part), function () { return []; }).push(id);
    });
  });
}

/** Returns the words that begin with some letters. @param {Index} index @param {string} start @param {number} most @returns {number[]} */
function beginningWith(index, start, most) {
  var low = 0;
  var high = index.sorted.length;
  while (low < high) {
    var middle = (low + high) >> 1;
    if (index.words[index.sorted[middle]] < start) low = middle + 1;
    else high = middle;
  }
  var end = low;
  while (end < index.sorted.length && end - low < most && index.words[index.sorted[end]].startsWith(start)) end++;
  return index.sorted.slice(low, end);
}
