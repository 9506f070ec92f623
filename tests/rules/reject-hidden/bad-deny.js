tarteaucitron.init({
  AcceptAllCta: true,
  DenyAllCta: false, // expect: IMP003
});
