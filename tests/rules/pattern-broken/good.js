CookieConsent.run({
  categories: {
    analytics: {
      autoClear: {
        cookies: [{ name: '_gid' }, { name: /^_ga/ }, { name: /^(_pk|_hj)/ }],
      },
    },
  },
  language: { default: 'en', translations: {} },
});
