var klaroConfig = {
  default: false,
  services: [
    { name: 'google-analytics', purposes: ['analytics'], cookies: ['_ga'] },
    { name: 'shop', required: true, default: true, purposes: ['functional'], cookies: ['basket'] },
  ],
};
