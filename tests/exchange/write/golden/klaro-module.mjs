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
    },
    de: {
      purposes: {
        "audience-measurement": {
          title: "Reichweitenmessung"
        },
        "tag-management": {
          title: "Laden anderer Skripte"
        }
      }
    },
    es: {
      purposes: {
        "audience-measurement": {
          title: "Medición de audiencia"
        },
        "tag-management": {
          title: "Carga de otros scripts"
        }
      }
    },
    it: {
      purposes: {
        "audience-measurement": {
          title: "Misurazione del pubblico"
        },
        "tag-management": {
          title: "Caricamento di altri script"
        }
      }
    },
    nl: {
      purposes: {
        "audience-measurement": {
          title: "Publieksmeting"
        },
        "tag-management": {
          title: "Andere scripts laden"
        }
      }
    },
    pl: {
      purposes: {
        "audience-measurement": {
          title: "Pomiar oglądalności"
        },
        "tag-management": {
          title: "Wczytywanie innych skryptów"
        }
      }
    },
    pt: {
      purposes: {
        "audience-measurement": {
          title: "Medição de audiência"
        },
        "tag-management": {
          title: "Carregamento de outros scripts"
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
        },
        de: {
          title: "Studio Ductus",
          description: "Hält den Besuch während der ganzen Sitzung auf demselben Server."
        },
        es: {
          title: "Studio Ductus",
          description: "Mantiene la visita en el mismo servidor durante toda la sesión."
        },
        it: {
          title: "Studio Ductus",
          description: "Mantiene la visita sullo stesso server per tutta la sessione."
        },
        nl: {
          title: "Studio Ductus",
          description: "Houdt de bezoeker de hele sessie op dezelfde server."
        },
        pl: {
          title: "Studio Ductus",
          description: "Utrzymuje wizytę na tym samym serwerze przez całą sesję."
        },
        pt: {
          title: "Studio Ductus",
          description: "Mantém a visita no mesmo servidor durante toda a sessão."
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
        },
        de: {
          title: "Agilitation SAS",
          description: "Bewahrt auf, was angenommen oder abgelehnt wurde. Führt die Anbieter auf, die angenommen wurden. Führt die Anbieter auf, die das Banner gezeigt hat."
        },
        es: {
          title: "Agilitation SAS",
          description: "Guarda lo que se ha aceptado o rechazado. Enumera los proveedores que se han aceptado. Enumera los proveedores que mostró el aviso."
        },
        it: {
          title: "Agilitation SAS",
          description: "Conserva ciò che è stato accettato o rifiutato. Elenca i fornitori che sono stati accettati. Elenca i fornitori che il banner ha mostrato."
        },
        nl: {
          title: "Agilitation SAS",
          description: "Bewaart wat de bezoeker heeft aanvaard of geweigerd. Noemt de aanbieders die de bezoeker heeft aanvaard. Noemt de aanbieders die de banner heeft getoond."
        },
        pl: {
          title: "Agilitation SAS",
          description: "Przechowuje informację, co zaakceptowano lub odrzucono. Wymienia dostawców, których zaakceptowano. Wymienia dostawców, których pokazał baner."
        },
        pt: {
          title: "Agilitation SAS",
          description: "Guarda o que foi aceite ou recusado. Enumera os fornecedores que foram aceites. Enumera os fornecedores que o aviso mostrou."
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
        },
        de: {
          title: "Google Ireland Limited",
          description: "Zählt Besuche und wiederholte Besuche, um verbesserungsbedürftige Seiten zu finden. Bewahrt den Stand des laufenden Besuchs für Google Analytics auf."
        },
        es: {
          title: "Google Ireland Limited",
          description: "Cuenta las visitas y las visitas repetidas para encontrar las páginas que mejorar. Guarda el estado de la visita en curso para Google Analytics."
        },
        it: {
          title: "Google Ireland Limited",
          description: "Conta le visite e le visite ripetute per trovare le pagine da migliorare. Conserva lo stato della visita in corso per Google Analytics."
        },
        nl: {
          title: "Google Ireland Limited",
          description: "Telt bezoeken en herhaalde bezoeken om pagina's te vinden die beter moeten. Bewaart de toestand van het lopende bezoek voor Google Analytics."
        },
        pl: {
          title: "Google Ireland Limited",
          description: "Liczy wizyty i ponowne wizyty, aby znaleźć strony wymagające poprawy. Przechowuje stan bieżącej wizyty dla Google Analytics."
        },
        pt: {
          title: "Google Ireland Limited",
          description: "Conta as visitas e as visitas repetidas para encontrar as páginas a melhorar. Guarda o estado da visita em curso para o Google Analytics."
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
        },
        de: {
          title: "Google Ireland Limited",
          description: "Lädt das Statistikskript, sobald eingewilligt wurde; speichert selbst nichts."
        },
        es: {
          title: "Google Ireland Limited",
          description: "Carga el script de estadísticas después del consentimiento; no almacena nada."
        },
        it: {
          title: "Google Ireland Limited",
          description: "Carica lo script delle statistiche dopo il consenso; non conserva nulla."
        },
        nl: {
          title: "Google Ireland Limited",
          description: "Laadt het statistiekscript nadat de bezoeker heeft toegestemd; slaat zelf niets op."
        },
        pl: {
          title: "Google Ireland Limited",
          description: "Wczytuje skrypt statystyk po wyrażeniu zgody; sam niczego nie przechowuje."
        },
        pt: {
          title: "Google Ireland Limited",
          description: "Carrega o script de estatísticas depois do consentimento; não armazena nada."
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
