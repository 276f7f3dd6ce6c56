/**
 * The answer to a question, from the files of the index; plugins/search/query.py says how and gives the same.
 *
 * What is not loaded yet is noted as missing, fetched, and asked again. As long as something is missing nobody knows
 * what else is needed, so nothing more is looked for.
 */
import { asked, terms, tokens } from "./folding.js";

const VALUES = [0, 6, 12, 20, 30, 40, 50, 70, 85, 100];
const KINDS = { a: 1, g: 0.95, n: 0.95, f: 0.8, e: 0.9, p: 0.9, o: 0.8, r: 0.6, A: 0.55, N: 0.55, E: 0.35, P: 0.4, c: 1.5 };
const WHOLE = "c";
const MOST_WORDS = 6;
const LONGEST = 40;
const REFERENCE = 6;
const [MEANT, SAME] = [0.9, 9];
const ALSO = 0.1;
const [ONE_WRONG, TWO_WRONG] = [5, 9];
const MENDED = [1, 0.7, 0.5];
const [KNOWN, STEM, LONG] = [0.85, 0.6, 6];
const [TYPING, BEGUN] = [0.4, 0.15];
const [LONG_ENOUGH, ENDING, INFLECTED] = [8, 2, ["", "e", "n", "s"]];
const [SHORT, SHORT_INFLECTED] = [5, 0.7];
const RARE = 20;
const [LEAST_STEM, OTHERS] = [5, 0.5];
const WEAK = 16;
const CLOSE = [40, 12];
const SECOND = 4;

// --- The files: see plugins/search/shards.py ---

function script(term) {
  if (term < "\x80") return "latn";
  if (/^\p{Script=Cyrillic}/u.test(term)) return "cyrl";
  if (/^\p{Script=Arabic}/u.test(term)) return "arab";
  return /^\p{Script=Greek}/u.test(term) ? "grek" : "zyyy";
}

function beginning(term, depth) {
  if (/^[a-z]/.test(term)) return /^[a-z]+/.exec(term.slice(0, depth))[0];
  if (/^\p{Nd}/u.test(term)) return depth > 1 && term < "\x80" ? term[0] : "0";
  return depth > 1 ? term.codePointAt(0).toString(16).padStart(4, "0") : script(term);
}

const ofMeaning = (name, depth) => (depth > 1 ? name.replace(":", "-") : name.split(":")[0]);
const ofWord = (term, depth) => script(term) + (depth > 1 ? Math.min(term.length, 16) : "");

