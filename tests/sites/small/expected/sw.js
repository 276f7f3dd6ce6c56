const SITE = {"base":"/","static":"static/DIGEST/","folders":["","ar/","uk/"],"always":["","vereine/","termine/","offline/","stand/"],"calendar":"termine/","apart":["admin/","@serve/"],"days":60};
/**
 * Keeps what was visited, the home page, the directory, the calendar and its next weeks for when there is no network.
 *
 * Pages come from the network; when that does not answer, a copy comes, which says of when it is: of the moment at
 * which the server said so. The theme's files and pictures have digests in their addresses and come from here first.
 * What is handed in, or answers a form, never passes here. A page without a manifest takes the worker away.
 *
 * The build puts SITE before: {base, static, folders, always, calendar, apart, days}.
 */
const { base, folders, always, calendar, apart, days } = SITE;
const digest = SITE.static.split("/")[1];
const MOST = { pages: 60, pictures: 100, data: 60 };
const PATIENCE = 4000;
const FRESH = 12 * 36e5;
const WEEKS = 5; // this one and four more; each is a page, and none has more than 100 kB
const WEEK = /href="([^"]*\/\d{4}-W\d\d\/)"/g;

const named = (kind) => `${base}|${kind}`;
const THEME = named(`theme ${digest}`);
const asOf = (copy) => new Date(copy.headers.get("x-as-of"));

/** The path of an address below the root of the site; nothing of what is not ours. */
function within(url) {
  const { origin, pathname } = new URL(url);
  if (origin !== location.origin || !pathname.startsWith(base)) return null;
  const path = pathname.slice(base.length);
  return apart.some((folder) => path.startsWith(folder)) ? null : path;
}

const folderOf = (path) => folders.find((folder) => folder && path.startsWith(folder)) ?? "";
const at = (path) => new URL(base + path, location.origin).href;

