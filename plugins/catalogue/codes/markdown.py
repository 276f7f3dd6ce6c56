"""MD: the text of an entry."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "MD-LONG": error(
        "Der Text hat {length} Zeichen, erlaubt sind {most}.",
        "The text has {length} characters, {most} are allowed.",
        "Den Text kürzen oder auf mehrere Einträge verteilen.",
        "Shorten the text, or spread it over several entries.",
    ),
    "MD-MANY": error(
        "Das Zeichen {character} kommt öfter als {most} Mal vor.",
        "The character {character} occurs more than {most} times.",
        "Den Text vereinfachen.",
        "Simplify the text.",
    ),
    "MD-DEPTH": error(
        "Listen oder Zitate sind tiefer als {most} Stufen verschachtelt.",
        "Lists or quotations are nested deeper than {most} levels.",
        "Die Einrückung verringern.",
        "Reduce the indentation.",
    ),
    "MD-HTML": warning(
        "HTML wird nicht übernommen: {value}",
        "HTML is not taken over: {value}",
        "Das HTML entfernen; Hervorhebungen gehen mit *…* und **…**.",
        "Remove the HTML; emphasis is written *…* and **…**.",
    ),
    "MD-LINK": error(
        "Dieser Verweis führt nicht auf eine Webadresse, E-Mail, Telefonnummer oder Seite hier: "
        "{value}",
        "This link does not lead to a web address, e-mail, phone number or page of this site: "
        "{value}",
        "Nur https://…, http://…, mailto:…, tel:… oder eine Adresse dieser Seite wie /termine/ "
        "verwenden.",
        "Use https://…, http://…, mailto:…, tel:… or an address of this site such as /termine/ "
        "only.",
    ),
    "MD-DEAD": warning(
        "Die Seite {value} gibt es hier nicht; der Verweis wird weggelassen.",
        "This site has no page {value}; the link is left out.",
        "Die Adresse aus der Adresszeile des Browsers kopieren, ab dem ersten / nach dem Namen.",
        "Copy the address from the browser's address bar, from the first / after the name.",
    ),
    "MD-IMAGE": warning(
        "Bilder im Text werden nicht gezeigt.",
        "Pictures in the text are not shown.",
        "Das Bild in content/images/ legen und unter »images:« nennen.",
        'Put the picture into content/images/ and name it under "images:".',
    ),
}
