/**
 * The file of a new entry, made of a form's answers as the office's own programs write it
 * (plugins/intake/entry_file.py, scalars.py), and the page of a forge that takes it.
 *
 * a[data-new-file]   leads there; data-forge (github, forgejo, gitlab), data-repository, data-recipe (plugins/pages/recipe.py)
 * [data-no-file]     shown instead where that cannot be: too long, or something has to be read by a person
 */
const WIDTH = 100; // a longer list gets a line for each item
const LONGEST = 8000; // of an address; GitHub takes 8,191 bytes, and so do most servers
const USUAL = 50; // characters of a file's name

class Unclear extends Error {}

/** Shows the link, or why there is none. `given` are the answers by name, `text` is the questionnaire. */
export function offer(link, form, given, text) {
  const address = addressOf(link.dataset, form, given, text);
  const note = document.querySelector("[data-no-file]");
  link.hidden = !address;
  note.hidden = Boolean(address);
  if (address) link.href = address;
}

function addressOf({ forge, repository, recipe }, form, given, text) {
  let address;
  if (forge === "gitlab") {
    address = `${repository}/-/issues/new?${query({
      "issue[title]": form.dataset.said, "issue[description]": withoutSender(text, form), "issue[confidential]": "true",
    })}`;
  } else {
    const file = entryFile(JSON.parse(recipe), given);
    if (!file) return "";
    const page = forge === "github" ? "new/main" : "_new/main/";
    address = `${repository}/${page}?${query({ filename: file.path, value: file.text })}`;
  }
  return address.length > LONGEST ? "" : address;
}

const query = (pairs) => Object.entries(pairs).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");

/** The text without who sent it: there they sign with their account. */
function withoutSender(text, form) {
  const labels = ["_sender", "_email"].map((name) => `${form.elements[name].dataset.label}: `);
  return text.split("\n").filter((line) => !labels.some((label) => line.startsWith(label))).join("\n");
}

/** The path and the text of the file; nothing where only a person can say what an answer means. */
export function entryFile(recipe, given) {
  try {
    const answers = new Map([...given].map(([name, list]) => [name, list.map(([value]) => normal(value))]));
    const entry = entryOf(recipe, answers);
    const name = entry.get("name") ?? entry.get("title") ?? "";
    return { path: `content/${recipe.folder}/${slug(name) || `${recipe.file}-${today()}`}.md`, text: fileOf(recipe, entry) };
  } catch (error) {
    if (error instanceof Unclear) return undefined;
    throw error;
  }
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
}

// What no file may contain: what steers, and what nobody sees (plugins/catalogue/source.py).
const FORBIDDEN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}\p{Cs}]/u;

function normal(value) {
  const text = value.replace(/\r\n?/g, "\n").replace(/[^\S\n]+$/gm, "").normalize("NFC");
  if (FORBIDDEN.test(text)) throw new Unclear(text);
  return text;
}

/** The values by path, in the order of the file. */
function entryOf(recipe, answers) {
  const entry = new Map();
  const isAgreed = answers.has("_consent");
  for (const [path, sorts] of recipe.fields) {
    if (path === "consent") {
      if (isAgreed) addConsent(entry, answers);
    } else if (sorts.includes("today")) entry.set(path, today());
    else if (answers.has(path) && (isAgreed || !path.startsWith("contacts."))) {
      const value = valueOf(answers.get(path), sorts, { recipe, answers, path });
      if (value instanceof Described) entry.set(`${path}.name`, value.name);
      else entry.set(path, value);
    }
  }
  return entry;
}

function addConsent(entry, answers) {
  const words = { name: "Name", email: "E-Mail-Adresse", phone: "Telefonnummer" };
  const scope = Object.keys(words).filter((key) => entry.has(`contacts.1.${key}`)).map((key) => words[key]);
  if (![...entry.keys()].some((path) => path.startsWith("contacts."))) return;
  entry.set("consent.on", today());
  if (answers.has("_sender")) entry.set("consent.by", [...line(answers.get("_sender")[0])].slice(0, 200).join(""));
  if (scope.length) entry.set("consent.scope", scope);
}

const line = (text) => text.replace(/\s+/g, " ").trim();

