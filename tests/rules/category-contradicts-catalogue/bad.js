var klaroConfig = {
  services: [
    {
      name: 'basics',
      required: true,
      purposes: ['functional'],
      cookies: [
        'basket',
        '_fbp', // expect: IMP006
      ],
    },
  ],
};
