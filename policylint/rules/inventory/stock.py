"""Formulas of descriptions that would fit any cookie, and the words that lead up to them."""

from collections.abc import Mapping

# Small letters, a line each, without the words that lead up to them.
_PHRASES: Mapping[str, str] = {
    "en": """
improve your experience
improve your user experience
improve the user experience
improve user experience
improve your browsing experience
enhance your experience
enhance the user experience
improve our services
improve our website
improve the website
optimise our services
optimize our services
for technical reasons
technical reasons
technical cookie
necessary for the website to function
necessary for the functioning of the website
may be used for various purposes
for marketing purposes
for analytics purposes
stores information about the visitor
this is a necessary cookie
improves your experience
improves the user experience
enhances your experience
""",
    "fr": """
améliorer votre expérience
améliorer votre expérience utilisateur
améliorer l'expérience utilisateur
améliorer votre navigation
améliorer nos services
améliorer le site
améliorer notre site
optimiser nos services
pour des raisons techniques
raisons techniques
cookie technique
nécessaire au fonctionnement du site
nécessaire au bon fonctionnement du site
utilisé à des fins marketing
utilisé à des fins statistiques
améliore votre expérience
améliore votre navigation
""",
    "es": """
mejorar su experiencia
mejorar tu experiencia
mejorar la experiencia
mejorar la experiencia del usuario
mejorar la experiencia de usuario
mejorar su experiencia de usuario
mejorar su experiencia de navegación
mejorar tu experiencia de navegación
mejorar la experiencia de navegación
mejorar su navegación
mejorar la navegación
mejorar nuestros servicios
mejorar el sitio
mejorar el sitio web
mejorar nuestro sitio web
mejorar la web
optimizar nuestros servicios
optimizar el sitio web
por razones técnicas
por motivos técnicos
razones técnicas
motivos técnicos
cookie técnica
una cookie técnica
cookie necesaria
una cookie necesaria
necesaria para el funcionamiento del sitio
necesaria para el funcionamiento del sitio web
necesaria para el funcionamiento de la web
necesaria para el correcto funcionamiento del sitio web
fines de marketing
fines publicitarios
fines estadísticos
fines analíticos
almacena información sobre el visitante
almacena información del usuario
mejora su experiencia
mejora tu experiencia
mejora la experiencia del usuario
mejora su navegación
""",
    "nl": """
uw ervaring te verbeteren
je ervaring te verbeteren
uw gebruikerservaring te verbeteren
je gebruikerservaring te verbeteren
de gebruikerservaring te verbeteren
de gebruikservaring te verbeteren
uw surfervaring te verbeteren
je surfervaring te verbeteren
uw bezoek te verbeteren
onze diensten te verbeteren
onze dienstverlening te verbeteren
de site te verbeteren
de website te verbeteren
onze site te verbeteren
onze website te verbeteren
onze diensten te optimaliseren
de website te optimaliseren
onze website te optimaliseren
verbeteren van uw ervaring
verbeteren van de gebruikerservaring
verbeteren van onze diensten
verbeteren van de website
verbetert uw ervaring
verbetert je ervaring
verbetert de gebruikerservaring
technische redenen
technische doeleinden
technische cookie
functionele cookie
noodzakelijke cookie
noodzakelijk voor de werking van de site
noodzakelijk voor de werking van de website
noodzakelijk voor de goede werking van de website
noodzakelijk voor het functioneren van de site
noodzakelijk voor het functioneren van de website
nodig voor de werking van de website
nodig om de website te laten werken
marketingdoeleinden
reclamedoeleinden
statistische doeleinden
analytische doeleinden
slaat informatie over de bezoeker op
slaat informatie over de gebruiker op
""",
    "it": """
migliorare la tua esperienza
migliorare la sua esperienza
migliorare la vostra esperienza
migliorare l'esperienza
migliorare l'esperienza utente
migliorare l'esperienza dell'utente
migliorare l'esperienza degli utenti
migliorare la tua esperienza di navigazione
migliorare la sua esperienza di navigazione
migliorare l'esperienza di navigazione
migliorare la tua navigazione
migliorare la navigazione
migliorare i nostri servizi
migliorare il servizio
migliorare il sito
migliorare il sito web
migliorare il nostro sito
ottimizzare i nostri servizi
ottimizzare il sito
motivi tecnici
ragioni tecniche
cookie tecnico
cookie necessario
necessario al funzionamento del sito
necessario al corretto funzionamento del sito
necessario per il funzionamento del sito
necessario per il funzionamento del sito web
necessario per il corretto funzionamento del sito
fini di marketing
fini statistici
finalità di marketing
finalità pubblicitarie
finalità statistiche
finalità analitiche
scopi di marketing
scopi statistici
memorizza informazioni sull'utente
memorizza informazioni sul visitatore
migliora l'esperienza dell'utente
migliora l'esperienza di navigazione
migliora la tua esperienza
migliora la sua esperienza
migliora la navigazione
""",
    "pl": """
poprawy komfortu użytkowania
poprawy komfortu korzystania z witryny
poprawy komfortu korzystania ze strony
poprawy jakości korzystania z witryny
poprawy jakości korzystania ze strony
poprawy jakości usług
poprawy jakości naszych usług
poprawy naszych usług
poprawy doświadczeń użytkownika
poprawy działania strony
poprawy działania witryny
poprawy funkcjonowania strony
poprawy funkcjonowania witryny
poprawić komfort użytkowania
poprawić komfort korzystania z witryny
poprawić komfort korzystania ze strony
poprawić jakość naszych usług
poprawić doświadczenia użytkownika
poprawia komfort użytkowania
poprawia komfort korzystania z witryny
poprawia komfort korzystania ze strony
poprawia doświadczenia użytkownika
ulepszania naszych usług
ulepszania witryny
ulepszania strony
ulepszać nasze usługi
optymalizacji naszych usług
optymalizacji witryny
optymalizacji strony
prawidłowego działania strony
prawidłowego działania witryny
prawidłowego funkcjonowania strony
prawidłowego funkcjonowania witryny
działania strony
działania witryny
celów technicznych
celów marketingowych
celów reklamowych
celów statystycznych
celów analitycznych
celach technicznych
celach marketingowych
celach reklamowych
celach statystycznych
celach analitycznych
względów technicznych
powodów technicznych
techniczny plik cookie
niezbędny plik cookie
funkcjonalny plik cookie
przechowuje informacje o użytkowniku
przechowuje informacje o odwiedzającym
""",
}
STOCK_PHRASES: Mapping[str, frozenset[str]] = {
    language: frozenset(phrases.strip().splitlines()) for language, phrases in _PHRASES.items()
}

