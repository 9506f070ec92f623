// Finds a control of a banner that a visitor sees, also inside open shadow roots. In this order: the
// site's own selector, the selectors of known platforms, the words of the banner.
(wanted) => {
  const MOST_TEXT = 6000, MOST_LABEL = 80;
  const roots = [document];
  for (let at = 0; at < roots.length && roots.length < 2000; at++) {
    for (const one of roots[at].querySelectorAll("*")) if (one.shadowRoot) roots.push(one.shadowRoot);
  }
  const all = (css) => roots.flatMap((root) => Array.from(root.querySelectorAll(css)));
  const isVisible = (one) => {
    const box = one.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return false;
    return one.checkVisibility({opacityProperty: true, visibilityProperty: true});
  };
  const plain = (text) => text.normalize("NFKC").toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const read = (one) => {
    let text = one.innerText || "";
    for (const inner of [one, ...one.querySelectorAll("*")].slice(0, 3000)) {
      for (const child of inner.shadowRoot ? inner.shadowRoot.children : []) text += " " + read(child);
    }
    return text;
  };
  const label = (one) => (one.innerText || one.value || one.getAttribute("aria-label")
    || one.title || "").trim().slice(0, 200);
  const found = (element, method, selector, platform) => (
    {element, method, selector, platform, text: label(element).slice(0, MOST_LABEL)});

  if (wanted.site) {
    const element = all(wanted.site).find(isVisible);
    return element ? found(element, "site", wanted.site, null) : null;
  }
  for (const {platform, selector} of wanted.selectors) {
    const element = all(selector).find(isVisible);
    if (element) return found(element, "selector", selector, platform);
  }
  const about = new RegExp(wanted.about, "iu");
  const standsOut = (one) => {
    if (/^(alert)?dialog$/.test(one.getAttribute("role") || "")) return true;
    if (one.tagName === "DIALOG" || one.getAttribute("aria-modal") === "true") return true;
    const style = getComputedStyle(one);
    if (style.position === "fixed" || style.position === "sticky") return true;
    return style.position !== "static" && Number(style.zIndex) >= 100;
  };
  const speaks = (one) => {
    const text = read(one);
    return text.length > 0 && text.length <= MOST_TEXT && about.test(text);
  };
  const score = (text, phrases) => {
    let best = 0;
    for (const phrase of phrases) {
      if (text === phrase) return 1000 + phrase.length;
      const inside = ` ${text} `.includes(` ${phrase} `);
      const few = phrase.includes(" ") || text.split(" ").length <= 3;
      if (inside && few) best = Math.max(best, phrase.length);
    }
    return best;
  };
  const places = wanted.anywhere ? [document.body] : all("*").filter(
    (one) => one !== document.body && one !== document.documentElement && standsOut(one)
      && isVisible(one) && speaks(one));
  if (!wanted.anywhere && window !== window.top && document.body && speaks(document.body)) {
    places.push(document.body);
  }
  const inside = (place, one) => {
    for (let at = one; at; at = at.parentNode || at.host) if (at === place) return true;
    return false;
  };
  let best = null, highest = 0;
  const controls = all("button, a, [role=button], input[type=button], input[type=submit]");
  for (const one of controls) {
    const text = plain(label(one));
    if (!text || text.length > MOST_LABEL || !isVisible(one)) continue;
    if (score(text, wanted.phrases) <= highest || score(text, wanted.never) > 0) continue;
    if (!places.some((place) => inside(place, one))) continue;
    highest = score(text, wanted.phrases);
    best = one;
  }
  return best ? found(best, "text", "", null) : null;
}
