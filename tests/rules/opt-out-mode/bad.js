CookieConsent.run({
  mode: 'opt-out', // expect: IMP002
  categories: {
    analytics: { autoClear: { cookies: [{ name: '_ga' }] } },
  },
  language: { default: 'en', translations: {} },
});
