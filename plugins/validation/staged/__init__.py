"""What is about to be committed, checked before it is: the git hook of the project.

Git knows three versions of a file: the last commit, what is staged for the next one, and what lies
in the folder. The hook looks at the second as a whole, so references resolve, and says only what
the commit changes or causes: an old mistake in another file keeps nobody from committing.

    git.py         trees and files of a repository, without checking anything out
    compare.py     which findings belong to the commit
    __main__.py    the hook: `python -m plugins.validation.staged`
"""
