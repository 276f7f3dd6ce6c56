"""`make new`: a new entry, asked for step by step, or given with the command.

    texts.py           what is said, in German and English
    question.py        what a question is; questions/<kind>.py has them, in their order
    kinds.py           the kinds of entry by the words that people have for them
    fields.py          the fields of a kind by their dotted path
    options.py         closed lists, entries, languages: what can be chosen, and what is meant
    answer.py          what was typed to what the file holds, checked by the field itself
    draft.py           the whole entry as a file, with what is found in it
    terminal.py        where it is said and typed
    prompt.py          one question, until the answer is right
    conversation.py    all questions, forwards and back
    arguments.py       answers that came with the command
    writing.py         the file: whole or not at all, and never over another
    session.py         asked: from the first question to the file
    noninteractive.py  given: the same without questions
    __main__.py        `make new`

Ends with 0 when the file is written, 1 when what was given is not right, 2 when the tool itself
failed, 130 when somebody stopped: then, as in all cases but the first, nothing was written.
"""
