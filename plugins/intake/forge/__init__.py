"""Handing in by an issue of GitHub or Forgejo, for those who have an account there.

issue_forms.py   the forms that a forge shows, from the tables of fields
forms.py         `make schema` writes them
"""
