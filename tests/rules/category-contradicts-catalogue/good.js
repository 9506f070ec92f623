var klaroConfig = {
  services: [
    { name: 'basics', required: true, purposes: ['functional'], cookies: ['PHPSESSID', 'sid'] },
    { name: 'facebook', purposes: ['advertising'], cookies: ['_fbp'] },
  ],
};
