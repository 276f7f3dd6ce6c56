"""`make stale`: what has not been confirmed for long.

due.py         which entries are due
table.py       them as a table, and as JSON
"""
