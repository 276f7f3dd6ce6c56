"""Spreadsheets of all entries, there and back: `make sheet`, `make sheet-in`.

    columns.py           which columns a kind of entry has
    joined.py            several values in one cell
    flat.py              entries to cells by the keys of columns, and back
    base.py              the state with which a row was written, to see what changed in git
    export.py            entries to a sheet; write_xlsx.py, write_csv.py: a sheet to a file
    export_files.py      `make sheet`
    grid.py              a file to cells, bounded; worker.py: the process that parses workbooks
    heads.py             which column is which field; mapping.py: lists with other names
    table.py raw.py      rows to texts in the words of entry files
    parts.py moments.py  one cell that holds several values, and several that hold one
    proposal.py          a mapping proposed for a list with other names; foreign.py: such names
    survey.py            exports of survey programs, and lists that ask what our forms ask
    identity.py          which entry a row is about that gives no id
    compare.py           three versions of every value: at export, in git, in the sheet
    check.py             fields and rules, held against what the sheet would make
    plans.py             all of it: a sheet to what is to be written
    content.py           the content folder as a sheet meets it
    show.py messages.py  what is said
    __main__.py          the commands

A value is compared, checked and written as the text that stands in the entry's file. So nothing is
lost on the way through dates, numbers and labels of a spreadsheet program.
"""
