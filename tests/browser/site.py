"""A site on this machine with every fault that the scan must find, and its banners.

Browsers take every name below localhost for this machine, and for trustworthy as if it were https.
"""

import os
import signal
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SHOP, TRACKER, FONTS = "shop.localhost", "tracker.localhost", "fonts.localhost"
DAY = 86_400
PLANTED = "planted-value-4711"
PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}

# What the page does whatever was chosen, and what it does with a consent.
ALWAYS = f"""
const cookie = (name, days) => {{
  document.cookie = `${{name}}={PLANTED}; Path=/; Max-Age=${{days * {DAY}}}`;
}};
cookie("_ga", 390);                                   // leaks before the choice
localStorage.setItem("seen", "{PLANTED}");
if (navigator.globalPrivacyControl) localStorage.setItem("gpc-seen", "1");
navigator.serviceWorker.register("/worker.js");
function marketing() {{
  cookie("_fbp", 90);                                 // survives the withdrawal
  fetch("/visitor");                                  // lives 730 days
  new Image().src = "http://{TRACKER}:" + location.port + "/pixel.gif?id={PLANTED}";
  fetch("http://{TRACKER}:" + location.port + "/g/collect?v=2&tid=G-TEST&gcs=G111&cid={PLANTED}",
        {{mode: "no-cors"}});
}}
"""

KLARO = """<link rel=stylesheet href=/npm/klaro/dist/klaro.css><script>
var klaroConfig = {version: 1, elementID: "klaro", storageMethod: "cookie", cookieName: "klaro",
  default: false, mustConsent: false, acceptAll: true, hideDeclineAll: false, lang: "en",
  translations: {en: {consentModal: {description: "We use cookies."}}},
  services: [{name: "marketing", title: "Marketing", purposes: ["marketing"],
    cookies: [/^_gaq$/], callback: (given) => { if (given) marketing(); }},
    {name: "statistics", title: "Statistics", purposes: ["statistics"]}]};
</script><script defer src=/npm/klaro/dist/klaro.js></script>
<button class=klaro-reopen onclick="klaro.show(klaroConfig, true)">Cookie settings</button>"""

VANILLA = """<link rel=stylesheet href=/npm/vanilla-cookieconsent/dist/cookieconsent.css>
<script src=/npm/vanilla-cookieconsent/dist/cookieconsent.umd.js></script>
<button data-cc=show-preferencesModal>Cookie settings</button><script>
CookieConsent.run({categories: {necessary: {enabled: true, readOnly: true}, marketing: {}},
  onConsent: () => { if (CookieConsent.acceptedCategory("marketing")) marketing(); },
  language: {default: "en", translations: {en: {
    consentModal: {title: "Cookies", description: "We use cookies.",
      acceptAllBtn: "Accept all", acceptNecessaryBtn: "Reject all",
      showPreferencesBtn: "Manage"},
    preferencesModal: {title: "Cookies", acceptAllBtn: "Accept all",
      acceptNecessaryBtn: "Reject all", savePreferencesBtn: "Save",
      sections: [{title: "Marketing", linkedCategory: "marketing"}]}}}}});
</script>"""

TARTEAUCITRON = """<script src=/npm/tarteaucitronjs/tarteaucitron.js></script><script>
tarteaucitron.init({privacyUrl: "", hashtag: "#tarteaucitron", cookieName: "tarteaucitron",
  orientation: "bottom", showAlertSmall: false, showIcon: true, cookieslist: false,
  DenyAllCta: true, AcceptAllCta: true, highPrivacy: true, handleBrowserDNTRequest: false,
  removeCredit: true, useExternalCss: false, mandatory: true, bodyPosition: "bottom"});
tarteaucitron.services.shopmarketing = {key: "shopmarketing", type: "ads", name: "Marketing",
  uri: "", needConsent: true, cookies: ["_gaq"], js: () => marketing(), fallback: () => {}};
(tarteaucitron.job = tarteaucitron.job || []).push("shopmarketing");
</script>"""

# A banner without any known name, in French; the choice is kept under a name of its own.
OWN = """<div id=avis style="position: fixed; bottom: 0; z-index: 500; background: white">
<p>Nous utilisons des cookies et des traceurs.</p>
<a href="#" onclick="choix('non'); return false">Continuer sans accepter →</a>
<button onclick="choix('oui')">J'accepte</button> <button>En savoir plus</button></div>
<p><a href="#" onclick="avis.hidden = false; return false">Gérer mes cookies</a></p><script>
const avis = document.getElementById("avis");
function choix(mot) {
  document.cookie = `mon_choix=${mot}; Path=/; Max-Age=15552000`; avis.hidden = true;
  if (mot === "oui") marketing();
}
if (document.cookie.includes("mon_choix")) avis.hidden = true;
if (document.cookie.includes("mon_choix=oui")) marketing();
</script>"""

STUBBORN = """<div role=dialog>We use cookies. <button>Accept all</button>
<button>Reject all</button></div>"""

