/**
 * Filters a list that is already complete on the page.
 *
 * [data-filter-root]           around everything
 *   form input[name=q]         the search field; it may be missing
 *   form[data-filter-words]    the address of more words of choices, {"topic": {"music": "words"}}, fetched when somebody
 *                              types
 *   a[data-filter][data-value] a switch; without this script a link to its own page; its <span> holds the count;
 *                              data-words="more words" that find what has this value; data-parameter its name in the address
 *   [data-filter-more]         after the switches of a group: brings those that find nothing, and those after the tenth
 *   [data-filter-count]        how many results there are, a live region or a button; data-one="1 Verein"
 *                              data-other="{n} Vereine", for each plural form that the page's language has (CLDR),
 *                              data-none="Kein Verein", and data-show="{what} anzeigen" around all of these
 *   [data-filter-number]       how many switches are chosen, in its first child
 *   [data-filter-chosen]       a list: gets a button for each switch that is chosen, data-remove="{what} abwählen"
 *   [data-filter-reset]        buttons
 *   [data-filter-group]        hidden when nothing in it is left
 *   [data-filter-item]         one result; data-<name>="value value"
 *   [data-filter-empty]        shown when nothing is left
 *   [data-filter-letter="x"]   jump link to a group with the id x
 *
 * Searched are the words of a result and those of the switches that it belongs to.
 * Values of one name widen the result, different names narrow it. The state stands in the address.
 * The templates filter_panel.html, filter_result.html, filter_more.html and chip.html write all of this.
 */
import { asked, fold, matches } from "./fold.js";

const MOST = 10;
const PHONE = "(max-width: 59.99rem)";

/** What a switch is called: what it says without its count. */
function nameOf(chip) {
  const said = [...chip.childNodes].filter((node) => node.nodeName !== "SPAN" && node.nodeName !== "I");
  return said.map((node) => node.textContent).join(" ").trim();
}

const plural = new Intl.PluralRules(document.documentElement.lang);

/** How many results there are, in words. */
function counted(number, words) {
  const said = (words[plural.select(number)] ?? words.other ?? words.many).replace("{n}", number);
  return number ? (words.show ?? "{what}").replace("{what}", said) : words.none;
}

/** What a phone shows at one go is open there: it is behind a button. */
function unfold(panel) {
  if (!panel || !matchMedia(PHONE).matches) return;
  for (const details of panel.querySelectorAll("details")) details.open = true;
}

/** Keep back what finds nothing and what is after the tenth, but not what is chosen or has the focus. */
function keepBack(more) {
  const isOpen = more.getAttribute("aria-expanded") === "true";
  let shown = 0;
  let kept = 0;
  for (const chip of more.parentElement.querySelectorAll("[data-filter]")) {
    const stays = chip.getAttribute("aria-pressed") === "true" || chip === document.activeElement;
    const isKept = !stays && (chip.hasAttribute("data-none") || shown >= MOST);
    chip.hidden = isKept && !isOpen;
    if (isKept) kept += 1;
    else shown += 1;
  }
  more.hidden = !kept;
}

