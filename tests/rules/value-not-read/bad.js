window.klaroConfig = {
  services: [
    {
      name: 'shop',
      required: isShop(), // expect: IMP005
      purposes: ['functional'],
      cookies: [
        'basket',
        prefix + '_seen', // expect: IMP005
      ],
    },
    ...partners, // expect: IMP005
  ],
};
