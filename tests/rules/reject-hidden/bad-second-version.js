initCookieConsent().run({
  current_lang: 'en',
  languages: {
    en: {
      consent_modal: {
        primary_btn: { text: 'Accept all', role: 'accept_all' },
        secondary_btn: { text: 'Settings', role: 'settings' }, // expect: IMP003
      },
      settings_modal: { blocks: [] },
    },
  },
});
