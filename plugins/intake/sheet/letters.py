"""What spreadsheets call their columns."""


def letters(column: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
