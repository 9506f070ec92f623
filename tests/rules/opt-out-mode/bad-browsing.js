tarteaucitron.init({
  cookieName: 'tarteaucitron',
  highPrivacy: false, // expect: IMP002
});
(tarteaucitron.job = tarteaucitron.job || []).push('gtag');
