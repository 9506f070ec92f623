var klaroConfig = {
  services: [
    {
      name: 'matomo',
      optOut: true, // expect: IMP002
      purposes: ['analytics'],
      cookies: [/^_pk_/],
    },
  ],
};
