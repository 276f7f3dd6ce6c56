/** Takes the place of a worker that the site does not want any more: what it kept goes, and it goes itself. */
const { base } = SITE;

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const drop = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(`${base}|`));
    await Promise.all(names.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(drop());
});
