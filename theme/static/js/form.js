/**
 * A form that needs no server: what is filled in becomes a text, which goes by mail, as a file, to the clipboard.
 * One with an action is handed in there, after the same checks.
 *
 * form[data-form]         data-said is its German title, data-mail where it goes, data-entry what it is about;
 *                         data-filled: a server gives it back with what is wrong
 *   data-entries          where what an entry says is found ({entry} in it); of ?eintrag=folder/id its name is shown,
 *   data-changing         and "folder:form" each: the form goes on to that one, or to data-service;
 *   data-change-title     there it becomes the form of a change, filled in; data-change-lead, data-change-folder: of what
 *   [data-about]          which entry it is about; [data-which] asks for it
 *   [data-label]          a control; what the office calls it. [data-said] what the office reads of a choice
 *   [data-choices=name]   around check boxes or radio buttons of one name; data-required, data-most
 *   [data-field=name]     around a control; data-needs="path" or "path=value", data-unless="path": when it is asked
 *   [data-errors]         the summary of what is wrong
 *   [data-forget]         deletes what the browser has kept
 * [data-result]           what is sent, and the ways to send it; details[data-by-mail] around it where there is an action;
 *                         [data-new-file] is that of entry_file.js
 * [data-handed-in=form]   on another page: it has arrived, so what was kept of it goes; data-entry as above
 *
 * What is typed is kept in this browser only. The text is German whatever language the page has.
 */
import { makeSearchable } from "./choose.js";

const LINE = "-----";
const LONGEST_MAIL = 1800; // longer addresses are cut off by some mail programs
const LARGEST = 5_000_000; // bytes of a picture

/** The answers by name, in the order of the page: [value, what the office reads] each. */
export function answers(form) {
  const found = new Map();
  for (const field of form.elements) {
    if (!field.name || (field.closest("[data-field]")?.hidden ?? true)) continue;
    if (field.matches("[type=checkbox], [type=radio]") && !field.checked) continue;
    const value = field.value.trim();
    if (!value) continue;
    const option = field.matches("select") ? field.selectedOptions[0] : field;
    const list = found.get(field.name) ?? [];
    list.push([value, option.dataset.said ?? value]);
    found.set(field.name, list);
  }
  return found;
}

/** What the office calls a field. */
function labelOf(form, name) {
  return form.querySelector(`[name="${CSS.escape(name)}"]`).closest("[data-label]")?.dataset.label ??
    form.querySelector(`[data-choices="${CSS.escape(name)}"]`).dataset.label;
}

const isParted = (form, name) => form.querySelector(`[data-field="${CSS.escape(name)}"] .field__part`) !== null;
const quoted = (text) => (/[,»«\\*_]|^[\s-]/.test(text) ? `»${text.replace(/([\\«])/g, "\\$1")}«` : text);

/** A line that would be taken for something else has a stroke before it: a name of a field, a line of dashes. */
function marked(line, labels) {
  const isTaken = /^\\|^\s*>|^\s*(-{5,}|[–—]{2,})\s*$/.test(line) || labels.some((label) => line.trim().startsWith(`${label}:`));
  return isTaken ? `\\${line}` : line;
}

/** Whether a label and its text begin with a longer label: "Ort der Veranstaltung: Name: ...". */
function isLonger(label, text, labels) {
  const line = `${label}: ${text}`.toLowerCase().replace(/\s*:\s*/g, ":");
  return labels.some((other) => other.startsWith(`${label}: `) && line.startsWith(`${other.toLowerCase().replace(": ", ":")}:`));
}

/** What a form about an entry was filled in with: `given` as answers are, `order` the values of each list. */
const filledIn = new WeakMap();

