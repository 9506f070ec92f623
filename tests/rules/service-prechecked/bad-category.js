CookieConsent.run({
  categories: {
    necessary: { enabled: true, readOnly: true },
    analytics: {
      enabled: true, // expect: IMP001
      autoClear: { cookies: [{ name: /^_ga/ }] },
    },
  },
  language: { default: 'en', translations: {} },
});
