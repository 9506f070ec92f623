var klaroConfig = {
  services: [
    { name: 'weather', purposes: ['functional'] }, // expect: IMP007
    {
      name: 'news',
      purposes: ['functional'],
      cookies: [], // expect: IMP007
    },
  ],
};
