var klaroConfig = {
  hideDeclineAll: true, // expect: IMP003
  services: [{ name: 'matomo', purposes: ['analytics'], cookies: ['_pk_id'] }],
};
