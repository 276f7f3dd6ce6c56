/**
 * Filters a list that is already complete on the page.
 *
 * [data-filter-root]           around everything
 *   form input[name=q]         the search field
 *   a[data-filter][data-value] a switch; without this script a link to its own page; its <span> holds the count;
 *                              data-words="more words" that find what has this value; data-parameter its name in the address
 *   [data-filter-count]        a live region; data-one="1 Verein" data-other="{n} Vereine", for each plural form that the
 *                              page's language has (CLDR), and data-none="Kein Verein"
 *   [data-filter-reset]        buttons
 *   [data-filter-group]        hidden when nothing in it is left
 *   [data-filter-item]         one result; data-<name>="value value"
 *   [data-filter-empty]        shown when nothing is left
 *   [data-filter-letter="x"]   jump link to a group with the id x
 *
 * Searched are the words of a result and those of the switches that it belongs to.
 * Values of one name widen the result, different names narrow it. The state stands in the address.
 */
import { asked, fold, matches } from "./fold.js";

/** What a switch says, without its count, and what else it is found by. */
function wordsOf(chip) {
  const label = [...chip.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  return `${label.map((node) => node.data).join(" ")} ${chip.dataset.words ?? ""}`;
}

const plural = new Intl.PluralRules(document.documentElement.lang);

/** How many results there are, in words. */
function counted(number, words) {
  if (!number) return words.none;
  return (words[plural.select(number)] ?? words.other ?? words.many).replace("{n}", number);
}

function start(root) {
  const form = root.querySelector("form");
  const field = form.querySelector("[name=q]");
  const chips = [...root.querySelectorAll("[data-filter][data-value]")];
  const groups = [...root.querySelectorAll("[data-filter-group]")];
  const count = root.querySelector("[data-filter-count]");
  const empty = root.querySelector("[data-filter-empty]");
  const names = [...new Set(chips.map((chip) => chip.dataset.filter))];
  const parameters = Object.fromEntries(chips.map((c) => [c.dataset.filter, c.dataset.parameter ?? c.dataset.filter]));
  const words = new Map(chips.map((chip) => [`${chip.dataset.filter} ${chip.dataset.value}`, wordsOf(chip)]));
  const items = [...root.querySelectorAll("[data-filter-item]")].map((element) => {
    const values = Object.fromEntries(names.map((name) => [name, (element.dataset[name] ?? "").split(" ")]));
    const known = names.flatMap((name) => values[name].map((value) => words.get(`${name} ${value}`) ?? ""));
    return { element, values, text: fold([element.textContent, ...known].join(" ")) };
  });
  let chosen = {};

  const fits = (item, but) =>
    names.every((name) => name === but || !chosen[name].size || item.values[name].some((v) => chosen[name].has(v)));

  function readAddress() {
    const query = new URLSearchParams(location.search);
    field.value = query.get("q") ?? "";
    const known = (name) => chips.filter((chip) => chip.dataset.filter === name).map((chip) => chip.dataset.value);
    chosen = Object.fromEntries(
      names.map((name) => {
        const values = known(name);
        return [name, new Set(query.getAll(parameters[name]).flatMap((v) => v.split(",")).filter((v) => values.includes(v)))];
      }),
    );
    for (const details of form.querySelectorAll("details")) {
      details.open ||= [...details.querySelectorAll("[data-filter]")].some((c) => chosen[c.dataset.filter].has(c.dataset.value));
    }
  }

  function writeAddress() {
    const query = new URLSearchParams(location.search);
    const set = (name, value) => (value ? query.set(name, value) : query.delete(name));
    set("q", field.value.trim());
    for (const name of names) set(parameters[name], [...chosen[name]].join(","));
    const search = query.toString().replaceAll("%2C", ",");
    history.replaceState(history.state, "", location.pathname + (search && `?${search}`) + location.hash);
  }

  function show() {
    const query = asked(field.value);
    const found = items.filter((item) => !item.element.hasAttribute("data-over") && matches(item.text, query));
    const visible = new Set(found.filter((item) => fits(item)));
    for (const item of items) item.element.hidden = !visible.has(item);
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-filter-item]:not([hidden])");
      const jump = group.id && root.querySelector(`[data-filter-letter="${group.id}"]`);
      if (jump) jump.hidden = group.hidden;
    }
    for (const chip of chips) {
      const { filter, value } = chip.dataset;
      const pressed = chosen[filter].has(value);
      const hits = found.filter((item) => item.values[filter].includes(value) && fits(item, filter)).length;
      chip.setAttribute("aria-pressed", pressed);
      chip.toggleAttribute("data-none", !hits);
      const number = chip.querySelector("span");
      if (number) number.textContent = hits;
    }
    const active = Boolean(field.value.trim()) || names.some((name) => chosen[name].size);
    for (const button of root.querySelectorAll("[data-filter-reset]")) button.hidden = !active;
    if (empty) empty.hidden = visible.size > 0;
    if (count) {
      const text = counted(visible.size, count.dataset);
      if (count.textContent !== text) count.textContent = text;
    }
    // Whoever goes on in another language keeps what they chose.
    for (const link of document.querySelectorAll("#sprachwahl a")) link.search = location.search;
  }

  function change() {
    writeAddress();
    show();
  }

  function toggle(chip) {
    const set = chosen[chip.dataset.filter];
    if (!set.delete(chip.dataset.value)) set.add(chip.dataset.value);
    change();
  }

  for (const chip of chips) {
    chip.setAttribute("role", "button");
    chip.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      toggle(chip);
    });
    chip.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      toggle(chip);
    });
  }
  for (const button of root.querySelectorAll("[data-filter-reset]")) {
    button.addEventListener("click", () => {
      field.value = "";
      for (const name of names) chosen[name].clear();
      change();
      field.focus();
    });
  }
  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(change, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    change();
  });
  for (const name of ["popstate", "pageshow"]) {
    addEventListener(name, () => {
      readAddress();
      show();
    });
  }
  readAddress();
  show();
}

for (const root of document.querySelectorAll("[data-filter-root]")) start(root);