/** The answers that the office does not know: in a change those that differ, without values where one was taken away. */
function news(form) {
  const given = answers(form);
  const before = filledIn.get(form);
  if (!before) return given;
  const found = new Map();
  for (const name of new Set([...form.elements].map((field) => field.name))) {
    const values = given.get(name) ?? [];
    const order = before.order.get(name) ?? [];
    const place = ([value]) => (order.includes(value) ? order.indexOf(value) : order.length);
    const isSame = JSON.stringify(values) === JSON.stringify(before.given.get(name) ?? []);
    if (!isSame) found.set(name, order.length > 1 ? [...values].sort((one, other) => place(one) - place(other)) : values);
  }
  return found;
}

/** The whole text: a line for each answer, texts of several lines between their name and a line of dashes. */
function written(form) {
  const { said, language, languageSaid, entry } = form.dataset;
  const lines = [`Formular: ${said}`, `Sprache: ${languageSaid} (${language})`, ""];
  const labels = [...form.querySelectorAll("[data-label]")].map((field) => field.dataset.label);
  if (entry) lines.push(`Eintrag: ${entry}`);
  for (const [name, values] of news(form)) {
    const label = labelOf(form, name);
    const parted = isParted(form, name);
    const many = values.length > 1 && !parted;
    if (!values.length) {
      lines.push(`${label}: -`);
      continue;
    }
    const text = values.map(([, read]) => (many ? quoted(read) : read)).join(parted ? " " : ", ");
    if (text.includes("\n")) lines.push(`${label}:`, ...text.split("\n").map((line) => marked(line, labels)), LINE);
    else lines.push(`${label}: ${!many && (/^[-\\]/.test(text) || isLonger(label, text, labels)) ? "\\" : ""}${text}`);
  }
  return lines.join("\n") + "\n";
}

const FORMS = {
  email: [/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/, "noMail"],
  url: [/^https?:\/\/[^\s/]+\.[^\s]+$/i, "noUrl"],
  tel: [/^\+?[\d\s()/.–-]{3,40}$/, "noPhone"],
};

const ABOUT_SENDER = ["_form", "_language", "_entry", "_sender", "_email", "_consent"];

/** Whether a change changes anything, or says something. */
function isNews(form) {
  return [...news(form).keys()].some((name) => name && !ABOUT_SENDER.includes(name));
}

/** What is wrong: [field, message] each. */
function faults(form) {
  const found = [];
  const given = answers(form);
  const says = form.dataset;
  const inOrder = ([one], [other]) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  for (const box of form.querySelectorAll("[data-choices]")) {
    const chosen = (given.get(box.dataset.choices) ?? []).length;
    if (box.hasAttribute("data-required") && !chosen) found.push([box, says.missing]);
    if (box.dataset.most && chosen > box.dataset.most) found.push([box, says.tooMany.replace("{n}", box.dataset.most)]);
  }
  for (const field of form.elements) {
    if (!field.id || field.closest("[data-field]")?.hidden || field.matches("[type=checkbox], [type=radio]")) continue;
    if ([...(field.files ?? [])].some((file) => file.size > LARGEST)) found.push([field, says.tooLarge]);
    const value = field.value?.trim() ?? "";
    const [shape, message] = FORMS[field.type] ?? [];
    if (field.required && !value) found.push([field, says.missing]);
    else if (value && shape && !shape.test(value)) found.push([field, says[message]]);
    else if (value && field.inputMode === "numeric" && !/^\d+$/.test(value)) found.push([field, says.noNumber]);
  }
  if (filledIn.has(form) && !form.elements._message.required && !isNews(form)) {
    found.push([form.elements._message, says.missing]);
  }
  return found.sort(inOrder);
}