async function drop(isGone) {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${base}|`) && isGone(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** From then on no cache is opened, for that would make it again. */
let isLeaving = false;

async function leave() {
  isLeaving = true;
  await drop(() => true);
  await registration.unregister();
}

/** Drop pages that are older than the site may be. */
async function dropOld() {
  if (isLeaving) return;
  const cache = await caches.open(named("pages"));
  for (const request of await cache.keys())
    if (Date.now() - asOf(await cache.match(request)) > days * 864e5) await cache.delete(request);
}

const stays = new Set(folders.flatMap((folder) => always.map((path) => at(folder + path))));

/** Drop what was not visited for longest. */
async function bound(kind) {
  if (isLeaving) return;
  const cache = await caches.open(named(kind));
  const kept = (await cache.keys()).filter(({ url }) => !stays.has(url) && !/\/\d{4}-W\d\d\/$/.test(url));
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST[kind])).map((request) => cache.delete(request)));
}

/** Keep a page that was answered, with the moment; forget what is gone. */
async function store(path, answer) {
  if (isLeaving) return;
  const cache = await caches.open(named("pages"));
  if (answer.status === 404 || answer.status === 410) await cache.delete(at(path));
  const type = answer.headers.get("content-type") ?? "";
  if (!answer.ok || answer.redirected || answer.type !== "basic" || !type.startsWith("text/html")) return;
  const text = await answer.text();
  if (isLeaving) return;
  if (!text.includes('<link rel="manifest"')) {
    await leave();
    return;
  }
  const title = /<title>([^<]*)/.exec(text)?.[1].trim() ?? "";
  const headers = {
    "content-type": type,
    "x-as-of": answer.headers.get("date") ?? new Date().toUTCString(),
    "x-title": encodeURIComponent(title),
  };
  await cache.put(at(path), new Response(text, { headers }));
  await bound("pages");
}

async function keep(path) {
  const answer = await fetch(at(path), { cache: "no-cache" });
  await store(path, answer);
}

/** A page that is at hand, asked for again after half a day. */
async function keepFresh(path) {
  if (isLeaving) return null;
  const cache = await caches.open(named("pages"));
  const copy = await cache.match(at(path));
  if (!copy || Date.now() - asOf(copy) > FRESH) await keep(path).then(dropOld, () => {});
  return cache.match(at(path));
}

/** The pages that are always at hand, in the language of a visit, and the weeks that follow each other by their links. */
async function keepAlways(folder) {
  for (const name of always) await keepFresh(folder + name);
  let last = folder + calendar;
  for (let number = 0; number < WEEKS; number++) {
    const text = await (await keepFresh(last))?.text();
    const linked = [...(text ?? "").matchAll(WEEK)].map(([, href]) => within(new URL(href, location.origin)));
    const next = linked.filter((path) => path > last).sort()[0];
    if (!next) return;
    last = next;
  }
  await keepFresh(last);
}

/** What a page says that is a copy: it stands in the page /offline/, in each language. */
async function noticeIn(folder) {
  const cache = await caches.open(named("pages"));
  for (const one of [folder, ...folders]) {
    const text = await (await cache.match(at(`${one}offline/`)))?.text();
    const notice = /<template id="kopie">([^]*?)<\/template>/.exec(text ?? "")?.[1];
    if (notice) return notice;
  }
  return '<p role="status">{when}</p>';
}

async function shown(copy, folder) {
  const [text, notice] = [await copy.text(), await noticeIn(folder)];
  const [, lang, zone] = /<html lang="([^"]*)"[^>]* data-time-zone="([^"]*)"/.exec(text) ?? [];
  const form = { dateStyle: "long", timeStyle: "short", timeZone: zone, calendar: "gregory" };
  const when = new Intl.DateTimeFormat(lang, form).format(asOf(copy));
  const html = text.replace(/<main\b[^>]*>/, (main) => main + notice.replace("{when}", when));
  return new Response(html, { headers: { "content-type": copy.headers.get("content-type") } });
}

async function page(event, path) {
  const { request } = event;
  const folder = folderOf(path);
  const pages = await caches.open(named("pages"));
  const copy = await pages.match(at(path));
  const asked = fetch(request, { cache: request.cache === "default" ? "no-cache" : request.cache });
  const stored = asked.then((answer) => store(path, answer.clone())).then(() => keepAlways(folder));
  event.waitUntil(stored.catch(() => {}));
  if (request.mode !== "navigate") return asked.catch(() => copy ?? Response.error());
  const late = new Promise((_, reject) => copy && setTimeout(reject, PATIENCE));
  try {
    const answer = await Promise.race([asked, late]);
    if (answer.status < 500 || !copy) return answer;
  } catch {
    // There is no network, or hardly any.
  }
  // It may be written anew while it is read.
  if (copy) return shown(copy, folder).catch(async () => shown(await pages.match(at(path)), folder));
  for (const one of [folder, ...folders]) {
    const instead = await pages.match(at(`${one}offline/`)); // of a language that was never visited there is none
    if (instead) return new Response(instead.body, { status: 503, headers: instead.headers });
  }
  return Response.error();
}

async function theme(request, path) {
  const [, own, name] = /^static\/([^/]+)\/(.*)/.exec(path);
  const cache = await caches.open(THEME);
  const known = await cache.match(at(`static/${digest}/${name}`));
  if (known && own === digest) return known;
  const answer = await fetch(request).catch(() => known ?? Response.error());
  if (answer.ok && own === digest) await cache.put(request.url, answer.clone());
  return answer.ok ? answer : (known ?? answer);
}

async function picture(request) {
  const cache = await caches.open(named("pictures"));
  const known = await cache.match(request.url);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.status === 200) {
    await cache.put(request.url, answer.clone());
    await bound("pictures");
  }
  return answer;
}

async function data(request) {
  const cache = await caches.open(named("data"));
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await cache.put(request.url, answer.clone());
      await bound("data");
    }
    return answer;
  } catch {
    return (await cache.match(request.url)) ?? Response.error();
  }
}

addEventListener("install", (event) => {
  skipWaiting();
  const names = ["css/site.css", "icons.svg", "js/expire.js", "js/offline.js", "js/at_hand.js", "favicon.svg"];
  const files = names.map((name) => at(`static/${digest}/${name}`));
  event.waitUntil(caches.open(THEME).then((cache) => cache.addAll(files)));
});

addEventListener("activate", (event) => {
  const isGone = (name) => name.startsWith(named("theme ")) && name !== THEME;
  event.waitUntil(Promise.all([drop(isGone), dropOld()]).then(() => clients.claim()));
});

addEventListener("message", (event) => {
  const path = within(event.data?.visited ?? "about:blank");
  if (path !== null) event.waitUntil(keep(path).then(() => keepAlways(folderOf(path))).catch(() => {}));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const path = within(request.url);
  if (request.method !== "GET" || path === null || isLeaving) return;
  if (path.startsWith("static/images/")) event.respondWith(picture(request));
  else if (path.startsWith("static/")) event.respondWith(theme(request, path));
  else if (path === "stand.json" || /\/\d+\/[^/]+\.txt$/.test(path)) event.respondWith(data(request));
  else if (path === "" || path.endsWith("/")) event.respondWith(page(event, path));
});
