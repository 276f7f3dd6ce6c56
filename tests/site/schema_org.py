"""Of schema.org's vocabulary what our pages use: facts of release 30.0 (2026-03-19).

Which types are kinds of which, of what a property may be said (domain) and what may stand there
(range); enumerations with their members. From https://schema.org/version/30.0; a property or type
that is used first is to be looked up there and added.
"""

from collections.abc import Mapping

KINDS_OF: Mapping[str, str] = {
    # a type: those that it is directly one of
    "BreadcrumbList": "ItemList",
    "ContactPoint": "StructuredValue",
    "CreativeWork": "Thing",
    "Event": "Thing",
    "GeoCoordinates": "StructuredValue",
    "Intangible": "Thing",
    "ItemList": "Intangible",
    "ListItem": "Intangible",
    "Offer": "Intangible",
    "Organization": "Thing",
    "Place": "Thing",
    "PostalAddress": "ContactPoint",
    "StructuredValue": "Intangible",
    "Thing": "",
    "VirtualLocation": "Intangible",
    "WebSite": "CreativeWork",
}

PROPERTIES: Mapping[str, tuple[str, str]] = {
    # a property: its domain, its range; of both what our pages may use
    "address": ("GeoCoordinates Organization Place", "PostalAddress Text"),
    "addressCountry": ("GeoCoordinates PostalAddress", "Country Text"),
    "addressLocality": ("PostalAddress", "Text"),
    "alternateName": ("Thing", "Text"),
    "areaServed": ("ContactPoint Offer Organization", "AdministrativeArea Place Text"),
    "availability": ("Offer", "ItemAvailability"),
    "description": ("Thing", "Text"),
    "dissolutionDate": ("Organization", "Date"),
    "email": ("ContactPoint Organization", "Text"),
    "endDate": ("Event", "Date DateTime"),
    "eventAttendanceMode": ("Event", "EventAttendanceModeEnumeration"),
    "eventStatus": ("Event", "EventStatusType"),
    "foundingDate": ("Organization", "Date"),
    "geo": ("Place", "GeoCoordinates"),
    "image": ("Thing", "ImageObject URL"),
    "inLanguage": ("CreativeWork Event", "Language Text"),
    "isAccessibleForFree": ("CreativeWork Event Place", "Boolean"),
    "item": ("ListItem", "Thing"),
    "itemListElement": ("ItemList", "ListItem Text Thing"),
    "knowsLanguage": ("Organization", "Language Text"),
    "latitude": ("GeoCoordinates Place", "Number Text"),
    "location": ("Event Organization", "Place PostalAddress Text VirtualLocation"),
    "logo": ("Organization Place", "ImageObject URL"),
    "longitude": ("GeoCoordinates Place", "Number Text"),
    "mainEntityOfPage": ("Thing", "CreativeWork URL"),
    "name": ("Thing", "Text"),
    "offers": ("CreativeWork Event", "Offer"),
    "organizer": ("Event", "Organization"),
    "position": ("CreativeWork ListItem", "Integer Text"),
    "postalCode": ("GeoCoordinates PostalAddress", "Text"),
    "previousStartDate": ("Event", "Date DateTime"),
    "price": ("Offer", "Number Text"),
    "priceCurrency": ("Offer", "Text"),
    "publisher": ("CreativeWork", "Organization"),
    "sameAs": ("Thing", "URL"),
    "startDate": ("Event", "Date DateTime"),
    "streetAddress": ("PostalAddress", "Text"),
    "telephone": ("ContactPoint Organization Place", "Text"),
    "url": ("Thing", "URL"),
}

MEMBERS: Mapping[str, str] = {
    "EventStatusType": (
        "EventCancelled EventMovedOnline EventPostponed EventRescheduled EventScheduled"
    ),
    "EventAttendanceModeEnumeration": (
        "MixedEventAttendanceMode OfflineEventAttendanceMode OnlineEventAttendanceMode"
    ),
    "ItemAvailability": (
        "BackOrder Discontinued InStock InStoreOnly LimitedAvailability MadeToOrder "
        "OnlineOnly OutOfStock PreOrder PreSale Reserved SoldOut"
    ),
}
