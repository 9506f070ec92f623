CookieConsent.run({
  guiOptions: {
    consentModal: { equalWeightButtons: false }, // expect: IMP003
  },
  categories: { analytics: { autoClear: { cookies: [{ name: '_ga' }] } } },
  language: {
    default: 'en',
    translations: {
      en: { consentModal: { acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all' } },
    },
  },
});
