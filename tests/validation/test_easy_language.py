"""How a text in easy German is taken apart: sentences, words, paragraphs, each at its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.validation.easy_language import commas, length, read
from plugins.validation.markdown import Substring


def sentences(text: str) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in read(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("Wir singen", ["Wir singen"]),
        ("Wir singen. Sie auch? Ja!", ["Wir singen.", "Sie auch?", "Ja!"]),
        ("Wir singen.\nSie auch?", ["Wir singen.", "Sie auch?"]),
        ("Wir singen\nund tanzen.", ["Wir singen und tanzen."]),
        ("Zum Beispiel: Wir singen.", ["Zum Beispiel:", "Wir singen."]),
        ("Er sagt: »Ja.« Dann geht er.", ["Er sagt:", "»Ja.«", "Dann geht er."]),
        ("Am 3. Mai ist Fest.", ["Am 3. Mai ist Fest."]),
        ("Am 3.5. ist Fest.", ["Am 3.5. ist Fest."]),
        ("Es ist im 2. Stock. Dort ist Platz.", ["Es ist im 2. Stock.", "Dort ist Platz."]),
        ("Wir sind 12. Sie auch.", ["Wir sind 12.", "Sie auch."]),
        ("Es ist Zimmer 118. Klopfen Sie.", ["Es ist Zimmer 118.", "Klopfen Sie."]),
        ("Wir haben z. B. Platz.", ["Wir haben z. B. Platz."]),
        ("Wir haben z.B. Platz.", ["Wir haben z.B. Platz."]),
        ("Dr. Brandt hilft. Fragen Sie sie.", ["Dr. Brandt hilft.", "Fragen Sie sie."]),
        ("Gehen Sie zu Nr. 5 links.", ["Gehen Sie zu Nr. 5 links."]),
        ("Um 16.30 Uhr geht es los.", ["Um 16.30 Uhr geht es los."]),
        ("Wir warten ... und warten.", ["Wir warten ... und warten."]),
        ("# Wer?\nWir.", ["Wer?", "Wir."]),
        ("## Wer\nWir.", ["Wer", "Wir."]),
        ("- Brot\n- Käse\n\n1. Obst\n2. Saft", ["Brot", "Käse", "Obst", "Saft"]),
        ("> Wir singen.\n> Sie auch.", ["Wir singen.", "Sie auch."]),
        (
            "Büro\nRathausplatz 1\n12345 Musterstadt",
            ["Büro", "Rathausplatz 1", "12345 Musterstadt"],
        ),
        ("Die Adresse ist:\nBüro\nAm Platz 1", ["Die Adresse ist:", "Büro", "Am Platz 1"]),
        ("Das ist **gut**. [Hier](/a/b.html) steht mehr.", ["Das ist gut .", "Hier steht mehr."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text", ["anlaufstelle@musterstadt.example", "https://example.org/a?b=c", "chor.example.org"]
)
def test_an_address_is_one_word_without_letters(text: str) -> None:
    [sentence] = read(f"Schreiben Sie an {text}.").sentences
    assert sentence.text == f"Schreiben Sie an {'0' * len(text)}."
    assert length(sentence) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Wir singen.", [2]),
        ("Die Anlauf-Stelle ist hier.", [4]),
        ("Rufen Sie an: 030 23125 100", [3, 1]),
        ("Unsere Nummer ist 030 23125 100.", [4]),
        ("Von 16 bis 18 Uhr", [5]),
        ("Am 3.5. um 16.30 Uhr", [5]),
        ("– – –", [0]),
    ],
)
def test_length(text: str, expected: list[int]) -> None:
    assert [length(sentence) for sentence in read(text).sentences] == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("a, b, c", 2), ("2,50 Euro", 0), ("1,5, 2", 1), ("", 0)]
)
def test_commas(text: str, expected: int) -> None:
    assert commas(Substring(text, 0)) == expected


TEXTS = st.text(alphabet="aZä1.,:!?…»«()[]<>*_#-+>|`\\&;/@ \n§", max_size=300) | st.text(
    max_size=200
)


@given(TEXTS)
def test_every_sentence_stands_at_its_place_and_once(text: str) -> None:
    reading = read(text)
    assert len(reading.words) == len(text)
    end = 0
    for sentence in reading.sentences:
        assert sentence.text and sentence.text == sentence.text.strip()
        assert end <= sentence.offset
        end = sentence.offset + len(sentence.text)
        assert reading.words[sentence.offset : end] == sentence.text


@given(TEXTS)
@settings(max_examples=50)
def test_no_letter_of_a_plain_text_is_lost(text: str) -> None:
    plain = "".join(character for character in text if character.isalpha() or character in " \n")
    kept = "".join(sentence.text for sentence in read(plain).sentences)
    assert "".join(kept.split()) == "".join(plain.split())
