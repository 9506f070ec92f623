// Lists what a frame has stored: names only. An origin that may store nothing has nothing.
async () => {
  const found = [];
  const add = (storage, names) => {
    for (const name of Array.from(names).slice(0, 2000)) {
      found.push({storage, name: String(name).slice(0, 4096)});
    }
  };
  const steps = [
    () => add("local-storage", Object.keys(window.localStorage)),
    () => add("session-storage", Object.keys(window.sessionStorage)),
    async () => add("indexed-db", (await indexedDB.databases()).map((one) => one.name)),
    async () => add("cache-storage", await caches.keys()),
    async () => add("service-worker", (await navigator.serviceWorker.getRegistrations())
      .map((one) => one.active || one.waiting || one.installing)
      .filter(Boolean).map((one) => new URL(one.scriptURL).pathname)),
  ];
  for (const step of steps) {
    try { await step(); } catch (error) { /* not allowed here */ }
  }
  return {page: location.href, found};
}
