CookieConsent.run({
  mode: "opt-in",
  cookie: {
    name: "axeptio_cookies",
    expiresAfterDays: 182
  },
  guiOptions: {
    consentModal: {
      equalWeightButtons: true
    },
    preferencesModal: {
      equalWeightButtons: true
    }
  },
  categories: {
    necessary: {
      enabled: true,
      readOnly: true
    },
    statistics: {
      enabled: false,
      readOnly: false,
      autoClear: {
        cookies: [
          {
            name: "_ga"
          },
          {
            name: /^_ga_.*$/
          }
        ]
      }
    }
  },
  language: {
    default: "en",
    translations: {
      en: {
        consentModal: {
          title: "Cookies on this site",
          description: "The site needs some cookies to work. It sets the others only if you agree.",
          acceptAllBtn: "Accept all",
          acceptNecessaryBtn: "Refuse all",
          showPreferencesBtn: "Choose",
          footer: "\u003ca href=\"https://studio-ductus.example/cookies\"\u003eCookie policy\u003c/a\u003e"
        },
        preferencesModal: {
          title: "Your choice of cookies",
          acceptAllBtn: "Accept all",
          acceptNecessaryBtn: "Refuse all",
          savePreferencesBtn: "Save this choice",
          closeIconLabel: "Close",
          sections: [
            {
              title: "Necessary",
              description: "These cookies are set without consent.",
              linkedCategory: "necessary",
              cookieTable: {
                headers: {
                  name: "Name",
                  provider: "Company",
                  description: "What it does",
                  duration: "Lifetime on your device",
                  type: "What it is"
                },
                body: [
                  {
                    name: "SERVERID",
                    provider: "Studio Ductus",
                    description: "Keeps a visitor on the same host server for the whole session.",
                    duration: "Session",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_cookies",
                    provider: "Axeptio",
                    description: "Keeps what the visitor accepted or refused.",
                    duration: "6 months",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_authorized_vendors",
                    provider: "Axeptio",
                    description: "Lists the vendors that the visitor accepted.",
                    duration: "6 months",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_all_vendors",
                    provider: "Axeptio",
                    description: "Lists the vendors that the banner showed.",
                    duration: "6 months",
                    type: "Cookie"
                  }
                ]
              }
            },
            {
              title: "Statistics",
              description: "These cookies are set only if you agree.",
              linkedCategory: "statistics",
              cookieTable: {
                headers: {
                  name: "Name",
                  provider: "Company",
                  description: "What it does",
                  duration: "Lifetime on your device",
                  type: "What it is"
                },
                body: [
                  {
                    name: "_ga",
                    provider: "Google Analytics",
                    description: "Counts visits and repeated visits to find pages that need work.",
                    duration: "13 months",
                    type: "Cookie"
                  },
                  {
                    name: "_ga_*",
                    provider: "Google Analytics",
                    description: "Keeps the state of the current visit for Google Analytics.",
                    duration: "13 months",
                    type: "Cookie"
                  },
                  {
                    name: "www.googletagmanager.com/gtm.js",
                    provider: "Google Tag Manager",
                    description: "Loads the statistics script after the visitor agrees; stores nothing itself.",
                    duration: "",
                    type: "Content loaded from another host"
                  }
                ]
              }
            }
          ]
        }
      },
      fr: {
        consentModal: {
          title: "Les cookies de ce site",
          description: "Le site a besoin de certains cookies pour fonctionner. Il ne dépose les autres que si vous êtes d’accord.",
          acceptAllBtn: "Tout accepter",
          acceptNecessaryBtn: "Tout refuser",
          showPreferencesBtn: "Choisir",
          footer: "\u003ca href=\"https://studio-ductus.example/cookies\"\u003ePolitique relative aux cookies\u003c/a\u003e"
        },
        preferencesModal: {
          title: "Votre choix de cookies",
          acceptAllBtn: "Tout accepter",
          acceptNecessaryBtn: "Tout refuser",
          savePreferencesBtn: "Enregistrer ce choix",
          closeIconLabel: "Fermer",
          sections: [
            {
              title: "Nécessaires",
              description: "Ces cookies sont déposés sans consentement.",
              linkedCategory: "necessary",
              cookieTable: {
                headers: {
                  name: "Nom",
                  provider: "Société",
                  description: "À quoi il sert",
                  duration: "Durée de vie sur votre appareil",
                  type: "Nature"
                },
                body: [
                  {
                    name: "SERVERID",
                    provider: "Studio Ductus",
                    description: "Garde le visiteur sur le même serveur pendant toute la session.",
                    duration: "Session",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_cookies",
                    provider: "Agilitation SAS",
                    description: "Conserve ce que le visiteur a accepté ou refusé.",
                    duration: "6 mois",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_authorized_vendors",
                    provider: "Agilitation SAS",
                    description: "Liste les prestataires que le visiteur a acceptés.",
                    duration: "6 mois",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_all_vendors",
                    provider: "Agilitation SAS",
                    description: "Liste les prestataires que le bandeau a présentés.",
                    duration: "6 mois",
                    type: "Cookie"
                  }
                ]
              }
            },
            {
              title: "Statistiques",
              description: "Ces cookies ne sont déposés que si vous êtes d’accord.",
              linkedCategory: "statistics",
              cookieTable: {
                headers: {
                  name: "Nom",
                  provider: "Société",
                  description: "À quoi il sert",
                  duration: "Durée de vie sur votre appareil",
                  type: "Nature"
                },
                body: [
                  {
                    name: "_ga",
                    provider: "Google Ireland Limited",
                    description: "Compte les visites et les visites répétées pour trouver les pages à améliorer.",
                    duration: "13 mois",
                    type: "Cookie"
                  },
                  {
                    name: "_ga_*",
                    provider: "Google Ireland Limited",
                    description: "Garde l\u0026#x27;état de la visite en cours pour Google Analytics.",
                    duration: "13 mois",
                    type: "Cookie"
                  },
                  {
                    name: "www.googletagmanager.com/gtm.js",
                    provider: "Google Ireland Limited",
                    description: "Charge le script de statistiques après l\u0026#x27;accord du visiteur ; ne stocke rien.",
                    duration: "",
                    type: "Contenu chargé depuis un autre serveur"
                  }
                ]
              }
            }
          ]
        }
      }
    }
  }
});
