"""Handing in by an issue of GitHub or Forgejo, for those who have an account there.

issue_forms.py   the forms that a forge shows, from the tables of fields
forms.py         `make schema` writes them
event.py         which issue a forge tells of
outcome.py       what becomes of it, as `make inbox` has it
api.py           requests and comments by the interface of a forge
__main__.py      what the workflow runs: from the issue to the request
"""