/** A place that is no association. */
class Described {
  constructor(name) {
    this.name = name;
  }
}

function valueOf(values, sorts, { recipe, answers, path }) {
  const is = (sort) => sorts.includes(sort);
  if (is("pairs")) return pairsOf(values);
  if (is("prose")) return values[0];
  if (is("moment")) return momentOf(values, answers, path);
  if (is("association")) {
    const ids = associations(values[0], recipe.names, is("list"));
    if (ids) return is("list") ? [...new Set(ids)] : ids[0];
    if (path === "venue") return new Described(line(values[0]));
    throw new Unclear(values[0]);
  }
  let found = values.map(line);
  if (is("day")) found = found.flatMap((text) => (is("list") ? text.split(/[,;]/).map(line).filter(Boolean) : [text])).map(dayOf);
  if (is("number")) found = found.map((text) => text.replace(/^0+(?=\d)/, ""));
  if (is("language") && !found.every((text) => /^[a-z]{2,3}(-[A-Za-z]+)*$/.test(text))) throw new Unclear(found.join());
  return is("list") ? [...new Set(found)] : found.join(" ");
}

function momentOf([day, time = ""], answers, path) {
  if (/^\d\d:\d\d$/.test(day)) return momentOf([answers.get("start")?.[0] ?? "", day], answers, path);
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Unclear(day);
  return time ? `${day}T${time}` : day;
}

function dayOf(text) {
  const [, day, month, year] = text.match(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/) ?? [];
  if (year) return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(text)) throw new Unclear(text);
  return text;
}

/** The ids of the associations that are named, if all of them are known. */
function associations(text, names, isList) {
  const known = new Map(Object.entries(names).map(([name, id]) => [line(name).toLowerCase(), id]));
  const ids = new Set(Object.values(names));
  const idOf = (name) => known.get(line(name).toLowerCase()) ?? (ids.has(line(name)) ? line(name) : undefined);
  if (idOf(text) || !isList) return idOf(text) ? [idOf(text)] : undefined;
  const found = text.split(/[,;\n]/).filter((part) => part.trim()).map(idOf);
  return found.length && found.every(Boolean) ? found : undefined;
}

function pairsOf(values) {
  const pairs = new Map();
  for (const text of values.join("\n").split("\n").filter((part) => part.trim())) {
    const [, name, value] = text.match(/^\s*([\p{L}\p{N}_][\p{L}\p{N}_ .+-]{0,39}?)\s*[:=]\s*(?!\/\/)(\S.*?)\s*$/u) ?? [];
    if (!name || pairs.has(name)) throw new Unclear(text);
    pairs.set(name, line(value));
  }
  return pairs;
}

/** The whole file: the fields between two lines, then the text. */
function fileOf(recipe, entry) {
  const sorts = new Map(recipe.fields);
  const tree = new Map();
  for (const [path, value] of entry) if (path !== "text") put(tree, path.split("."), [value, sorts.get(path) ?? []]);
  const lines = ["---", ...record(tree, 0), "---"];
  const text = tidy(entry.get("text") ?? "");
  return lines.join("\n") + (text ? `\n\n${text}\n` : "\n");
}

function tidy(text) {
  const lines = text.split("\n");
  const first = lines.findIndex((one) => one.trim());
  return first < 0 ? "" : lines.slice(first).join("\n").trimEnd();
}

/** Puts a leaf where its path leads: of a list of records there is only the first. */
function put(tree, [key, ...rest], leaf) {
  if (!rest.length) tree.set(key, leaf);
  else {
    if (!tree.has(key)) tree.set(key, new Map());
    if (rest[0] === "1") tree.get(key).isList = true;
    put(tree.get(key), rest[0] === "1" ? rest.slice(1) : rest, leaf);
  }
}

function record(tree, indent) {
  return [...tree].flatMap(([key, value]) => (value instanceof Map ? nested(key, value, indent) : pair(key, value, indent)));
}

function nested(key, tree, indent) {
  const start = `${" ".repeat(indent)}${key}:`;
  if (!tree.isList) return [start, ...record(tree, indent + 2)];
  const [first, ...others] = record(tree, indent + 4);
  return [start, `${" ".repeat(indent + 2)}- ${first.trimStart()}`, ...others];
}

