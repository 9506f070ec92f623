CookieConsent.run({
  mode: 'opt-in',
  categories: {
    analytics: { autoClear: { cookies: [{ name: '_ga' }] } },
  },
  language: { default: 'en', translations: {} },
});
