"""What is asked about each kind of entry, in the order in which it is asked.

What is required comes first, then what most entries have. Rare fields are not asked for; they are
named at the end.
"""
