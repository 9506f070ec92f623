CookieConsent.run({
  categories: { analytics: { autoClear: { cookies: [{ name: '_ga' }] } } },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          acceptAllBtn: 'Accept all', // expect: IMP003
          showPreferencesBtn: 'Manage preferences',
        },
      },
    },
  },
});
