"""The closed vocabularies of the inventory format."""

from typing import Literal

Category = Literal["essential", "improvement"]
ConsentMode = Literal["opt-in", "none", "opt-out", "implied"]
Limb = Literal["transmission", "requested-service"]
ExemptionName = Literal[
    "audience-measurement", "statistics", "appearance", "low-impact-analytics", "emergency"
]
LegalBasisName = Literal[
    "consent",
    "contract",
    "legal-obligation",
    "vital-interests",
    "public-task",
    "legitimate-interests",
]
Storage = Literal[
    "cookie",
    "local-storage",
    "session-storage",
    "indexed-db",
    "cache-storage",
    "service-worker",
    "etag",
    "pixel",
    "email-pixel",
    "link-decoration",
    "fingerprint",
    "sdk",
    "server-side",
    "resource",
]
Renewal = Literal["fixed", "rolling"]
Party = Literal["first", "third"]
Setter = Literal["http", "script", "server"]
SameSite = Literal["Strict", "Lax", "None"]
Group = Literal["necessary", "preferences", "statistics", "marketing"]
Purpose = Literal[
    "authentication",
    "security",
    "csrf-protection",
    "bot-detection",
    "captcha",
    "fraud-prevention",
    "load-balancing",
    "network-management",
    "session-state",
    "user-input",
    "saved-items",
    "shopping-basket",
    "payment",
    "media-playback",
    "consent-choice",
    "paywall-metering",
    "accessibility",
    "age-verification",
    "emergency-assistance",
    "feature-rollout",
    "content-delivery",
    "language",
    "country-redirect",
    "interface-customisation",
    "display-adaptation",
    "live-chat",
    "embedded-content",
    "map",
    "web-fonts",
    "push-notifications",
    "survey",
    "audience-measurement",
    "performance-monitoring",
    "error-monitoring",
    "ab-testing",
    "session-replay",
    "product-development",
    "tag-management",
    "advertising",
    "retargeting",
    "ad-measurement",
    "affiliate-attribution",
    "cashback",
    "campaign-attribution",
    "lead-generation",
    "social-media",
    "social-sharing",
    "personalised-content",
    "cross-device-linking",
    "data-sync",
    "market-research",
    "click-fraud-detection",
    "email-tracking",
    "political-advertising",
]
DataKind = Literal[
    "online-identifier",
    "ip-address",
    "page-path",
    "referrer",
    "language",
    "city",
    "precise-location",
    "device-type",
    "browser",
    "internet-provider",
    "visit-frequency",
    "visit-duration",
    "pages-viewed",
    "clicks",
    "form-input",
    "purchases",
    "account-id",
    "name",
    "email",
    "phone",
    "consent-choice",
    "search-terms",
    "user-content",
    "hashed-contact",
]
MeasurementUse = Literal[
    "page-views",
    "navigation-problems",
    "performance",
    "capacity",
    "content",
    "conversions",
    "campaigns",
    "reach",
]
VendorRole = Literal["processor", "joint-controller", "controller"]
TransferMechanism = Literal["adequacy", "dpf", "scc", "bcr", "idta", "derogation", "none"]
Choice = Literal["button", "link", "none"]
RejectChoice = Literal["button", "link", "none", "close"]
ImpliedSign = Literal["scrolling", "closing", "browsing"]
Wall = Literal["none", "cookie-wall", "pay-or-consent"]
ExpiryEffect = Literal["delete", "keep"]
ProofField = Literal[
    "timestamp", "purposes", "policy-version", "vendor-list-version", "mechanism", "subject"
]
SignalEffect = Literal["honour", "ignore"]
ConsentTrigger = Literal["new-purpose", "new-vendor", "longer-lifetime", "new-transfer"]
ConsentModeOfGoogle = Literal["basic", "advanced", "none"]
Decision = Literal["approved", "approved-with-conditions", "refused"]
