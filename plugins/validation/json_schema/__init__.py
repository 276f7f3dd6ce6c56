"""JSON Schemas (2020-12) of all files in content/, made from the model, for editors.

What the check accepts, a schema accepts: nobody is warned while typing about what is right. What a
schema can say (fields, closed lists, forms of dates and addresses, lengths) it refuses; the rest
(existing ids, dates that do not fit together) is left to `make check`.

    known_values.py  what a city's content offers: closed lists, ids, pictures
    definitions.py   the schema of a value, and the parts that several places share
    texts.py         the schemas of fields that read text
    nested.py        the schemas of lists, mappings and records
    files.py         a schema for each sort of file
    __main__.py      `make schema`: writes schemas/
"""
