"""`make attendance`: how many people came, and which associations, written into the event's file.

missing.py    the dates that took place and of which nobody has told it
recorded.py   the file of an event in which it is told
asking.py     the questions at a terminal
__main__.py   the command
"""
