// Each service loads nothing yet: put what it loads into its 'js'.

var tarteaucitronForceExpire = 182;
var tarteaucitronExpireInDay = true;

tarteaucitron.init({
  privacyUrl: "https://studio-ductus.example/cookies",
  cookieName: "axeptio_cookies",
  groupServices: true,
  serviceDefaultState: "wait",
  DenyAllCta: true,
  AcceptAllCta: true,
  highPrivacy: true,
  alwaysNeedConsent: false,
  mandatory: true,
  moreInfoLink: true
});

tarteaucitron.services.Site = {
  "key": "Site",
  "type": "other",
  "name": "Studio Ductus",
  "uri": "https://studio-ductus.example/cookies",
  "needConsent": false,
  "cookies": [
    "SERVERID"
  ],
  "js": function () { "use strict"; },
  "fallback": function () { "use strict"; }
};

tarteaucitron.services.Axeptio = {
  "key": "Axeptio",
  "type": "other",
  "name": "Axeptio",
  "uri": "https://www.axept.io/privacy",
  "needConsent": false,
  "cookies": [
    "axeptio_cookies",
    "axeptio_authorized_vendors",
    "axeptio_all_vendors"
  ],
  "js": function () { "use strict"; },
  "fallback": function () { "use strict"; }
};

tarteaucitron.services.Google_analytics = {
  "key": "Google_analytics",
  "type": "analytic",
  "name": "Google Analytics",
  "uri": "https://policies.google.com/privacy",
  "needConsent": true,
  "cookies": [
    "_ga",
    "_ga_*"
  ],
  "js": function () { "use strict"; },
  "fallback": function () { "use strict"; }
};

tarteaucitron.services.Google_tag_manager = {
  "key": "Google_tag_manager",
  "type": "analytic",
  "name": "Google Tag Manager",
  "uri": "https://policies.google.com/privacy",
  "needConsent": true,
  "cookies": [],
  "js": function () { "use strict"; },
  "fallback": function () { "use strict"; }
};

(tarteaucitron.job = tarteaucitron.job || []).push("Site");

(tarteaucitron.job = tarteaucitron.job || []).push("Axeptio");

(tarteaucitron.job = tarteaucitron.job || []).push("Google_analytics");

(tarteaucitron.job = tarteaucitron.job || []).push("Google_tag_manager");
