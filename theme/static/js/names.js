/**
 * Offers associations by name where they are too many to stand on the page: their names come from a file when
 * somebody goes to a field for them (plugins/pages/names.py), and the few that match what is typed are offered.
 *
 * form[data-names-at="address"]   where the file is; around controls:
 *   [data-names]                  for associations; "many": with commas between them
 *   [name=_entry]                 for the entry that the form is about
 *
 * Where the file does not come, names are typed as they are without a script.
 */
const MOST = 20;

/** What the file has, each with `text`: its names, a line each. */
async function names(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const found = await answer.json();
  return found.map((one) => ({ ...one, text: ["", one.name, ...Object.values(one.called ?? {})].join("\n").toLowerCase() }));
}

let known; // asked for once; again where it did not come
const namesOnce = (address) => (known ??= names(address).catch(() => (known = undefined) ?? []));

/** Those in whose name the text stands, as browsers look for it; first those that begin so. */
function matching(all, typed) {
  const text = typed.trim().toLowerCase();
  const found = text ? all.filter((one) => one.text.includes(text)) : [];
  const begun = found.filter((one) => one.text.includes(`\n${text}`));
  return [...new Set([...begun, ...found])].slice(0, MOST);
}

/** What is sent for an association, behind what stands before it, and what it is called on this page. */
function option({ name, id, called }, field, before) {
  const value = id && field.name === "_entry" ? `associations/${id}` : id ?? name;
  return new Option(called?.[document.documentElement.lang] ?? name, before + value);
}

/** Of several names the last is looked for, unless all that is typed stands in one. */
async function offer(field, list) {
  const all = await namesOnce(field.form.dataset.namesAt);
  const whole = matching(all, field.value);
  const before = whole.length || field.dataset.names !== "many" ? "" : /^.*[,;]\s*|/.exec(field.value)[0];
  const found = before ? matching(all, field.value.slice(before.length)) : whole;
  list.replaceChildren(...found.map((one) => option(one, field, before)));
}

for (const field of document.querySelectorAll("form[data-names-at] :is([data-names], [name=_entry]:not([type=hidden]))")) {
  const list = Object.assign(document.createElement("datalist"), { id: `namen-${field.id}` });
  field.after(list);
  field.setAttribute("list", list.id);
  for (const event of ["focus", "input"]) field.addEventListener(event, () => offer(field, list));
}
