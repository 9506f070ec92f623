// Tells of every write to the visitor's device: who wrote, what for how long; never the value.
// Runs before the scripts of each page and frame. NAME is the function that takes the reports.
(() => {
  const tell = window["NAME"];
  if (!tell) return;
  const text = (value) => String(value).slice(0, 8192);
  const writer = () => {
    const lines = (new Error().stack || "").split("\n");
    for (const line of lines) {
      const found = /((?:https?):\/\/[^\s()]+?):(\d+):(\d+)\)?$/.exec(line);
      if (found) return found[1];
    }
    return null;
  };
  const report = (kind, fields) => {
    try {
      tell({kind, at: Date.now(), page: location.href, writer: writer(), ...fields});
    } catch (error) { /* a page that is being left */ }
  };
  // The value becomes as many signs of no meaning.
  const blank = (line) => {
    const all = String(line), end = all.indexOf(";") < 0 ? all.length : all.indexOf(";");
    const pair = all.slice(0, end), mark = pair.indexOf("=");
    const name = mark < 0 ? "" : pair.slice(0, mark + 1);
    const size = Math.min(pair.length - name.length, 4200);
    return text(name + "x".repeat(size) + all.slice(end));
  };
  const wrap = (type, method, before) => {
    const original = type && type.prototype && type.prototype[method];
    if (typeof original !== "function") return;
    const wrapped = function (...given) {
      try { before.apply(this, given); } catch (error) { /* the page's own mistake */ }
      return original.apply(this, given);
    };
    Object.defineProperty(wrapped, "name", {value: method});
    Object.defineProperty(type.prototype, method, {
      value: wrapped, configurable: true, enumerable: true, writable: true,
    });
  };
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", {
    ...cookie,
    set(line) {
      report("cookie", {line: blank(line)});
      return cookie.set.call(this, line);
    },
  });
  const own = (name, value) => (typeof name === "object" && name ? name : {name, value});
  wrap(window.CookieStore, "set", function (name, value) {
    const {expires, maxAge, domain, path, sameSite, partitioned, ...rest} = own(name, value);
    const seconds = expires == null ? null : Number(expires);
    report("cookie-store", {
      name: text(rest.name ?? ""), size: String(rest.value ?? "").length, expires: seconds,
      maxAge: maxAge == null ? null : Number(maxAge), domain: domain == null ? null : text(domain),
      path: path == null ? "/" : text(path), sameSite: text(sameSite ?? "strict"),
      partitioned: Boolean(partitioned),
    });
  });
  wrap(window.CookieStore, "delete", function (name) {
    const {domain, path, partitioned, ...rest} = own(name);
    report("cookie-store", {
      name: text(rest.name ?? ""), size: 0, expires: 0, maxAge: null,
      domain: domain == null ? null : text(domain), path: path == null ? "/" : text(path),
      sameSite: "strict", partitioned: Boolean(partitioned),
    });
  });
  wrap(window.Storage, "setItem", function (key) {
    const storage = this === window.sessionStorage ? "session-storage" : "local-storage";
    report("storage", {storage, name: text(key)});
  });
  wrap(window.IDBFactory, "open", (name) => {
    report("storage", {storage: "indexed-db", name: text(name)});
  });
  wrap(window.CacheStorage, "open", (name) => {
    report("storage", {storage: "cache-storage", name: text(name)});
  });
  wrap(window.ServiceWorkerContainer, "register", (address) => {
    report("storage", {storage: "service-worker", name: new URL(address, location.href).pathname});
  });
  wrap(window.Navigator, "sendBeacon", (address) => {
    report("beacon", {address: text(new URL(address, location.href))});
  });
})();
