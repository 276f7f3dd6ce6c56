"""Descriptions of the fields of networks and funding programmes."""

from plugins.catalogue import model
from plugins.catalogue.descriptions._described import described

DESCRIPTIONS = {
    model.Network: {
        "title": described(
            "Name",
            "Name",
            "Wie das Netzwerk heißt.",
            "What the network is called.",
        ),
        "topics": described(
            "Themen",
            "Topics",
            "Worum es geht: Themen aus der Liste der Stadt.",
            "What it is about: topics from the city's list.",
        ),
        "members": described(
            "Mitglieder",
            "Members",
            "Welche Vereine mitmachen: die Kennungen, also ihre Dateinamen ohne Endung.",
            "Which associations take part: their ids, which are their file names without ending.",
        ),
        "partners": described(
            "Partner",
            "Partners",
            "Ämter und Einrichtungen, die mitarbeiten und kein Verein im Verzeichnis sind.",
            "Offices and institutions that take part and are no association in the directory.",
        ),
        "meets": described(
            "Trifft sich",
            "Meets",
            "Wie oft und wann, in Worten: zweimal im Jahr, im März und im November.",
            "How often and when, in words: twice a year, in March and November.",
        ),
        "contact": described(
            "Kontakt",
            "Contact",
            "An wen man sich wendet, um mitzumachen.",
            "Whom to turn to in order to take part.",
        ),
        "started": described(
            "Besteht seit",
            "Started",
            "Seit wann es das Netzwerk gibt: 2019, 2019-05 oder 2019-05-21.",
            "Since when the network exists: 2019, 2019-05 or 2019-05-21.",
        ),
        "ended": described(
            "Beendet",
            "Ended",
            "Der erste Tag, an dem es das Netzwerk nicht mehr gibt.",
            "The first day on which the network exists no more.",
        ),
        "text": described(
            "Beschreibung",
            "Description",
            "Was das Netzwerk tut. In einer .md-Datei steht der Text unter der zweiten Linie.",
            "What the network does. In a .md file the text stands below the second line.",
        ),
    },
    model.Partner: {
        "name": described(
            "Name",
            "Name",
            "Wie die Einrichtung heißt.",
            "What the institution is called.",
        ),
        "website": described(
            "Website",
            "Website",
            "Ihre Adresse im Netz. Sie beginnt mit https://.",
            "Its address on the web. It begins with https://.",
        ),
    },
    model.Funding: {
        "title": described(
            "Name",
            "Name",
            "Wie das Förderprogramm heißt.",
            "What the programme is called.",
        ),
        "funder": described(
            "Wer fördert",
            "Funder",
            "Wer das Geld gibt: Stadt, Land, Stiftung.",
            "Who gives the money: city, state, foundation.",
        ),
        "who": described(
            "Wer kann es beantragen",
            "Who can apply",
            "Wer einen Antrag stellen darf.",
            "Who may apply.",
        ),
        "what": described(
            "Was wird gefördert",
            "What is funded",
            "Wofür es Geld gibt, und wofür nicht.",
            "What there is money for, and what not.",
        ),
        "amount": described(
            "Wie viel",
            "How much",
            "Von welchem bis zu welchem Betrag.",
            "From which to which amount.",
        ),
        "deadlines": described(
            "Fristen",
            "Deadlines",
            "Bis zu welchen Tagen der Antrag da sein muss.",
            "The days by which an application must have arrived.",
        ),
        "rolling": described(
            "Laufend",
            "Rolling",
            "yes (ja), wenn man jederzeit einen Antrag stellen kann.",
            "yes when one can apply at any time.",
        ),
        "website": described(
            "Website",
            "Website",
            "Wo alles Weitere steht. Die Adresse beginnt mit https://.",
            "Where everything else is to be found. The address begins with https://.",
        ),
        "topics": described(
            "Themen",
            "Topics",
            "Worum es geht: Themen aus der Liste der Stadt.",
            "What it is about: topics from the city's list.",
        ),
        "checked": described(
            "Zuletzt bestätigt",
            "Last confirmed",
            "Wann zuletzt jemand nachgesehen hat, ob alles stimmt. Ein Tag allein genügt.",
            "When somebody last made sure that all is right. A day alone will do.",
        ),
        "text": described(
            "Beschreibung",
            "Description",
            "Alles Weitere. In einer .md-Datei steht der Text unter der zweiten Linie.",
            "Everything else. In a .md file the text stands below the second line.",
        ),
    },
    model.Amount: {
        "from": described(
            "Von",
            "From",
            "Der kleinste Betrag, mit Punkt statt Komma und ohne Tausenderpunkt: 500 oder 49.5.",
            "The smallest amount, without separators of thousands: 500 or 49.5.",
        ),
        "to": described(
            "Bis",
            "To",
            "Der größte Betrag, mit Punkt statt Komma und ohne Tausenderpunkt: 5000.",
            "The largest amount, without separators of thousands: 5000.",
        ),
        "currency": described(
            "Währung",
            "Currency",
            "EUR oder CHF.",
            "EUR or CHF.",
        ),
    },
}
