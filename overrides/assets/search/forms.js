/** Forms: which dictionary word a form belongs to, what a compound is made of, and which words share a root. */

// Tried in this order; `macros/search/forms.py` does the same.
var ENDINGS = "enes anes arane erne ene ane ens ets ers ars ere are ne en et es er ar te de s a e t n r".split(" ");
var LINKS = ["", "s", "e"];
var SHORTEST_PART = 4;

/**
 * @typedef {{ stop: string, rules: [string, string][], forms: Record<string, string>, compounds: string, synonyms: string[], pages: Record<string, number>, kinds: Record<string, number>, asides: string[] }} Language `pages`: weights by how the address begins, `kinds`: by the kind of page
 * @typedef {{ bokmal: (word: string) => string, wordOf: (form: string) => string, partsOf: (word: string) => string[],
 *   isStop: (word: string) => boolean, know: (word: string) => void }} Forms
 */

/** Returns what is known of the words of a site. @param {Language} language @returns {Forms} */
function createForms(language) {
  var rules = language.rules.map(function (rule) {
    return /** @type {[RegExp, string]} */ ([new RegExp(rule[0], "g"), rule[1]]);
  });
  var stop = new Set(language.stop.split(" "));
  var told = formsTold(language.forms);
  var compounds = compoundsTold(language.compounds);
  var known = new Set(told.values());
  compounds.forEach(function (parts, word) {
    known.add(word);
    parts.forEach(known.add, known);
  });
  var words = new Map();
  var splits = new Map();

  function bokmal(word) {
    return rules.reduce(function (form, rule) {
      return form.replace(rule[0], rule[1]);
    }, word);
  }

  function wordOf(form) {
    return remembered(words, form, function () {
      var plain = bokmal(form);
      return told.get(plain) || (known.has(plain) ? plain : undone(plain, known) || plain);
    });
  }

  function partsOf(word) {
    return compounds.get(word) || remembered(splits, word, function () {
      return split(word, known, wordOf, 0) || [];
    });
  }

  return {
    bokmal: bokmal,
    wordOf: wordOf,
    partsOf: partsOf,
    isStop: stop.has.bind(stop),
    know: function (word) {
      if (word.length >= SHORTEST_PART && !/\d/.test(word)) known.add(word);
    },
  };
}

/** Returns what a map holds for a key, made the first time. @template T @param {Map<string, T>} map @param {string} key @param {() => T} make @returns {T} */
function remembered(map, key, make) {
  var found = map.get(key);
  if (found === undefined) map.set(key, (found = make()));
  return found;
}

/** Returns words by form. @param {Record<string, string>} forms words by ending, the number in which says how much of the word it replaces @returns {Map<string, string>} */
function formsTold(forms) {
  var told = new Map();
  Object.keys(forms).forEach(function (ending) {
    var cut = parseInt(ending, 10) || 0;
    var tail = ending.replace(/^\d+/, "");
    forms[ending].split(" ").forEach(function (word) {
      told.set(word.slice(0, word.length - cut) + tail, word);
    });
  });
  return told;
}

/** Returns the parts of compounds, without what links them. @param {string} compounds @returns {Map<string, string[]>} */
function compoundsTold(compounds) {
  return new Map(compounds.split(" ").map(function (parts) {
    var split = parts.split("+");
    return [split.join(""), split.filter(function (part) { return part.length > 1; })];
  }));
}

/** Returns the known word that a form is, by undoing a regular ending. @param {string} form @param {Set<string>} known @returns {string | undefined} */
function undone(form, known) {
  for (var at = 0; at < ENDINGS.length; at++) {
    var base = form.slice(0, form.length - ENDINGS[at].length);
    if (base.length < 3 || !form.endsWith(ENDINGS[at])) continue;
    var word = [base, base + "e", base + "er"].find(function (each) { return each !== form && known.has(each); });
    if (word) return word;
  }
  return undefined;
}

/**
 * Returns the known words that an unknown one is made of, the longest last part first.
 * @param {string} word @param {Set<string>} known @param {(form: string) => string} wordOf @param {number} depth @returns {string[] | undefined}
 */
function split(word, known, wordOf, depth) {
  for (var end = SHORTEST_PART; end <= word.length - SHORTEST_PART; end++) {
    var first = word.slice(0, end);
    if (!known.has(first)) continue;
    for (var link = 0; link < LINKS.length; link++) {
      var rest = word.slice(end + LINKS[link].length);
      if (rest.length < SHORTEST_PART || !word.startsWith(LINKS[link], end)) continue;
      if (known.has(wordOf(rest))) return [first, wordOf(rest)];
      var more = depth < 1 ? split(rest, known, wordOf, depth + 1) : undefined;
      if (more) return [first].concat(more);
    }
  }
  return undefined;
}

/** Returns the root that a word shares with its relatives: leder, ledelse and lede, drøfte and drøfting. @param {string} word in dictionary form @returns {string} */
function rootOf(word) {
  var root = word.replace(/(.{3,})ering$/, "$1ere").replace(/(.{3,}?)(?:else|ning|ing|asjon|sjon|nad)$/, "$1");
  if (root === word) root = word.replace(/(.{4,})(?:elig|lig|ig|somhet|het|ende|et)$/, "$1");
  if (root === word) root = word.replace(/(.{3,})(?:er|ar|e)$/, "$1");
  return root.replace(/(.)\1$/, "$1").replace(/(.{2,})e$/, "$1");
}
