"""Handing in by an issue of GitHub or Forgejo, and requests there for what was accepted.

issue_forms.py   the forms that a forge shows, from the tables of fields
forms.py         `make schema` writes them
event.py         which issue a forge tells of
issue_result.py  what becomes of it, as `make inbox` has it
api.py           requests and comments by the interface of a forge
branch.py        a branch there with one commit, made beside the work tree
propose.py       what was accepted in the inbox, as a request (ACCEPT)
__main__.py      what the workflow runs: from the issue to the request
"""
