CookieConsent.run({
  categories: {
    necessary: { readOnly: true },
    analytics: {
      autoClear: {
        cookies: [
          { name: 'PHPSESSID' }, // expect: IMP006
          { name: '_ga' },
        ],
      },
    },
  },
  language: { default: 'en', translations: {} },
});