/** Shows what is wrong beside each field and as a list of links; whether anything is. */
function complain(form) {
  const found = faults(form);
  const summary = form.querySelector("[data-errors]");
  for (const error of form.querySelectorAll(".field__error")) error.hidden = true;
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  summary.querySelector("ul").replaceChildren(
    ...found.map(([field, message]) => {
      const error = document.getElementById(`fehler-${field.id}`);
      error.textContent = message;
      error.hidden = false;
      field.setAttribute("aria-invalid", "true");
      field.closest("details")?.setAttribute("open", "");
      const link = document.createElement("a");
      link.href = `#${field.id}`;
      link.textContent = `${field.closest(".field").querySelector(".field__name").firstChild.data.trim()} – ${message}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        field.focus();
        field.scrollIntoView({ block: "center" });
      });
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
  summary.hidden = !found.length;
  if (found.length) summary.focus();
  return found.length > 0;
}

/** Hides what need not be asked after the answers so far, and what hangs on that. */
function ask(form) {
  const hidden = () => form.querySelectorAll("[data-field][hidden]").length;
  let before;
  do {
    before = hidden();
    askOnce(form);
  } while (hidden() !== before);
}

function askOnce(form) {
  const given = answers(form);
  const has = (path) => [...given.keys()].some((name) => name === path || name.startsWith(`${path}.`));
  for (const field of form.querySelectorAll("[data-needs], [data-unless]")) {
    const [path, value] = (field.dataset.needs ?? "").split("=");
    const isMet = value ? (given.get(path) ?? []).some(([one]) => one === value) : !path || has(path);
    field.hidden = !isMet || given.has(field.dataset.unless);
  }
}

/** The next three dates of a series, from its first. Days of the month that a month lacks are passed over. */
export function nextDates(start, { every, interval = 1, weekdays = [], nth, until }) {
  const found = [];
  const day = new Date(`${start}T12:00:00Z`);
  const first = new Date(day);
  const monday = (date) => Math.floor((date - Date.UTC(1970, 0, 5, 12)) / 604800000);
  const months = (date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
  const fits = {
    day: (date) => Math.round((date - first) / 86400000) % interval === 0,
    week: (date) => (monday(date) - monday(first)) % interval === 0 &&
      (weekdays.length ? weekdays.includes(date.getUTCDay()) : date.getUTCDay() === first.getUTCDay()),
    month: (date) => (months(date) - months(first)) % interval === 0 &&
      (nth ? isNth(date, nth) : date.getUTCDate() === first.getUTCDate()),
    year: (date) => (date.getUTCFullYear() - first.getUTCFullYear()) % interval === 0 &&
      date.getUTCMonth() === first.getUTCMonth() && date.getUTCDate() === first.getUTCDate(),
  }[every];
  for (let tried = 0; fits && tried < 4000 && found.length < 3; tried += 1) {
    const iso = day.toISOString().slice(0, 10);
    if (until && iso > until) break;
    if (fits(day)) found.push(iso);
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return found;
}

const WEEK = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const ORDINALS = ["first", "second", "third", "fourth"];

/** Whether a day is the last friday, or the second monday, of its month. */
function isNth(date, [ordinal, weekday]) {
  if (date.getUTCDay() !== WEEK.indexOf(weekday)) return false;
  const next = new Date(date);
  next.setUTCDate(date.getUTCDate() + 7);
  const isLast = next.getUTCMonth() !== date.getUTCMonth();
  return ordinal === "last" ? isLast : Math.ceil(date.getUTCDate() / 7) === ORDINALS.indexOf(ordinal) + 1;
}

/** Says below the rhythm of a series when it takes place next. */
function showDates(form) {
  const given = answers(form);
  const one = (name) => given.get(name)?.[0][0];
  const box = form.querySelector('[data-field="repeat.every"]');
  if (!box) return;
  const says = box.querySelector("output") ?? box.appendChild(document.createElement("output"));
  const nth = (given.get("repeat.day") ?? []).map(([value]) => value);
  const dates = one("start") && one("repeat.every")
    ? nextDates(one("start"), {
        every: one("repeat.every"),
        interval: Number(one("repeat.interval")) || 1,
        weekdays: (given.get("repeat.weekdays") ?? []).map(([value]) => WEEK.indexOf(value)),
        nth: nth.length === 2 ? nth : undefined,
        until: one("repeat.until"),
      })
    : [];
  const long = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeZone: "UTC" });
  const shown = dates.map((day) => long.format(new Date(`${day}T12:00:00Z`)));
  const text = shown.length ? `${form.dataset.next} ${shown.join("; ")}` : "";
  if (says.textContent !== text) says.textContent = text;
}

/** What was typed, as it is kept in this browser. */
const kept = {
  key: ({ dataset: { form, handedIn, entry } }) => ["form", form ?? handedIn, entry].filter(Boolean).join(" "),
  fields: (form) => [...form.elements].filter((field) => field.name && !field.matches("[type=hidden], [type=file]")),
  pairs: (form) => kept.fields(form).map((field, index) =>
    [index, field.name, field.matches("[type=checkbox], [type=radio]") ? field.checked : field.value]),
  write(form) {
    const start = filledIn.get(form)?.start ?? [];
    const pairs = this.pairs(form).filter(([index, , value]) => value !== start[index]?.[2]);
    try {
      localStorage.setItem(this.key(form), JSON.stringify(pairs));
    } catch {
      // A browser that keeps nothing: the form goes on without.
    }
  },
  read(form) {
    let pairs = [];
    try {
      pairs = JSON.parse(localStorage.getItem(this.key(form)) ?? "[]");
    } catch {
      return;
    }
    const fields = this.fields(form);
    for (const [index, name, value] of pairs) {
      if (fields[index]?.name !== name) continue;
      if (typeof value === "boolean") fields[index].checked = value;
      else fields[index].value = value;
    }
  },
  forget(form) {
    try {
      localStorage.removeItem(this.key(form));
    } catch {
      // Nothing was kept.
    }
  },
};

/** Shows the text and the ways to send it. */
function show(form, result) {
  const text = written(form);
  const address = `mailto:${form.dataset.mail}?subject=${encodeURIComponent(form.dataset.said)}&body=${
    encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  const note = result.querySelector("[data-too-long]");
  const download = result.querySelector("[data-download]");
  const share = result.querySelector("[data-share]");
  result.querySelector("[data-text]").textContent = text;
  result.querySelector("[data-send]").href = address;
  note.hidden = address.length <= LONGEST_MAIL;
  note.textContent = form.dataset.long;
  URL.revokeObjectURL(download.href);
  download.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  share.hidden = !navigator.canShare?.({ text });
  const file = result.querySelector("[data-new-file]");
  if (file && (!form.dataset.entry || file.dataset.forge === "gitlab")) import(file.dataset.module).then(({ offer }) => offer(file, form, answers(form), text));
  share.onclick = () => navigator.share({ title: form.dataset.said, text }).catch(() => {});
}

/** Shows what is sent by the page itself: nothing else is to be done. */
function bringUp(form, result) {
  show(form, result);
  result.hidden = false;
  result.focus();
  result.scrollIntoView();
}

/** Leaves out what is not asked from what is posted; in a change it is empty then. */
function leaveOut(form, data) {
  for (const { hidden, dataset: { field } } of form.querySelectorAll("[data-field]")) {
    if (!hidden || field.startsWith("_")) continue;
    data.delete(field);
    if (form.dataset.entry) data.append(field, "");
  }
}

/** Shows which entry the form is about, goes on to the form of its kind, or becomes that of its change. */
async function about(form, entry) {
  const { changing, service, changeTitle, changeLead, changeFolder } = form.dataset;
  if (!form.dataset.entry && !changeTitle && !form.querySelector("[data-which]")) return;
  const { entryAt, fill, valuesOf } = await import("./change.js");
  const data = await entryAt(form.dataset.entries, entry);
  const [folder] = entry.split("/");
  const next = changing?.split(" ").map((pair) => pair.split(":")).find(([kind]) => kind === folder);
  if (data && next) {
    const language = form.dataset.language;
    location.replace(service ? `${service}?eintrag=${entry}&sprache=${language}` : `../${next[1]}/?eintrag=${entry}`);
  } else if (changeTitle && data?.folder !== changeFolder) {
    location.replace(`../aenderung/?eintrag=${entry}`);
  } else if (data) {
    showName(form, entry, data.name ?? data.title);
    if (changeTitle) becomeChange(form, changeTitle, changeLead);
    if (form.dataset.form === "aenderung") begin(form, data, fill, valuesOf);
  }
}

/** Says which entry it is about, in the place of asking. */
function showName(form, entry, called) {
  const box = form.querySelector("[data-about]");
  const which = form.querySelector("[data-which]");
  form.dataset.entry = entry;
  box.querySelector("bdi").textContent = called;
  box.hidden = false;
  if (!which) return;
  which.hidden = true;
  which.querySelector("[data-field]").hidden = true;
}

/** Makes the form of something new that of a change. */
function becomeChange(form, title, lead) {
  const heading = document.querySelector("h1");
  document.title = document.title.replace(heading.textContent, title);
  for (const place of [heading, document.querySelector(".breadcrumb [aria-current] bdi")]) place.textContent = title;
  document.querySelector(".lead").textContent = lead;
  for (const details of form.querySelectorAll("details")) details.open = true;
  form.dataset.form = "aenderung";
  form.dataset.said = "Änderung";
}

/** Fills a change in, unless a server did, and remembers what it was filled in with. */
function begin(form, data, fill, valuesOf) {
  const isPosted = form.hasAttribute("action");
  const first = isPosted ? form.cloneNode(true) : form;
  fill(first, data);
  ask(first);
  const order = [...form.querySelectorAll("[data-field]")].map((box) => [box.dataset.field, valuesOf(data, box)]);
  const start = form.hasAttribute("data-filled") ? undefined : kept.pairs(first);
  filledIn.set(form, { given: answers(first), order: new Map(order), start, again: isPosted ? () => {} : () => fill(form, data) });
}

function start(form) {
  const result = document.querySelector("[data-result]");
  const copy = result.querySelector("[data-copy-text]");
  const mail = result.closest("details[data-by-mail]");
  const entry = new URLSearchParams(location.search).get("eintrag") ?? "";
  const isAbout = /^[a-z]+\/[a-z0-9-]+$/.test(entry) || form.dataset.entry;
  const change = () => {
    ask(form);
    showDates(form);
  };
  const begun = () => {
    if (!form.hasAttribute("data-filled")) kept.read(form);
    if (isAbout && form.elements._entry) form.elements._entry.value = form.dataset.entry || entry;
    change();
  };
  if (isAbout && form.dataset.changeTitle) change();
  else begun();
  if (isAbout) about(form, form.dataset.entry || entry).then(begun);
  form.addEventListener("input", () => {
    change();
    kept.write(form);
    if (mail) mail.open = false;
    else result.hidden = true;
  });
  form.addEventListener("submit", (event) => {
    const isRight = event.submitter?.name === "_anyway" || !complain(form);
    if (!mail || !isRight) event.preventDefault();
    if (!mail && isRight) bringUp(form, result);
  });
  form.addEventListener("formdata", (event) => leaveOut(form, event.formData));
  mail?.addEventListener("toggle", () => show(form, result));
  form.querySelector("[data-forget]").addEventListener("click", () => {
    kept.forget(form);
    form.reset();
    filledIn.get(form)?.again();
    change();
    if (!mail) result.hidden = true;
    form.querySelector("input, textarea, select").focus();
  });
  const says = copy.textContent;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(written(form));
    copy.textContent = form.dataset.copied;
    setTimeout(() => (copy.textContent = says), 2000);
  });
  addEventListener("pageshow", change);
}

for (const form of document.querySelectorAll("form[data-form]")) {
  start(form);
  makeSearchable(form);
}
for (const page of document.querySelectorAll("[data-handed-in]")) kept.forget(page);
