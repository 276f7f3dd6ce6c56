"""Spreadsheets of all entries, there and back: `make sheet`, `make sheet-in`.

Both are a road from value to value; a module knows those above it, never those below.

`make sheet-in`, from a file to files,

    workbook.py       file -> worksheets of cells, bounded (worker.py: the process that parses)
    survey_exports.py -> without what survey programs noted; a mapping where our questions are asked
    headers.py        -> the kind of entry, and which column is which field (mapping.py: own names)
    cells.py          cells of a row -> texts in the words of entry files, and what is odd
                      (parts.py: addresses, points, days and times)
    rows.py           -> a table of such rows
    identity.py       -> the table with the entry that each row is about
    row_diff.py       row, entry -> what differs: at export, in git, in the sheet
    row_checks.py     -> what fields and rules say to the entries that the rows would make
    sheet_diff.py     table, content -> all of this, and the files to be written
    preview.py        -> what is said of it

and instead, for a list with names of its own:

    column_guess.py   worksheet -> what its columns may mean (foreign_names.py: usual ones)
    foreign_words.py  table -> our words for theirs
    proposal.py       -> a mapping proposed, after a trial

`make sheet`, from the content to files:

    columns.py        the columns of a kind of entry; entries <-> cells, and their state then
    export.py         entries -> a sheet
    write_xlsx.py, write_csv.py -> the bytes of a file
    export_files.py   all kinds, unless that would lose somebody's work

values.py (lists and pairs in a cell) and problems.py (what is found, and where) serve both;
__main__.py has the commands. What a file of content says and how it is changed: plugins/intake.

A value is compared, checked and written as the text that stands in the entry's file. So nothing is
lost on the way through dates, numbers and labels of a spreadsheet program.
"""
