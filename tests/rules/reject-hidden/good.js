CookieConsent.run({
  guiOptions: { consentModal: { equalWeightButtons: true } },
  categories: { analytics: { autoClear: { cookies: [{ name: '_ga' }] } } },
  language: {
    default: 'en',
    translations: {
      en: { consentModal: { acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all' } },
    },
  },
});
