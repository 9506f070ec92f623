// Klaro, after the form of public configurations.
var klaroConfig = {
  storageName: 'klaro',
  services: [
    {
      name: 'google-analytics',
      purposes: ['analytics'],
      default: true, // expect: IMP001
      cookies: ['_ga', /^_ga_.*$/],
    },
    { name: 'shop', required: true, default: true, purposes: ['functional'], cookies: ['basket'] },
  ],
};
