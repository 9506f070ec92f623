CookieConsent.run({
  categories: {
    analytics: {
      autoClear: {
        cookies: [
          { name: '^_ga' }, // expect: IMP008
          { name: '_ga_*' }, // expect: IMP008
          { name: '/^_gid/' }, // expect: IMP008
          { name: /^[_pk|_hj]/ }, // expect: IMP008
        ],
      },
    },
  },
  language: { default: 'en', translations: {} },
});
