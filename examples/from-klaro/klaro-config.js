// The consent banner of Atelier Exemple, Klaro 0.7.
var klaroConfig = {
    version: 1,
    elementID: 'klaro',
    storageMethod: 'cookie',
    storageName: 'klaro',
    cookieExpiresAfterDays: 180,
    default: false,
    mustConsent: false,
    acceptAll: true,
    hideDeclineAll: false,
    lang: 'en',
    translations: {
        en: {
            privacyPolicyUrl: 'https://www.atelier-exemple.example/privacy',
            purposes: {analytics: {title: 'Statistics'}, advertising: {title: 'Advertising'}},
        },
    },
    services: [
        {
            name: 'basket',
            title: 'Basket',
            description: 'Keeps what you put into the basket.',
            purposes: ['shopping-basket'],
            cookies: ['basket_id'],
            required: true,
        },
        {
            name: 'google-analytics',
            title: 'Google Analytics',
            description: 'Counts visits to find pages that need work.',
            purposes: ['analytics'],
            cookies: ['_ga', /^_ga_.*$/],
            default: true,
        },
        {
            name: 'meta-pixel',
            title: 'Meta Pixel',
            description: 'Shows our adverts to visitors of this site on Facebook.',
            purposes: ['advertising'],
            cookies: [['_fbp', '/', '.atelier-exemple.example']],
        },
    ],
};
