"""`make translations`: what the templates say, and whether every language says it too.

extract.py    the messages of the templates
po_file.py    the .po file of a language: its messages in the present ones' order, and as text
check.py      what is missing in it, left over, or cannot be right
easy.py      what of easy German is hard to read
report.py     that, in German or English
__main__.py   `make translations`
"""
