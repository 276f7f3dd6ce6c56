/* Reloads the page when its file has changed, and shows what is wrong. `make serve` puts this into
   the pages that it delivers; the published site never holds it.

   Only a page that is seen asks: browsers open few connections to one server. */

const STATE = "/@serve/state";
const CLOSED = "serve-closed";
const shown = new URL(import.meta.url).searchParams.get("page");

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

function line(name, text, kind) {
  const made = element(name, text);
  made.className = `serve-panel__${kind}`;
  made.dir = "auto";
  return made;
}

function item({ place, message, remedy }) {
  const made = element("li");
  if (place) made.append(line("code", place, "place"));
  made.append(line("p", message, "message"));
  if (remedy) made.append(line("p", remedy, "remedy"));
  return made;
}

function section({ note, items }) {
  return [line("p", note, "note"), element("ul", "", ...items.map(item))];
}

function build(panel, key) {
  const made = element("aside");
  made.className = "serve-panel";
  made.lang = panel.language;
  made.setAttribute("aria-label", panel.title);
  const list = element("details", "", line("summary", panel.title, "title"));
  list.open = innerWidth >= 640 && innerHeight >= 480;
  list.append(...panel.sections.flatMap(section));
  if (panel.more) list.append(line("p", panel.more, "note"));
  const close = element("button", panel.close);
  close.type = "button";
  close.addEventListener("click", () => { sessionStorage.setItem(CLOSED, key); made.remove(); });
  made.append(list, close);
  return made;
}

/* What was closed stays closed until something else is wrong. A page inside of another leaves it
   to that one. */
function show(panel) {
  if (window !== top) return;
  const key = JSON.stringify(panel);
  const there = document.querySelector(".serve-panel");
  if (there && there.key === key) return;
  there?.remove();
  if (!panel) sessionStorage.removeItem(CLOSED);
  if (!panel || sessionStorage.getItem(CLOSED) === key) return;
  const made = build(panel, key);
  made.key = key;
  document.body.append(made);
}

function seen() {
  if (!document.hidden) return Promise.resolve();
  return new Promise((done) => {
    document.addEventListener("visibilitychange", done, { once: true });
  });
}

async function ask(version) {
  const leave = new AbortController();
  const hide = () => { if (document.hidden) leave.abort(); };
  document.addEventListener("visibilitychange", hide);
  try {
    const query = new URLSearchParams({ seen: version, page: location.pathname });
    const answer = await fetch(`${STATE}?${query}`, { cache: "no-store", signal: leave.signal });
    return await answer.json();
  } finally {
    document.removeEventListener("visibilitychange", hide);
  }
}

async function follow() {
  let version = "";
  for (;;) {
    await seen();
    try {
      const state = await ask(version);
      if (state.page !== shown) {
        location.reload();
        return;
      }
      show(state.panel);
      version = state.version;
      if (state.busy) await pause(1000);
    } catch {
      await pause(300); // hidden, or the server is starting anew
    }
  }
}

follow();