function pair(key, [value, sorts], indent) {
  const start = `${" ".repeat(indent)}${key}:`;
  if (value instanceof Map) {
    const lines = [...value].map(([name, text]) => `${" ".repeat(indent + 2)}${scalar(name)}: ${scalar(text, indent + 2)}`);
    return lines.length ? [start, ...lines] : [];
  }
  if (!Array.isArray(value)) return value.trim() ? [`${start} ${scalar(value, indent, sorts)}`] : [];
  const inBrackets = `${start} [${value.map((item) => scalar(item, 0, sorts)).join(", ")}]`;
  if (!value.some((item) => /[?,[\]{}:#"'\n]/.test(item)) && [...inBrackets].length <= WIDTH) return [inBrackets];
  return [start, ...value.map((item) => `${" ".repeat(indent + 2)}- ${scalar(item, indent + 2, sorts)}`)];
}

const TRUTH = /^(?:y|n|yes|no|on|off|true|false)$/i;
const NULL = /^(?:~|null|=|<<)$/i;
const NUMERIC =
  /^[-+]?(?:0[xob][0-9a-f_]*|[0-9][0-9_,]*(?::[0-9]{1,2})+(?:\.[0-9_]*)?|(?:[0-9][0-9_,]*(?:\.[0-9_]*)?|\.[0-9_]+)(?:e[-+]?[0-9]+)?|\.inf|\.nan)$/i;
const DECIMAL = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?$/;
const TIMESTAMP = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|\s+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const STARTS = /^[-?:,[\]{}#&*!|>'"%@`]/;
const INSIDE = /:(?:\s|$)|\s#|[\t\n]/;

function scalar(value, indent = 0, sorts = []) {
  const text = value.trim();
  if (text.includes("\n")) {
    const margin = " ".repeat(indent + 2);
    return ["|", ...text.split("\n").map((one) => (one ? margin + one : ""))].join("\n");
  }
  return needsQuotes(text, sorts) ? quoted(text) : text;
}

/** Whether our reader, or another one, would take the plain text for something else. */
function needsQuotes(text, sorts) {
  if (!text || INSIDE.test(text) || (STARTS.test(text) && !DECIMAL.test(text))) return true;
  if (TRUTH.test(text)) return !sorts.includes("answer");
  if (!NUMERIC.test(text)) return NULL.test(text) || isTimestamp(text);
  if (sorts.includes("number") && DECIMAL.test(text)) return false;
  return sorts.includes("digits") || !survives(text);
}

/** Whether it is the same after somebody has made a number of it: 567, but not 01067 or 1.50. */
function survives(text) {
  const number = Number(text);
  return DECIMAL.test(text) && (text === String(number) || (Number.isInteger(number) && text === `${number}.0`));
}

function isTimestamp(text) {
  if (!DATE.test(text)) return TIMESTAMP.test(text);
  const day = new Date(`${text}T12:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text;
}

function quoted(text) {
  if (/["\\]/.test(text) && !/['\t\n]/.test(text)) return `'${text}'`;
  return `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\t/g, "\\t").replace(/\n/g, "\\n")}"`;
}

const UMLAUTS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "o", œ: "oe", đ: "d", ł: "l", ı: "i", þ: "th", ð: "d" };
const LEGAL_FORM = /(?:[\s,(–-]+(?:e\. ?v\.?|ev|e\.g\.|eg|gemeinn[uü]tzige gmbh|g?gmbh|g?ug|gag|ag|gbr|kg|ohg|i\. ?g\.?|in gr[uü]ndung)\)?)+$/i;

/** A name for the file made from a name in Latin script, without its legal form. */
function slug(name) {
  const latin = (line(name).replace(LEGAL_FORM, "") || name).toLowerCase().replace(/[äöüßæøœđłıþð]/g, (letter) => UMLAUTS[letter])
    .normalize("NFD").replace(/\p{M}/gu, "").replace(/['`]/g, "");
  if (/\p{L}/u.test(latin.replace(/[a-z]/g, ""))) return "";
  const words = latin.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  if (words.length <= USUAL) return words;
  return words.slice(0, USUAL + 1).replace(/-[^-]*$/, "") || words.slice(0, USUAL);
}
