var klaroConfig = {
  services: [{ name: 'weather', purposes: ['functional'], cookies: ['place'] }],
};
