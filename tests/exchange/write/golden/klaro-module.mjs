export default {
  version: 1,
  elementID: "klaro",
  storageMethod: "cookie",
  storageName: "axeptio_cookies",
  cookieExpiresAfterDays: 182,
  htmlTexts: false,
  groupByPurpose: true,
  default: false,
  required: false,
  optOut: false,
  mustConsent: false,
  acceptAll: true,
  hideDeclineAll: false,
  lang: "en",
  translations: {
    zz: {
      privacyPolicyUrl: "https://studio-ductus.example/cookies",
      purposes: {
        "audience-measurement": {
          title: "Audience measurement"
        },
        "tag-management": {
          title: "Loading of other scripts"
        }
      }
    },
    en: {
      purposes: {
        "audience-measurement": {
          title: "Audience measurement"
        },
        "tag-management": {
          title: "Loading of other scripts"
        }
      }
    },
    fr: {
      purposes: {
        "audience-measurement": {
          title: "Mesure d’audience"
        },
        "tag-management": {
          title: "Chargement d’autres scripts"
        }
      }
    }
  },
  services: [
    {
      name: "site",
      translations: {
        zz: {
          title: "Studio Ductus",
          description: "Keeps a visitor on the same host server for the whole session."
        },
        en: {
          title: "Studio Ductus",
          description: "Keeps a visitor on the same host server for the whole session."
        },
        fr: {
          title: "Studio Ductus",
          description: "Garde le visiteur sur le même serveur pendant toute la session."
        }
      },
      purposes: [
        "functional"
      ],
      cookies: [
        "SERVERID"
      ],
      required: true
    },
    {
      name: "axeptio",
      translations: {
        zz: {
          title: "Axeptio",
          description: "Keeps what the visitor accepted or refused. Lists the vendors that the visitor accepted. Lists the vendors that the banner showed."
        },
        en: {
          title: "Axeptio",
          description: "Keeps what the visitor accepted or refused. Lists the vendors that the visitor accepted. Lists the vendors that the banner showed."
        },
        fr: {
          title: "Agilitation SAS",
          description: "Conserve ce que le visiteur a accepté ou refusé. Liste les prestataires que le visiteur a acceptés. Liste les prestataires que le bandeau a présentés."
        }
      },
      purposes: [
        "functional"
      ],
      cookies: [
        "axeptio_cookies",
        "axeptio_authorized_vendors",
        "axeptio_all_vendors"
      ],
      required: true
    },
    {
      name: "google-analytics",
      translations: {
        zz: {
          title: "Google Analytics",
          description: "Counts visits and repeated visits to find pages that need work. Keeps the state of the current visit for Google Analytics."
        },
        en: {
          title: "Google Analytics",
          description: "Counts visits and repeated visits to find pages that need work. Keeps the state of the current visit for Google Analytics."
        },
        fr: {
          title: "Google Ireland Limited",
          description: "Compte les visites et les visites répétées pour trouver les pages à améliorer. Garde l'état de la visite en cours pour Google Analytics."
        }
      },
      purposes: [
        "audience-measurement"
      ],
      cookies: [
        "_ga",
        "^_ga_.*$"
      ],
      required: false,
      default: false
    },
    {
      name: "google-tag-manager",
      translations: {
        zz: {
          title: "Google Tag Manager",
          description: "Loads the statistics script after the visitor agrees; stores nothing itself."
        },
        en: {
          title: "Google Tag Manager",
          description: "Loads the statistics script after the visitor agrees; stores nothing itself."
        },
        fr: {
          title: "Google Ireland Limited",
          description: "Charge le script de statistiques après l'accord du visiteur ; ne stocke rien."
        }
      },
      purposes: [
        "tag-management"
      ],
      cookies: [],
      required: false,
      default: false
    }
  ]
};
