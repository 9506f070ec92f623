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
          description: "Le site a besoin de certains cookies pour fonctionner. Il ne dépose les autres que si vous y consentez.",
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
              description: "Ces cookies ne sont déposés que si vous y consentez.",
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
      },
      de: {
        consentModal: {
          title: "Cookies auf dieser Website",
          description: "Die Website braucht einige Cookies, um zu funktionieren. Die anderen setzt sie nur, wenn Sie einwilligen.",
          acceptAllBtn: "Alle akzeptieren",
          acceptNecessaryBtn: "Alle ablehnen",
          showPreferencesBtn: "Auswählen",
          footer: "\u003ca href=\"https://studio-ductus.example/cookies\"\u003eCookie-Richtlinie\u003c/a\u003e"
        },
        preferencesModal: {
          title: "Ihre Cookie-Auswahl",
          acceptAllBtn: "Alle akzeptieren",
          acceptNecessaryBtn: "Alle ablehnen",
          savePreferencesBtn: "Auswahl speichern",
          closeIconLabel: "Schließen",
          sections: [
            {
              title: "Notwendig",
              description: "Diese Cookies werden ohne Einwilligung gesetzt.",
              linkedCategory: "necessary",
              cookieTable: {
                headers: {
                  name: "Name",
                  provider: "Unternehmen",
                  description: "Funktion",
                  duration: "Lebensdauer auf Ihrem Gerät",
                  type: "Art"
                },
                body: [
                  {
                    name: "SERVERID",
                    provider: "Studio Ductus",
                    description: "Hält den Besuch während der ganzen Sitzung auf demselben Server.",
                    duration: "Session",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_cookies",
                    provider: "Agilitation SAS",
                    description: "Bewahrt auf, was angenommen oder abgelehnt wurde.",
                    duration: "6 Monate",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_authorized_vendors",
                    provider: "Agilitation SAS",
                    description: "Führt die Anbieter auf, die angenommen wurden.",
                    duration: "6 Monate",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_all_vendors",
                    provider: "Agilitation SAS",
                    description: "Führt die Anbieter auf, die das Banner gezeigt hat.",
                    duration: "6 Monate",
                    type: "Cookie"
                  }
                ]
              }
            },
            {
              title: "Statistik",
              description: "Diese Cookies werden nur gesetzt, wenn Sie einwilligen.",
              linkedCategory: "statistics",
              cookieTable: {
                headers: {
                  name: "Name",
                  provider: "Unternehmen",
                  description: "Funktion",
                  duration: "Lebensdauer auf Ihrem Gerät",
                  type: "Art"
                },
                body: [
                  {
                    name: "_ga",
                    provider: "Google Ireland Limited",
                    description: "Zählt Besuche und wiederholte Besuche, um verbesserungsbedürftige Seiten zu finden.",
                    duration: "13 Monate",
                    type: "Cookie"
                  },
                  {
                    name: "_ga_*",
                    provider: "Google Ireland Limited",
                    description: "Bewahrt den Stand des laufenden Besuchs für Google Analytics auf.",
                    duration: "13 Monate",
                    type: "Cookie"
                  },
                  {
                    name: "www.googletagmanager.com/gtm.js",
                    provider: "Google Ireland Limited",
                    description: "Lädt das Statistikskript, sobald eingewilligt wurde; speichert selbst nichts.",
                    duration: "",
                    type: "Von einem anderen Host geladener Inhalt"
                  }
                ]
              }
            }
          ]
        }
      },
      es: {
        consentModal: {
          title: "Las cookies de este sitio",
          description: "El sitio necesita algunas cookies para funcionar. Las demás solo se instalan si usted las acepta.",
          acceptAllBtn: "Aceptar todas",
          acceptNecessaryBtn: "Rechazar todas",
          showPreferencesBtn: "Elegir",
          footer: "\u003ca href=\"https://studio-ductus.example/cookies\"\u003ePolítica de cookies\u003c/a\u003e"
        },
        preferencesModal: {
          title: "Su elección de cookies",
          acceptAllBtn: "Aceptar todas",
          acceptNecessaryBtn: "Rechazar todas",
          savePreferencesBtn: "Guardar esta elección",
          closeIconLabel: "Cerrar",
          sections: [
            {
              title: "Necesarias",
              description: "Estas cookies se instalan sin consentimiento.",
              linkedCategory: "necessary",
              cookieTable: {
                headers: {
                  name: "Nombre",
                  provider: "Empresa",
                  description: "Para qué sirve",
                  duration: "Duración en su dispositivo",
                  type: "Tipo"
                },
                body: [
                  {
                    name: "SERVERID",
                    provider: "Studio Ductus",
                    description: "Mantiene la visita en el mismo servidor durante toda la sesión.",
                    duration: "Session",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_cookies",
                    provider: "Agilitation SAS",
                    description: "Guarda lo que se ha aceptado o rechazado.",
                    duration: "6 meses",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_authorized_vendors",
                    provider: "Agilitation SAS",
                    description: "Enumera los proveedores que se han aceptado.",
                    duration: "6 meses",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_all_vendors",
                    provider: "Agilitation SAS",
                    description: "Enumera los proveedores que mostró el aviso.",
                    duration: "6 meses",
                    type: "Cookie"
                  }
                ]
              }
            },
            {
              title: "Estadísticas",
              description: "Estas cookies solo se instalan si usted las acepta.",
              linkedCategory: "statistics",
              cookieTable: {
                headers: {
                  name: "Nombre",
                  provider: "Empresa",
                  description: "Para qué sirve",
                  duration: "Duración en su dispositivo",
                  type: "Tipo"
                },
                body: [
                  {
                    name: "_ga",
                    provider: "Google Ireland Limited",
                    description: "Cuenta las visitas y las visitas repetidas para encontrar las páginas que mejorar.",
                    duration: "13 meses",
                    type: "Cookie"
                  },
                  {
                    name: "_ga_*",
                    provider: "Google Ireland Limited",
                    description: "Guarda el estado de la visita en curso para Google Analytics.",
                    duration: "13 meses",
                    type: "Cookie"
                  },
                  {
                    name: "www.googletagmanager.com/gtm.js",
                    provider: "Google Ireland Limited",
                    description: "Carga el script de estadísticas después del consentimiento; no almacena nada.",
                    duration: "",
                    type: "Contenido cargado de otro servidor"
                  }
                ]
              }
            }
          ]
        }
      },
      it: {
        consentModal: {
          title: "I cookie di questo sito",
          description: "Il sito ha bisogno di alcuni cookie per funzionare. Installa gli altri solo con il consenso.",
          acceptAllBtn: "Accetta tutto",
          acceptNecessaryBtn: "Rifiuta tutto",
          showPreferencesBtn: "Scegli",
          footer: "\u003ca href=\"https://studio-ductus.example/cookies\"\u003eInformativa sui cookie\u003c/a\u003e"
        },
        preferencesModal: {
          title: "Scelta dei cookie",
          acceptAllBtn: "Accetta tutto",
          acceptNecessaryBtn: "Rifiuta tutto",
          savePreferencesBtn: "Salva questa scelta",
          closeIconLabel: "Chiudi",
          sections: [
            {
              title: "Necessari",
              description: "Questi cookie sono installati senza consenso.",
              linkedCategory: "necessary",
              cookieTable: {
                headers: {
                  name: "Nome",
                  provider: "Società",
                  description: "A che cosa serve",
                  duration: "Durata sul dispositivo",
                  type: "Tipo"
                },
                body: [
                  {
                    name: "SERVERID",
                    provider: "Studio Ductus",
                    description: "Mantiene la visita sullo stesso server per tutta la sessione.",
                    duration: "Session",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_cookies",
                    provider: "Agilitation SAS",
                    description: "Conserva ciò che è stato accettato o rifiutato.",
                    duration: "6 mesi",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_authorized_vendors",
                    provider: "Agilitation SAS",
                    description: "Elenca i fornitori che sono stati accettati.",
                    duration: "6 mesi",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_all_vendors",
                    provider: "Agilitation SAS",
                    description: "Elenca i fornitori che il banner ha mostrato.",
                    duration: "6 mesi",
                    type: "Cookie"
                  }
                ]
              }
            },
            {
              title: "Statistiche",
              description: "Questi cookie sono installati solo con il consenso.",
              linkedCategory: "statistics",
              cookieTable: {
                headers: {
                  name: "Nome",
                  provider: "Società",
                  description: "A che cosa serve",
                  duration: "Durata sul dispositivo",
                  type: "Tipo"
                },
                body: [
                  {
                    name: "_ga",
                    provider: "Google Ireland Limited",
                    description: "Conta le visite e le visite ripetute per trovare le pagine da migliorare.",
                    duration: "13 mesi",
                    type: "Cookie"
                  },
                  {
                    name: "_ga_*",
                    provider: "Google Ireland Limited",
                    description: "Conserva lo stato della visita in corso per Google Analytics.",
                    duration: "13 mesi",
                    type: "Cookie"
                  },
                  {
                    name: "www.googletagmanager.com/gtm.js",
                    provider: "Google Ireland Limited",
                    description: "Carica lo script delle statistiche dopo il consenso; non conserva nulla.",
                    duration: "",
                    type: "Contenuto caricato da un altro server"
                  }
                ]
              }
            }
          ]
        }
      },
      nl: {
        consentModal: {
          title: "Cookies op deze site",
          description: "De site heeft sommige cookies nodig om te werken. De andere plaatst hij alleen als u daarvoor toestemming geeft.",
          acceptAllBtn: "Alles accepteren",
          acceptNecessaryBtn: "Alles weigeren",
          showPreferencesBtn: "Kiezen",
          footer: "\u003ca href=\"https://studio-ductus.example/cookies\"\u003eCookiebeleid\u003c/a\u003e"
        },
        preferencesModal: {
          title: "Uw cookiekeuze",
          acceptAllBtn: "Alles accepteren",
          acceptNecessaryBtn: "Alles weigeren",
          savePreferencesBtn: "Deze keuze opslaan",
          closeIconLabel: "Sluiten",
          sections: [
            {
              title: "Noodzakelijk",
              description: "Deze cookies worden zonder toestemming geplaatst.",
              linkedCategory: "necessary",
              cookieTable: {
                headers: {
                  name: "Naam",
                  provider: "Bedrijf",
                  description: "Wat hij doet",
                  duration: "Levensduur op uw apparaat",
                  type: "Soort"
                },
                body: [
                  {
                    name: "SERVERID",
                    provider: "Studio Ductus",
                    description: "Houdt de bezoeker de hele sessie op dezelfde server.",
                    duration: "Session",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_cookies",
                    provider: "Agilitation SAS",
                    description: "Bewaart wat de bezoeker heeft aanvaard of geweigerd.",
                    duration: "6 maanden",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_authorized_vendors",
                    provider: "Agilitation SAS",
                    description: "Noemt de aanbieders die de bezoeker heeft aanvaard.",
                    duration: "6 maanden",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_all_vendors",
                    provider: "Agilitation SAS",
                    description: "Noemt de aanbieders die de banner heeft getoond.",
                    duration: "6 maanden",
                    type: "Cookie"
                  }
                ]
              }
            },
            {
              title: "Statistieken",
              description: "Deze cookies worden alleen geplaatst als u daarvoor toestemming geeft.",
              linkedCategory: "statistics",
              cookieTable: {
                headers: {
                  name: "Naam",
                  provider: "Bedrijf",
                  description: "Wat hij doet",
                  duration: "Levensduur op uw apparaat",
                  type: "Soort"
                },
                body: [
                  {
                    name: "_ga",
                    provider: "Google Ireland Limited",
                    description: "Telt bezoeken en herhaalde bezoeken om pagina\u0026#x27;s te vinden die beter moeten.",
                    duration: "13 maanden",
                    type: "Cookie"
                  },
                  {
                    name: "_ga_*",
                    provider: "Google Ireland Limited",
                    description: "Bewaart de toestand van het lopende bezoek voor Google Analytics.",
                    duration: "13 maanden",
                    type: "Cookie"
                  },
                  {
                    name: "www.googletagmanager.com/gtm.js",
                    provider: "Google Ireland Limited",
                    description: "Laadt het statistiekscript nadat de bezoeker heeft toegestemd; slaat zelf niets op.",
                    duration: "",
                    type: "Inhoud van een andere host"
                  }
                ]
              }
            }
          ]
        }
      },
      pl: {
        consentModal: {
          title: "Pliki cookie w\u00a0tej witrynie",
          description: "Witryna potrzebuje niektórych plików cookie do działania. Pozostałe zapisuje tylko za Państwa zgodą.",
          acceptAllBtn: "Zaakceptuj wszystkie",
          acceptNecessaryBtn: "Odrzuć wszystkie",
          showPreferencesBtn: "Wybierz",
          footer: "\u003ca href=\"https://studio-ductus.example/cookies\"\u003ePolityka plików cookie\u003c/a\u003e"
        },
        preferencesModal: {
          title: "Państwa wybór plików cookie",
          acceptAllBtn: "Zaakceptuj wszystkie",
          acceptNecessaryBtn: "Odrzuć wszystkie",
          savePreferencesBtn: "Zapisz ten wybór",
          closeIconLabel: "Zamknij",
          sections: [
            {
              title: "Niezbędne",
              description: "Te pliki cookie są zapisywane bez zgody.",
              linkedCategory: "necessary",
              cookieTable: {
                headers: {
                  name: "Nazwa",
                  provider: "Firma",
                  description: "Do czego służy",
                  duration: "Okres przechowywania na Państwa urządzeniu",
                  type: "Rodzaj"
                },
                body: [
                  {
                    name: "SERVERID",
                    provider: "Studio Ductus",
                    description: "Utrzymuje wizytę na tym samym serwerze przez całą sesję.",
                    duration: "Session",
                    type: "Plik cookie"
                  },
                  {
                    name: "axeptio_cookies",
                    provider: "Agilitation SAS",
                    description: "Przechowuje informację, co zaakceptowano lub odrzucono.",
                    duration: "6 miesięcy",
                    type: "Plik cookie"
                  },
                  {
                    name: "axeptio_authorized_vendors",
                    provider: "Agilitation SAS",
                    description: "Wymienia dostawców, których zaakceptowano.",
                    duration: "6 miesięcy",
                    type: "Plik cookie"
                  },
                  {
                    name: "axeptio_all_vendors",
                    provider: "Agilitation SAS",
                    description: "Wymienia dostawców, których pokazał baner.",
                    duration: "6 miesięcy",
                    type: "Plik cookie"
                  }
                ]
              }
            },
            {
              title: "Statystyka",
              description: "Te pliki cookie są zapisywane tylko za Państwa zgodą.",
              linkedCategory: "statistics",
              cookieTable: {
                headers: {
                  name: "Nazwa",
                  provider: "Firma",
                  description: "Do czego służy",
                  duration: "Okres przechowywania na Państwa urządzeniu",
                  type: "Rodzaj"
                },
                body: [
                  {
                    name: "_ga",
                    provider: "Google Ireland Limited",
                    description: "Liczy wizyty i ponowne wizyty, aby znaleźć strony wymagające poprawy.",
                    duration: "13 miesięcy",
                    type: "Plik cookie"
                  },
                  {
                    name: "_ga_*",
                    provider: "Google Ireland Limited",
                    description: "Przechowuje stan bieżącej wizyty dla Google Analytics.",
                    duration: "13 miesięcy",
                    type: "Plik cookie"
                  },
                  {
                    name: "www.googletagmanager.com/gtm.js",
                    provider: "Google Ireland Limited",
                    description: "Wczytuje skrypt statystyk po wyrażeniu zgody; sam niczego nie przechowuje.",
                    duration: "",
                    type: "Treść wczytywana z\u00a0innego serwera"
                  }
                ]
              }
            }
          ]
        }
      },
      pt: {
        consentModal: {
          title: "Os cookies deste site",
          description: "O site precisa de alguns cookies para funcionar. Só instala os outros se der o seu consentimento.",
          acceptAllBtn: "Aceitar todos",
          acceptNecessaryBtn: "Recusar todos",
          showPreferencesBtn: "Escolher",
          footer: "\u003ca href=\"https://studio-ductus.example/cookies\"\u003ePolítica de cookies\u003c/a\u003e"
        },
        preferencesModal: {
          title: "A sua escolha de cookies",
          acceptAllBtn: "Aceitar todos",
          acceptNecessaryBtn: "Recusar todos",
          savePreferencesBtn: "Guardar esta escolha",
          closeIconLabel: "Fechar",
          sections: [
            {
              title: "Necessários",
              description: "Estes cookies são instalados sem consentimento.",
              linkedCategory: "necessary",
              cookieTable: {
                headers: {
                  name: "Nome",
                  provider: "Empresa",
                  description: "Para que serve",
                  duration: "Duração no seu dispositivo",
                  type: "Tipo"
                },
                body: [
                  {
                    name: "SERVERID",
                    provider: "Studio Ductus",
                    description: "Mantém a visita no mesmo servidor durante toda a sessão.",
                    duration: "Session",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_cookies",
                    provider: "Agilitation SAS",
                    description: "Guarda o que foi aceite ou recusado.",
                    duration: "6 meses",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_authorized_vendors",
                    provider: "Agilitation SAS",
                    description: "Enumera os fornecedores que foram aceites.",
                    duration: "6 meses",
                    type: "Cookie"
                  },
                  {
                    name: "axeptio_all_vendors",
                    provider: "Agilitation SAS",
                    description: "Enumera os fornecedores que o aviso mostrou.",
                    duration: "6 meses",
                    type: "Cookie"
                  }
                ]
              }
            },
            {
              title: "Estatísticas",
              description: "Estes cookies só são instalados se der o seu consentimento.",
              linkedCategory: "statistics",
              cookieTable: {
                headers: {
                  name: "Nome",
                  provider: "Empresa",
                  description: "Para que serve",
                  duration: "Duração no seu dispositivo",
                  type: "Tipo"
                },
                body: [
                  {
                    name: "_ga",
                    provider: "Google Ireland Limited",
                    description: "Conta as visitas e as visitas repetidas para encontrar as páginas a melhorar.",
                    duration: "13 meses",
                    type: "Cookie"
                  },
                  {
                    name: "_ga_*",
                    provider: "Google Ireland Limited",
                    description: "Guarda o estado da visita em curso para o Google Analytics.",
                    duration: "13 meses",
                    type: "Cookie"
                  },
                  {
                    name: "www.googletagmanager.com/gtm.js",
                    provider: "Google Ireland Limited",
                    description: "Carrega o script de estatísticas depois do consentimento; não armazena nada.",
                    duration: "",
                    type: "Conteúdo carregado de outro servidor"
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
