"""What each word of a closed vocabulary means, for editors: one sentence each."""

from collections.abc import Mapping
from typing import Any, get_args

from policylint.model import terms

Meanings = Mapping[str, str]

CATEGORY: Meanings = {
    "essential": "Set without asking: it only carries the communication, or is strictly necessary"
    " for a service that the visitor asked for.",
    "improvement": "Everything else: set after consent, unless a national exemption holds.",
}
CONSENT_MODE: Meanings = {
    "opt-in": "Set only after the visitor agreed.",
    "none": "Set without asking.",
    "opt-out": "Set until the visitor objects.",
    "implied": "Set as soon as the visitor goes on using the site.",
}
LIMB: Meanings = {
    "transmission": "Its sole purpose is to carry a communication over a network.",
    "requested-service": "Strictly necessary for a service that the visitor asked for.",
}
EXEMPTION_NAME: Meanings = {
    "audience-measurement": "Statistics for the publisher alone, under national conditions.",
    "statistics": "Statistics on the use of the site, under national conditions.",
    "appearance": "How the site looks and works, under national conditions.",
    "low-impact-analytics": "Measurement with little or no effect on privacy.",
    "emergency": "Help in an emergency that the visitor asked for.",
}
LEGAL_BASIS: Meanings = {
    "consent": "GDPR art. 6(1)(a): the visitor agreed.",
    "contract": "GDPR art. 6(1)(b): performance of a contract with the visitor.",
    "legal-obligation": "GDPR art. 6(1)(c): a law requires it.",
    "vital-interests": "GDPR art. 6(1)(d): it protects somebody's life.",
    "public-task": "GDPR art. 6(1)(e): a task in the public interest.",
    "legitimate-interests": "GDPR art. 6(1)(f): an interest, named in `interest`, that outweighs"
    " those of the visitor.",
}
STORAGE: Meanings = {
    "cookie": "A small text that the browser keeps and sends back.",
    "local-storage": "Texts that a page keeps in the browser until they are cleared.",
    "session-storage": "Texts that a page keeps until the tab is closed.",
    "indexed-db": "A database that a page keeps in the browser.",
    "cache-storage": "Copies of pages and files that a page keeps in the browser.",
    "service-worker": "A program that the site leaves in the browser.",
    "etag": "A mark that the browser keeps with a file and sends back.",
    "pixel": "A tiny image whose loading tells that a page was opened.",
    "email-pixel": "A tiny image in an e-mail whose loading tells that it was opened.",
    "link-decoration": "A code added to the address of a link, which the next page reads.",
    "fingerprint": "Recognition of the device by its features.",
    "sdk": "A component of an app that gathers data.",
    "server-side": "Data that the site's server passes on without the help of the browser.",
    "resource": "A script, font, frame or image of another host; nothing is stored.",
}
RENEWAL: Meanings = {
    "fixed": "A visit does not move the expiry.",
    "rolling": "Each visit starts the lifetime again.",
}
PARTY: Meanings = {
    "first": "Stored for a host of the site.",
    "third": "Stored for a host of somebody else.",
}
SETTER: Meanings = {
    "http": "A Set-Cookie header.",
    "script": "A script in the page.",
    "server": "A write by a tagging server.",
}
SAME_SITE: Meanings = {
    "Strict": "Sent to this site only, and only from this site.",
    "Lax": "Sent to this site, also when a visitor follows a link to it.",
    "None": "Also sent when another site loads something from this one; needs `secure`.",
}
GROUP: Meanings = {
    "necessary": "What the site needs to work.",
    "preferences": "What adapts the site to the visitor.",
    "statistics": "What measures the use of the site.",
    "marketing": "What serves advertising, social networks and profiles.",
}
DATA_KIND: Meanings = {
    "online-identifier": "An identifier of the browser or device.",
    "ip-address": "The IP address.",
    "page-path": "Addresses of the pages visited.",
    "referrer": "The page that the visitor came from.",
    "language": "The language.",
    "city": "The town.",
    "precise-location": "The precise location.",
    "device-type": "The type of device.",
    "browser": "The browser.",
    "internet-provider": "The internet provider.",
    "visit-frequency": "How often somebody visits.",
    "visit-duration": "How long visits last.",
    "pages-viewed": "The pages viewed.",
    "clicks": "What is clicked.",
    "form-input": "What is entered in forms.",
    "purchases": "What is bought.",
    "account-id": "The number of an account.",
    "name": "The name of a person.",
    "email": "An e-mail address.",
    "phone": "A telephone number.",
    "consent-choice": "The choice made on cookies.",
    "search-terms": "What is searched for.",
    "user-content": "What visitors write or upload.",
    "hashed-contact": "An e-mail address or telephone number turned into a code.",
}
MEASUREMENT_USE: Meanings = {
    "page-views": "Counting views of pages.",
    "navigation-problems": "Finding problems of navigation.",
    "performance": "Measuring how fast pages are.",
    "capacity": "Planning the capacity of servers.",
    "content": "Seeing which content is used.",
    "conversions": "Counting actions completed.",
    "campaigns": "Measuring campaigns.",
    "reach": "Counting visitors.",
}
VENDOR_ROLE: Meanings = {
    "processor": "It acts on the controller's behalf (GDPR art. 28).",
    "joint-controller": "It decides together with the controller (GDPR art. 26).",
    "controller": "It decides for itself.",
}
TRANSFER_MECHANISM: Meanings = {
    "adequacy": "An adequacy decision (GDPR art. 45).",
    "dpf": "The EU-U.S. Data Privacy Framework; the vendor is certified.",
    "scc": "Standard contractual clauses (GDPR art. 46).",
    "bcr": "Binding corporate rules (GDPR art. 47).",
    "idta": "The international data transfer agreement of the United Kingdom.",
    "derogation": "A derogation for a specific situation (GDPR art. 49).",
    "none": "No safeguard.",
}
CHOICE: Meanings = {
    "button": "A button.",
    "link": "A link in the text.",
    "none": "It is not on the first layer.",
}
IMPLIED_SIGN: Meanings = {
    "scrolling": "Scrolling counts as a yes.",
    "closing": "Closing the banner counts as a yes.",
    "browsing": "Going on to another page counts as a yes.",
}
WALL: Meanings = {
    "none": "The site can be used without agreeing.",
    "cookie-wall": "The site can be used only by those who agree.",
    "pay-or-consent": "The site can be used by those who agree or pay.",
}
EXPIRY_EFFECT: Meanings = {
    "delete": "The cookies are deleted when a consent ends.",
    "keep": "The cookies stay until the end of their own lifetime.",
}
PROOF_FIELD: Meanings = {
    "timestamp": "Date and time of the choice.",
    "purposes": "What was agreed to and refused.",
    "policy-version": "The version of the policy shown.",
    "vendor-list-version": "The version of the list of vendors shown.",
    "mechanism": "How the choice was made.",
    "subject": "An identifier of the choice.",
}
SIGNAL_EFFECT: Meanings = {
    "honour": "The signal is taken for a refusal.",
    "ignore": "The signal has no effect.",
}
CONSENT_TRIGGER: Meanings = {
    "new-purpose": "A purpose is added.",
    "new-vendor": "A vendor is added.",
    "longer-lifetime": "A lifetime becomes longer.",
    "new-transfer": "Data goes to a new country.",
}
GOOGLE_MODE: Meanings = {
    "basic": "Google's tags load only after a choice.",
    "advanced": "Google's tags load before a choice, and send pings without cookies.",
    "none": "It is not used.",
}
DECISION: Meanings = {
    "approved": "Approved.",
    "approved-with-conditions": "Approved under the conditions in `conditions`.",
    "refused": "Refused.",
}
PURPOSE: Meanings = {
    "authentication": "Keeps a visitor logged in.",
    "security": "Protects the login or the service that the visitor uses.",
    "csrf-protection": "Protects forms against forged requests.",
    "bot-detection": "Tells robots and unusual traffic from visitors, on the whole site.",
    "captcha": "Makes visitors prove that they are people.",
    "fraud-prevention": "Prevents fraud in a payment or an order.",
    "load-balancing": "Keeps a visitor on the same server.",
    "network-management": "Keeps the site reachable under load: waiting rooms, rate limits.",
    "session-state": "Holds a bare server session, whatever it carries.",
    "user-input": "Keeps what is entered in forms over several pages.",
    "saved-items": "Keeps a wish list, a comparison or favourites.",
    "shopping-basket": "Keeps the basket.",
    "payment": "Carries out a payment.",
    "media-playback": "Plays the sound or video that the visitor asked for.",
    "consent-choice": "Remembers the choice made on cookies.",
    "paywall-metering": "Counts the articles read for free.",
    "accessibility": "Keeps contrast, letter size or captions.",
    "age-verification": "Remembers that an age check was passed.",
    "emergency-assistance": "Helps in an emergency, such as by the position of a caller.",
    "feature-rollout": "Routes visitors to a new function, without measurement.",
    "content-delivery": "Delivers scripts, styles and images from another host or a cache.",
    "language": "Keeps the language that the visitor chose.",
    "country-redirect": "Leads to the site of a country, guessed from the address.",
    "interface-customisation": "Keeps theme, currency or closed notices.",
    "display-adaptation": "Fits pages to the screen.",
    "live-chat": "Carries a conversation by chat.",
    "embedded-content": "Shows the content of another site.",
    "map": "Shows a map.",
    "web-fonts": "Loads fonts.",
    "push-notifications": "Sends notifications.",
    "survey": "Asks visitors questions, and remembers who was asked.",
    "audience-measurement": "Counts visits and visitors.",
    "performance-monitoring": "Measures how fast pages are.",
    "error-monitoring": "Finds errors of pages and scripts.",
    "ab-testing": "Compares two versions of a page.",
    "session-replay": "Records visits to play them again.",
    "product-development": "Helps to develop the company's services.",
    "tag-management": "Loads other scripts.",
    "advertising": "Chooses and shows adverts.",
    "retargeting": "Shows adverts by earlier visits.",
    "ad-measurement": "Measures the effect of adverts.",
    "affiliate-attribution": "Pays the partners who sent a visitor.",
    "cashback": "Refunds a visitor through a partner.",
    "campaign-attribution": "Finds the campaign that brought a visitor.",
    "lead-generation": "Finds customers among visitors.",
    "social-media": "Connects the site to social networks.",
    "social-sharing": "Lets visitors share a page on a social network.",
    "personalised-content": "Chooses content by a profile.",
    "cross-device-linking": "Recognises a visitor on several devices.",
    "data-sync": "Matches identifiers among companies.",
    "market-research": "Studies markets and audiences.",
    "click-fraud-detection": "Detects false clicks on adverts.",
    "email-tracking": "Measures the opening of e-mails.",
    "political-advertising": "Serves political adverts.",
}
_VOCABULARIES: tuple[tuple[Any, Meanings], ...] = (
    (terms.Category, CATEGORY),
    (terms.ConsentMode, CONSENT_MODE),
    (terms.Limb, LIMB),
    (terms.ExemptionName, EXEMPTION_NAME),
    (terms.LegalBasisName, LEGAL_BASIS),
    (terms.Storage, STORAGE),
    (terms.Renewal, RENEWAL),
    (terms.Party, PARTY),
    (terms.Setter, SETTER),
    (terms.SameSite, SAME_SITE),
    (terms.Group, GROUP),
    (terms.Purpose, PURPOSE),
    (terms.DataKind, DATA_KIND),
    (terms.MeasurementUse, MEASUREMENT_USE),
    (terms.VendorRole, VENDOR_ROLE),
    (terms.TransferMechanism, TRANSFER_MECHANISM),
    (terms.Choice, CHOICE),
    (terms.RejectChoice, {**CHOICE, "close": "An X that refuses."}),
    (terms.ImpliedSign, IMPLIED_SIGN),
    (terms.Wall, WALL),
    (terms.ExpiryEffect, EXPIRY_EFFECT),
    (terms.ProofField, PROOF_FIELD),
    (terms.SignalEffect, SIGNAL_EFFECT),
    (terms.ConsentTrigger, CONSENT_TRIGGER),
    (terms.ConsentModeOfGoogle, GOOGLE_MODE),
    (terms.Decision, DECISION),
)
MEANINGS: Mapping[tuple[str, ...], Meanings] = {
    get_args(words): meanings for words, meanings in _VOCABULARIES
}
"""By the words themselves, in their order: a JSON Schema knows no other name of a vocabulary."""