STORAGES = f"""<script>
cookieStore.set({{name: "modern", value: "{PLANTED}", expires: Date.now() + 500 * {DAY} * 1000}});
cookieStore.set("brief", "{PLANTED}");
document.cookie = "gone={PLANTED}; Path=/";
document.cookie = "gone=; Path=/; Max-Age=0";
document.cookie = "secret={PLANTED}; Path=/; HttpOnly";
document.cookie = "Foreign={PLANTED}; Domain=tracker.localhost";
document.cookie = "iso={PLANTED}; Path=/; Expires=2027-01-01T00:00:00Z";
sessionStorage.setItem("tab", "{PLANTED}");
localStorage.direct = "{PLANTED}";
indexedDB.open("shelf");
caches.open("offline");
navigator.sendBeacon("http://{TRACKER}:" + location.port + "/beacon?v={PLANTED}", "{PLANTED}");
</script>"""

# The first layer only accepts; refusing takes the second one.
LAYERED = """<div id=first role=dialog>We use cookies. <button onclick="choose('yes')">Accept all
</button> <button onclick="first.hidden = true; second.hidden = false">Manage</button></div>
<div id=second role=dialog hidden>Cookies for <label><input type=checkbox checked> adverts</label>
<button onclick="choose('no')">Save my choices</button></div><script>
function choose(word) {
  localStorage.setItem("choice", word); first.hidden = second.hidden = true;
}
if (localStorage.getItem("choice")) first.hidden = true;
</script>"""

DEADLY = """<script>setTimeout(() => fetch("/die"), 400)</script>"""

BANNERS = {
    "deadly": DEADLY,
    "layered": LAYERED,
    "storages": STORAGES,
    "klaro": KLARO,
    "vanilla": VANILLA,
    "tarteaucitron": TARTEAUCITRON,
    "own": OWN,
    "stubborn": STUBBORN,
    "none": "<p>Cookies are mentioned here, and a <a href=/none/>link to accept all</a>.</p>",
}


def page(banner: str, port: int) -> bytes:
    return f"""<!doctype html><html lang=en><meta charset=utf-8><title>{banner}</title>
<link rel=stylesheet href="http://{FONTS}:{port}/font.css">
<h1>Shop</h1><script>{ALWAYS}</script>{BANNERS[banner]}
<iframe src="http://{TRACKER}:{port}/frame.html" title=frame></iframe>""".encode()


WORKER = """
self.addEventListener("activate", (event) => {
  event.waitUntil(fetch("http://%s:" + location.port + "/worker-pixel.gif", {mode: "no-cors"}));
});
"""
FRAME = f'<!doctype html><script>localStorage.setItem("frame", "{PLANTED}")</script>'


class Handler(BaseHTTPRequestHandler):
    npm: Path
    victim: Path | None = None  # a file with the number of the process that /die ends

    def do_GET(self) -> None:
        host = self.headers["Host"].partition(":")[0]
        path = self.path.partition("?")[0]
        answer = self.shop(path) if host == SHOP else self.other(path)
        kind, body, cookies = answer or ("text/plain", b"gone", ())
        self.send_response(200 if answer else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        for cookie in cookies:
            self.send_header("Set-Cookie", cookie)
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815 - the name that the server looks for

    def shop(self, path: str) -> tuple[str, bytes, tuple[str, ...]] | None:
        port = int(self.headers["Host"].partition(":")[2])
        session = (f"session_id={PLANTED}; Path=/; HttpOnly; SameSite=Lax",)
        banner = path.strip("/").partition("/")[0]
        if banner in BANNERS:
            return "text/html", page(banner, port), session
        if path == "/die" and self.victim is not None:
            os.kill(int(self.victim.read_text()), signal.SIGKILL)
        if path == "/slow/":
            time.sleep(4)  # longer than the test lets a page take
        if path == "/visitor":
            return "text/plain", b"", (f"visitor={PLANTED}; Path=/; Max-Age={730 * DAY}",)
        if path == "/worker.js":
            return "text/javascript", (WORKER % TRACKER).encode(), ()
        if path.startswith("/npm/"):
            file = (self.npm / path.removeprefix("/npm/")).resolve()
            if file.is_relative_to(self.npm) and file.is_file():
                return TYPES.get(file.suffix, "application/octet-stream"), file.read_bytes(), ()
        return None

    def other(self, path: str) -> tuple[str, bytes, tuple[str, ...]] | None:
        if path == "/font.css":
            return "text/css", b"", ()
        if path == "/frame.html":
            apart = f"apart={PLANTED}; Path=/; Secure; SameSite=None; Partitioned"
            return "text/html", FRAME.encode(), (apart,)
        if path == "/pixel.gif":
            lasting = f"uid={PLANTED}; Max-Age={730 * DAY}; Secure; SameSite=None"
            return "image/gif", PIXEL, (lasting, f"lax={PLANTED}; SameSite=Lax")
        return "image/gif", PIXEL, ()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
        pass


class Site:
    """The site while it is served."""

    def __init__(self, npm: Path) -> None:
        self.handler = type("WithFiles", (Handler,), {"npm": npm.resolve()})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler)
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()

    def url(self, path: str) -> str:
        return f"http://{SHOP}:{self.port}/{path}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
