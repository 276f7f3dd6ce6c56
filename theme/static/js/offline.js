/**
 * Has a worker keep pages for when there is no network (theme/worker/sw.js); expire.js loads it when the page is there.
 *
 * Not where `make serve` shows what is being written, nor for those who save data.
 */
const worker = navigator.serviceWorker;
const home = new URL("../../../", import.meta.url);

async function begin() {
  const isFirst = !worker.controller;
  await worker.register(new URL("sw.js", home), { scope: home.pathname });
  const { active } = await worker.ready;
  if (isFirst) active.postMessage({ visited: location.href });
}

const isServed = document.querySelector('script[src^="/@serve/"]');
if (worker && !isServed && !navigator.connection?.saveData) begin().catch(() => {});
