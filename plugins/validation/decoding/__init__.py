"""Whether a picture can be published: it is decoded, once, and what came of it is kept.

    pixels.py    bytes to pixels, or to nothing; rendering makes the sizes of a picture of these
    drawing.py   the same of drawings (SVG): written anew; drawing_values.py: of what
    verdicts.py  what decoding came to, kept by content

A folder of its own, because its code is what the kept verdicts depend on.
"""