# Words that lead up to a formula, parted by bars; a blank follows each but `d'`.
_LEADS: Mapping[str, str] = {
    "en": "this cookie|the cookie|it|is|used|helps|us|we|to",
    "fr": "ce cookie|le cookie|il|permet|sert|nous|aide|d'|de|à",
    "es": "esta cookie|la cookie|se utiliza|se usa|utilizada|usada|utilizamos|usamos|sirve"
    "|permite|permiten|ayuda|nos|es|para|a|con|de",
    "nl": "deze cookie|dit cookie|de cookie|het cookie|wordt gebruikt|wordt ingezet|gebruikt|wij|we"
    "|gebruiken|gebruiken deze cookie|helpt|helpt ons|dient|zorgt|is|een|ons|om|voor|het|te",
    "it": "questo cookie|il cookie|viene utilizzato|viene usato|utilizzato|usato|si utilizza|si usa"
    "|utilizziamo|usiamo|serve|consente|permette|aiuta|ci|è|un|per|a|di",
    "pl": "ten plik cookie|plik cookie|to|jest|są|służy|służą|używany|używany jest|stosowany"
    "|wykorzystywany|używamy go|niezbędny do|konieczny do|pomaga|pomaga nam|pozwala|pozwala nam|nam"
    "|w|z|do|dla|aby|w celu",
}
LEADS: Mapping[str, tuple[str, ...]] = {
    language: tuple(lead if lead.endswith("'") else f"{lead} " for lead in leads.split("|"))
    for language, leads in _LEADS.items()
}
