"""`make inbox`: what was handed in, looked over and decided, one after the other.

    texts.py        what is said, in German and English
    show.py         the list of drafts, and one of them: what would change, what is found
    decision.py     what comes of a draft: another text of a file, a new file, one less
    reply.py        answers to the sender, ready to send, in their language
    inbox.py        what can be looked at and done, whoever asks for it
    desk.py         the conversation with the coordinator at a terminal
    __main__.py     `make inbox`

Every step can be repeated: whoever ends the program anywhere finds the draft again, and accepting
it once more writes and commits only what is not there yet.
"""