function crc32(text) {
  let crc = -1;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const ofReference = (reference, depth) =>
  depth > 1 ? (crc32(reference) % 512).toString(16).padStart(3, "0") : "all";

/** The files of an index, each fetched once. */
export class Index {
  constructor(address) {
    this.address = address;
    this.files = new Map();
    this.missing = new Set();
  }

  async text(name) {
    const response = await fetch(new URL(`${name}.txt`, this.address));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.text();
  }

  async open() {
    const told = JSON.parse(await this.text("index"));
    this.entries = told.entries;
    this.depth = told.depth;
    this.known = new Set(told.files);
    this.unimportant = new Set(told.unimportant.split(" "));
  }

  /** The lines of a file, each in its fields; none as long as it is missing. */
  lines(name) {
    if (!name.startsWith("k/") && !this.known.has(name)) return [];
    if (!this.files.has(name)) this.missing.add(name);
    return this.files.get(name) ?? [];
  }

  /** Fetches what was missing. */
  async fill() {
    const names = [...this.missing];
    this.missing.clear();
    const texts = await Promise.all(names.map((name) => this.text(name)));
    const parsed = (text) => text.split("\n").filter(Boolean).map((line) => line.split("\t"));
    names.forEach((name, i) => this.files.set(name, parsed(texts[i])));
    return names.length > 0;
  }
}

/** The entries that answer, best first: `{hits, mended}`. */
export async function answer(index, question, language = "") {
  if (!index.known) await index.open();
  for (;;) {
    const found = answerOfLoaded(index, question, language);
    if (!(await index.fill())) return found;
  }
}

function answerOfLoaded(index, question, language) {
  const words = [...new Set(asked(question))].slice(0, MOST_WORDS);
  const important = words.filter((word) => !index.unimportant.has(word));
  const found = new Map((important.length ? important : words).map((word) => [word, matches(index, word)]));
  for (const [covered, values] of phrases(index, words)) {
    for (const word of covered) if (found.has(word)) raise(found.get(word), values);
  }
  if (index.depth === 1) index.lines("d/all"); // whatever is found
  const mended = Object.create(null);
  for (const [word, values] of index.missing.size ? [] : found) {
    if (isSaid(index, word)) continue;
    const [joint, second] = joined(index, word);
    raise(values, joint);
    if (index.missing.size) continue;
    const isWeak = Math.max(0, ...values.values()) < WEAK;
    const [meant, written] = isWeak ? guessed(index, word, second) : mistypedInside(index, word);
    raise(values, meant);
    if (written) mended[word] = written;
  }
  return { hits: index.missing.size ? [] : inOrder(index, scores(index, found), question, language), mended };
}

/** The question with the words that were taken for those typed; nothing where it had none. */
export function corrected(question, mended) {
  if (!Object.keys(mended).length) return "";
  return tokens(question).map((word) => mended[terms(word)[0]] ?? word).join(" ");
}

export function quality(word, term) {
  if (term === word) return 1;
  const length = word.length;
  let rest = term.length - length;
  if (term.startsWith(word)) {
    if (rest <= 2 && length > 2) return length > 3 ? 0.95 : 0.87;
    return length >= 2 ? 0.8 * (0.75 + (0.25 * length) / term.length) : 0;
  }
  const same = common(word, term);
  const over = length - same;
  rest = term.length - same;
  if (same >= 4 && same >= 0.65 * length && over <= 3 && rest <= 3) return 0.9 - 0.06 * over - 0.03 * rest;
  if (over === 1 && same >= LEAST_STEM && rest > 3) return OTHERS;
  if (same === 3 && Math.max(length, term.length) <= SHORT && word >= "\u0370" && word < "\u0530") return SHORT_INFLECTED;
  return !rest && same > 4 ? BEGUN : 0;
}

function common(one, other) {
  let place = 0;
  while (place < one.length && place < other.length && one[place] === other[place]) place++;
  return place;
}

function matches(index, word, least = 0) {
  const found = new Map();
  const others = isBegun(index, word) ? TYPING : 1;
  const worth = (term) => quality(word, term) * (term.startsWith(word) ? 1 : others);
  for (const [term, ...groups] of index.lines(`i/${beginning(word, index.depth)}`)) {
    const degree = worth(term);
    if (degree > least) add(found, groups, degree);
  }
  const keys = index.lines(`k/${beginning(word, 1)}`).filter(([key]) => keyQuality(word, key, worth) > least);
  const begun = Math.max(0, ...keys.map(([key]) => (key.endsWith("*") ? key.length : 0)));
  const meant = new Map();
  for (const [key, , ...names] of keys) {
    if (key.endsWith("*") && key.length < begun) continue; // of beginnings of words the longest counts
    for (const name of names) raise(meant, having(index, name, keyQuality(word, key, worth)));
  }
  for (const [reference, value] of meant) {
    const said = found.get(reference) ?? 0;
    found.set(reference, Math.max(said, value) + ALSO * Math.min(said, value));
  }
  if (word.endsWith("innen") && word.length > 8) raise(found, matches(index, word.slice(0, -5), least));
  return found;
}

/** Whether nobody says the word, but one that begins so. */
function isBegun(index, word) {
  let isOne = false;
  for (const [term] of [...index.lines(`i/${beginning(word, index.depth)}`), ...index.lines(`k/${beginning(word, 1)}`)]) {
    if (term === word) return false;
    isOne ||= term.startsWith(word) && !/[ *]/.test(term);
  }
  return isOne;
}

function keyQuality(word, key, worth) {
  if (key.endsWith("*")) return word.startsWith(key.slice(0, -1)) && word.length <= key.length + 6 ? 1 : 0;
  return key.includes(" ") ? 0 : worth(key);
}

function having(index, name, degree) {
  const found = new Map();
  const meaning = name.slice(1);
  for (const [known, ...groups] of index.lines(`m/${ofMeaning(meaning, index.depth)}`)) {
    if (known === meaning) add(found, groups, (degree * MEANT * Number(name[0])) / SAME);
  }
  return found;
}

function* phrases(index, words) {
  for (const [place, word] of words.entries()) {
    for (const [key, , ...names] of index.lines(`k/${beginning(word, 1)}`)) {
      const parts = key.split(" ");
      const here = words.slice(place, place + parts.length);
      if (parts.length === 1 || here.length < parts.length) continue;
      const degree = Math.min(...here.map((one, i) => quality(one, parts[i])));
      if (degree > 0.8) for (const name of names) yield [here, having(index, name, degree)];
    }
  }
}

function add(found, groups, degree) {
  for (const group of groups) {
    const value = VALUES[Number(group[0])] * degree;
    for (let start = 1; start < group.length; start += REFERENCE) {
      const reference = group.slice(start, start + REFERENCE);
      if ((found.get(reference) ?? 0) < value) found.set(reference, value);
    }
  }
}

function raise(found, other) {
  for (const [reference, value] of other) if ((found.get(reference) ?? 0) < value) found.set(reference, value);
}

const isSaid = (index, word, least = KNOWN) =>
  index.lines(`i/${beginning(word, index.depth)}`).some(([term]) => quality(word, term) > least);

const times = (found, factor) => new Map([...found].map(([r, value]) => [r, value * factor]));
const both = (first, second) => (second === undefined ? 0.3 * first : 0.8 * Math.max(first, second));

function joined(index, word) {
  let alone = new Map();
  if (word.length > LONGEST) return [alone, alone];
  for (let cut = word.length - SECOND; cut > 2; cut--) {
    const least = word.length - cut < LONG ? KNOWN : STEM;
    const second = isSaid(index, word.slice(cut), least) ? matches(index, word.slice(cut), least) : new Map();
    const first = second.size ? firstPart(index, word.slice(0, cut)) : new Map();
    if (first.size) return [new Map([...first].map(([r, value]) => [r, both(value, second.get(r))])), new Map()];
    if (word.length - cut >= LONG - 1 && second.size) alone = times(second, 0.4);
  }
  return [new Map(), alone];
}

function firstPart(index, part) {
  const found = matches(index, part, KNOWN);
  return !found.size && part.endsWith("s") ? matches(index, part.slice(0, -1), KNOWN) : found;
}

function guessed(index, word, second) {
  const found = candidates(index, word).sort(byText);
  if (!found.length || (second.size && found[0][0] > 1)) return [second, ""];
  const meant = new Map();
  for (const [wrong, term] of found.slice(0, 8)) {
    if (wrong === found[0][0]) raise(meant, times(matches(index, term, STEM), MENDED[wrong]));
  }
  return [meant, found[0][0] ? found[0][2] : ""];
}

function mistypedInside(index, word) {
  for (const [wrong, term, written] of word.length < LONG_ENOUGH ? [] : candidates(index, word).sort(byText)) {
    if (INFLECTED.some((more) => more.length === wrong - 1 && term.endsWith(word.slice(-ENDING) + more))) {
      return [times(matches(index, term, STEM), MENDED[1]), written];
    }
  }
  return [new Map(), ""];
}

const byText = (a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[2] < b[2] ? -1 : Number(a[2] > b[2]));

function candidates(index, word) {
  const most = word.length < ONE_WRONG ? 0 : word.length < TWO_WRONG ? 1 : 2;
  if (!most) return [];
  const files = new Set();
  for (let more = -most; more <= most; more++) {
    files.add(ofWord(more < 0 ? word.slice(0, more) : word + "x".repeat(more), index.depth));
  }
  const known = [...files].flatMap((name) => index.lines(`w/${name}`));
  const keys = index.lines(`k/${beginning(word, 1)}`).map(([key, written]) => [key, written || key]);
  const found = like(word, [...known, ...keys], most);
  if (found.length) return found; // else what is in texts alone
  return like(word, index.lines(`i/${beginning(word, index.depth)}`).map(([term]) => [term]), most);
}

function like(word, known, most) {
  const found = [];
  for (const [term, written = term] of known) {
    const longer = term.length - word.length;
    if (longer < -most || longer > most + 1 || /[ *]/.test(term)) continue;
    let wrong = distance(word, term, most);
    if (wrong > most && INFLECTED.includes(term.at(-1))) wrong = distance(word, term.slice(0, -1), most);
    if (wrong <= most) found.push([wrong, term, written]);
  }
  return found;
}

export function distance(one, other, most) {
  let last;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let place = 1; place <= one.length; place++) {
    [last, before, row] = [before, row, [place]];
    for (let at = 1; at <= other.length; at++) {
      let cost = Math.min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (one[place - 1] !== other[at - 1]));
      if (place > 1 && at > 1 && one[place - 1] === other[at - 2] && one[place - 2] === other[at - 1]) {
        cost = Math.min(cost, last[at - 2] + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return Math.min(row.at(-1), most + 1);
}

function scores(index, found) {
  const some = Math.max(index.entries / RARE, 1);
  const rare = new Map([...found].map(([w, v]) => [w, Math.log(1 + Math.max(index.entries, 1) / Math.max(v.size, some))]));
  const all = [...rare.values()].reduce((sum, one) => sum + one, 0) || 1;
  const sums = new Map();
  for (const [word, values] of found) {
    for (const [reference, value] of values) {
      const [worth, covered] = sums.get(reference) ?? [0, 0];
      sums.set(reference, [worth + rare.get(word) * value, covered + rare.get(word)]);
    }
  }
  const isWhole = (r) => r[0] !== WHOLE || [...found.values()].every((values) => values.has(r));
  return new Map([...sums].filter(([r]) => isWhole(r)).map(([r, [worth, covered]]) => [r, rounded((worth / all) * (covered / all) * KINDS[r[0]])]));
}

const rounded = (number) => Math.round(number * 1e6) / 1e6;

const byScore = (a, b) => b.score - a.score || (a.reference < b.reference ? -1 : 1);

function inOrder(index, scored, question, language) {
  const best = [...scored].map(([reference, score]) => ({ reference, score })).sort(byScore).slice(0, CLOSE[index.depth > 1 ? 1 : 0]);
  const words = tokens(question).map((token) => terms(token)[0]);
  const hits = best.flatMap(({ reference, score }) => hit(index, reference, score));
  for (const one of hits) one.score = rounded(one.score * closeness(one, words, language));
  return hits.sort(byScore);
}

function hit(index, reference, score) {
  for (const [one, path, when, ...said] of index.lines(`d/${ofReference(reference, index.depth)}`)) {
    if (one !== reference) continue;
    const fields = ["", ...said];
    const names = {};
    for (let at = 0; at < fields.length; at += 3) names[fields[at]] = { title: fields[at + 1], note: fields[at + 2] };
    return [{ reference, path, when, said: names, score }];
  }
  return [];
}

function closeness({ said }, words, language) {
  let best = 1;
  for (const tag of new Set(["", language])) {
    if (!said[tag]) continue;
    const title = tokens(said[tag].title).map((token) => terms(token)[0]);
    const same = words.filter((word) => title.some((one) => quality(word, one) > 0.85)).length;
    const begins = words.every((word, i) => title[i] === word);
    const equal = begins && title.length === words.length;
    best = Math.max(best, 1 + (0.3 * same) / Math.max(title.length, 1) + 0.2 * begins + 0.3 * equal);
  }
  return best;
}

function pairs(word) {
  const letters = [...` ${word} `];
  return new Set(letters.slice(1).map((letter, i) => letters[i] + letter));
}

function alike(one, other) {
  const [a, b] = [pairs(one), pairs(other)];
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

/** The words of the index that a question that finds nothing is most like, as they are written. */
export async function nearest(index, question, most = 3) {
  for (;;) {
    const found = [...new Set(asked(question).slice(0, MOST_WORDS))].flatMap((word) => {
      const files = index.depth > 1 ? [-1, 0, 1].map((more) => script(word) + Math.min(word.length + more, 16)) : [script(word)];
      const lines = [...new Set(files)].flatMap((name) => index.lines(`w/${name}`));
      return lines.map(([term, written = term]) => [alike(word, term), written]).filter(([degree]) => degree >= 0.4);
    });
    if (await index.fill()) continue;
    return [...new Set(found.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1)).map(([, word]) => word))].slice(0, most);
  }
}
