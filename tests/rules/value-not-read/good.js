window.klaroConfig = {
  lang: navigator.language, // nothing that is imported depends on it
  services: [
    {
      name: 'shop',
      required: true,
      purposes: ['functional'],
      cookies: ['basket', 'basket' + '_seen'],
      callback: function (consent) { if (!consent) reload('/'); },
    },
  ],
};
