/** Hits as lists of links, under the heading of their kind. */
import { now } from "../expire.js";
import { corrected } from "./answer.js";

/** The groups in the order of `words.groups`, by the first letter of a reference. */
const GROUPS = { a: 0, A: 0, c: 1, e: 1, E: 1, p: 2, P: 2, g: 3, f: 3, n: 4, N: 4, o: 4, r: 4 };

const language = document.documentElement.lang;

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** When it is, until when, and what it says of that: `+` a series, `x` cancelled, `>` postponed. */
function moments(when) {
  const [, start, end, mark] = /^([^/+x>]*)(?:[/]([^+x>]*))?(.?)$/.exec(when) ?? [];
  return { start, end: end ?? start, mark };
}

/** How it is over: what was when the site was built, an end that has passed since; or that it is called off. */
function state({ reference, when }, words) {
  const kind = reference[0];
  const { end, mark } = moments(when);
  const off = { x: words.cancelled, ">": words.postponed }[mark];
  if ("AN".includes(kind)) return words.gone;
  if (kind === "P" || (kind === "E" && !off)) return words.over;
  if (!end || mark === "+") return "";
  const present = now(document.documentElement.dataset.timeZone ?? "Europe/Berlin");
  return end < present.slice(0, end.length) ? words.over : off;
}

function dated({ reference, when }) {
  const { start } = moments(when);
  if (!"eE".includes(reference[0]) || !start) return "";
  const style = start.length > 10 ? { dateStyle: "medium", timeStyle: "short" } : { dateStyle: "medium" };
  const moment = new Date(start.length > 10 ? `${start}Z` : start); // as the site's clock shows it, wherever the reader is
  return new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" }).format(moment);
}

/** As on pages, no line ends within »e. V.« or before »Uhr« (plugins/rendering/line_ends.py). */
const whole = (text) => text.replace(/(?<=(?<!\w)\p{L}\.) (?=\p{L}\.)|(?<=\d) (?=(Uhr|Euro|€|%)(?!\p{L}))/gu, "\u00a0");

function item(hit, words) {
  const own = hit.said[language];
  const { title, note } = own ?? hit.said[""];
  const href = words.home.replace(/\/$/, "") + hit.path;
  const facts = [state(hit, words), dated(hit)].filter(Boolean).join(" · ");
  const link = element("a", { href, dir: "auto" }, whole(title));
  const about = element("span", { className: "hit__note", dir: "auto" }, whole(note || hit.said[""].note));
  if (!own && language !== "de") link.lang = about.lang = "de";
  const parts = [link];
  if (facts) parts.push(element("span", { className: "hit__facts" }, facts));
  if (about.textContent) parts.push(about);
  return element("li", { className: "hit" }, ...parts);
}

const list = (hits, words) => element("ul", { className: "hits" }, ...hits.map((hit) => item(hit, words)));

/** The best first, then what else there is of each kind, at most `most` of each. */
export function grouped(hits, words, best, most) {
  const parts = hits.length > best ? [list(hits.slice(0, best), words)] : [];
  const rest = hits.slice(parts.length ? best : 0);
  for (const [place, name] of words.groups.split("|").entries()) {
    const own = rest.filter((hit) => GROUPS[hit.reference[0]] === place).slice(0, most);
    if (own.length) parts.push(element("h2", { className: "hits__head" }, name), list(own, words));
  }
  return parts;
}

/** »Meinten Sie …«: the question with the words that were taken for those typed. */
export function meant(question, mended, words, action) {
  const better = corrected(question, mended);
  if (!better) return [];
  const link = element("a", { href: `${action}?q=${encodeURIComponent(better)}`, dir: "auto" }, better);
  return [element("p", { className: "hits__meant" }, `${words.meant} `, link, "?")];
}

const plural = new Intl.PluralRules(language);

export function counted(number, words) {
  if (!number) return words.none;
  return (words[plural.select(number)] ?? words.other ?? words.many).replace("{n}", number);
}
