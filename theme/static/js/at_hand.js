/**
 * Lists the pages that the browser keeps (theme/worker/sw.js), the last visited first.
 *
 * [data-at-hand]        gets their links
 * [data-at-hand-some]   around it, shown when there are any
 */
const base = new URL("../../../", import.meta.url).pathname;
const list = document.querySelector("[data-at-hand]");

function item({ url }, title) {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = new DOMParser().parseFromString(title, "text/html").body.textContent;
  const line = document.createElement("li");
  line.append(link);
  return line;
}

async function show() {
  const name = `${base}|pages`;
  if (!(await caches.has(name))) return;
  const cache = await caches.open(name);
  for (const request of (await cache.keys()).reverse()) {
    if (/\/(offline|stand)\/$/.test(request.url)) continue;
    const copy = await cache.match(request);
    list.append(item(request, decodeURIComponent(copy.headers.get("x-title")).replace(/ – [^–]*$/, "")));
  }
  document.querySelector("[data-at-hand-some]").hidden = !list.children.length;
}

if (self.caches) show().catch(() => {});