function start(root) {
  const form = root.querySelector("form");
  const field = form.querySelector("[name=q]");
  const chips = [...root.querySelectorAll("[data-filter][data-value]")];
  const groups = [...root.querySelectorAll("[data-filter-group]")];
  const counts = [...root.querySelectorAll("[data-filter-count]")];
  const mores = [...root.querySelectorAll("[data-filter-more]")];
  const resets = [...root.querySelectorAll("[data-filter-reset]")];
  const empty = root.querySelector("[data-filter-empty]");
  const list = root.querySelector("[data-filter-chosen]");
  const numberChosen = root.querySelector("[data-filter-number]");
  const names = [...new Set(chips.map((chip) => chip.dataset.filter))];
  const parameters = Object.fromEntries(chips.map((c) => [c.dataset.filter, c.dataset.parameter ?? c.dataset.filter]));
  const words = new Map(chips.map((c) => [`${c.dataset.filter} ${c.dataset.value}`, `${nameOf(c)} ${c.dataset.words ?? ""}`]));
  const items = [...root.querySelectorAll("[data-filter-item]")].map((element) => {
    const values = Object.fromEntries(names.map((name) => [name, (element.dataset[name] ?? "").split(" ")]));
    return { element, values, text: "" };
  });
  const query = () => field?.value.trim() ?? "";
  const isChosen = (chip) => chosen[chip.dataset.filter].has(chip.dataset.value);
  let chosen = {};
  let fetched;

  function read() {
    for (const item of items) {
      const known = names.flatMap((name) => item.values[name].map((value) => words.get(`${name} ${value}`) ?? ""));
      item.text = fold([item.element.textContent, ...known].join(" "));
    }
  }

  /** More words, once; without them what stands on the page is searched. */
  async function fetchWords() {
    const answer = await fetch(form.dataset.filterWords);
    for (const [name, terms] of Object.entries(answer.ok ? await answer.json() : {})) {
      for (const [value, more] of Object.entries(terms)) {
        const key = `${name} ${value}`;
        if (words.has(key)) words.set(key, `${words.get(key)} ${more}`);
      }
    }
    read();
  }

  /** Settled when the words are there. */
  const withWords = () => (fetched ??= form.dataset.filterWords ? fetchWords().catch(() => {}) : Promise.resolve());

  const fits = (item, but) =>
    names.every((name) => name === but || !chosen[name].size || item.values[name].some((v) => chosen[name].has(v)));

  function readAddress() {
    const given = new URLSearchParams(location.search);
    if (field) field.value = given.get("q") ?? "";
    const known = (name) => chips.filter((chip) => chip.dataset.filter === name).map((chip) => chip.dataset.value);
    chosen = Object.fromEntries(
      names.map((name) => {
        const values = known(name);
        return [name, new Set(given.getAll(parameters[name]).flatMap((v) => v.split(",")).filter((v) => values.includes(v)))];
      }),
    );
    for (const details of form.querySelectorAll("details")) {
      details.open ||= [...details.querySelectorAll("[data-filter]")].some(isChosen);
    }
  }

  function writeAddress() {
    const given = new URLSearchParams(location.search);
    const set = (name, value) => (value ? given.set(name, value) : given.delete(name));
    set("q", query());
    for (const name of names) set(parameters[name], [...chosen[name]].join(","));
    const search = given.toString().replaceAll("%2C", ",");
    history.replaceState(history.state, "", location.pathname + (search && `?${search}`) + location.hash);
  }

  /** A button above the results for each choice; pressed, it takes that back. */
  function showChosen(on) {
    if (numberChosen) {
      numberChosen.hidden = !on.length;
      numberChosen.firstElementChild.textContent = on.length;
    }
    if (!list) return;
    list.hidden = !on.length;
    list.replaceChildren(
      ...on.map((chip) => {
        const entry = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "chip";
        button.dataset.remove = "";
        button.append(nameOf(chip));
        button.setAttribute("aria-label", list.dataset.remove.replace("{what}", nameOf(chip)));
        button.addEventListener("click", () => {
          const at = [...list.children].indexOf(entry);
          toggle(chip);
          const next = list.children[Math.min(at, list.children.length - 1)]?.firstChild;
          (next ?? field ?? root.querySelector("[popovertarget]"))?.focus();
        });
        entry.append(button);
        return entry;
      }),
    );
  }

  function show() {
    const looked = asked(query());
    const found = items.filter((item) => !item.element.hasAttribute("data-over") && matches(item.text, looked));
    const visible = new Set(found.filter((item) => fits(item)));
    for (const item of items) item.element.hidden = !visible.has(item);
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-filter-item]:not([hidden])");
      const jump = group.id && root.querySelector(`[data-filter-letter="${group.id}"]`);
      if (jump) jump.hidden = group.hidden;
    }
    for (const chip of chips) {
      const { filter, value } = chip.dataset;
      const hits = found.filter((item) => item.values[filter].includes(value) && fits(item, filter)).length;
      chip.setAttribute("aria-pressed", isChosen(chip));
      chip.toggleAttribute("data-none", !hits);
      const number = chip.querySelector("span");
      if (number) number.textContent = hits;
    }
    for (const more of mores) keepBack(more);
    const on = chips.filter(isChosen);
    showChosen(on);
    for (const button of resets) button.hidden = !(query() || on.length);
    if (empty) empty.hidden = visible.size > 0;
    for (const count of counts) {
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
  for (const more of mores) {
    more.addEventListener("click", () => {
      more.setAttribute("aria-expanded", more.getAttribute("aria-expanded") !== "true");
      keepBack(more);
    });
  }
  for (const button of resets) {
    button.addEventListener("click", () => {
      if (field) field.value = "";
      for (const name of names) chosen[name].clear();
      change();
      (button.closest("[popover]:popover-open")?.querySelector("button") ?? field)?.focus();
    });
  }

  /** As the address says; what is searched for is not shown twice, without the words and with them. */
  function begin() {
    readAddress();
    if (query()) withWords().then(show);
    else show();
  }

  const changeWithWords = () => withWords().then(change);
  let timer;
  field?.addEventListener("focus", withWords, { once: true });
  field?.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(changeWithWords, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    changeWithWords();
  });
  for (const name of ["popstate", "pageshow"]) addEventListener(name, begin);
  unfold(form.querySelector("[popover]"));
  read();
  begin();
}

for (const root of document.querySelectorAll("[data-filter-root]")) start(root);
