"""What `make forget` says, in both languages."""

from collections.abc import Mapping

from plugins.intake.new.texts import Bilingual

WHAT = Bilingual(
    "Was soll vergessen werden? ID=associations/chor, ID=events/…, ID=board/…, ID=networks/…,\n"
    'ID=images/foto.jpg, oder ein Mensch: ID="Mona Beispiel, mona@chor.example, 030 …"\n'
    "(docs/loeschen.md)",
    "What is to be forgotten? ID=associations/chor, ID=events/…, ID=board/…, ID=networks/…,\n"
    'ID=images/foto.jpg, or a person: ID="Mona Beispiel, mona@chor.example, 030 …"\n'
    "(docs/loeschen.md)",
)
NOT_UNDERSTOOD = Bilingual("»{value}« verstehe ich nicht.", '"{value}" is not understood.')
UNKNOWN = Bilingual(
    "{value} gibt es hier nicht und gab es nicht. Ähnlich: {near}",
    "There is no {value} here, and there was none. Similar: {near}",
)
SEARCHED = Bilingual("Gesucht wird: {value}", "Searched for: {value}")
AGAIN = Bilingual(
    "Das wurde schon einmal vergessen; was davon noch da ist, geht jetzt.",
    "That was forgotten before; what is left of it goes now.",
)
FILES = Bilingual("Das wird gelöscht:", "This is deleted:")
ALSO = Bilingual(
    "Das geht mit, weil es ohne nicht sein kann: {names}. Soll davon etwas bleiben, ihm zuerst "
    "einen anderen Verein oder Veranstalter geben.",
    "This goes along, for it cannot be without: {names}. To keep any of it, give it another "
    "association or organiser first.",
)
PICTURES = Bilingual(
    "Bilder, die sonst niemand zeigt: {names}", "Pictures that nobody else shows: {names}"
)
CHANGED = Bilingual("Das ändert sich in {path}:", "This changes in {path}:")
CALENDARS = Bilingual(
    "Wer den Kalender abonniert hat, erfährt, dass diese Termine abgesagt sind: {names}",
    "Whoever subscribed to the calendar learns that these events are cancelled: {names}",
)
OPEN_DRAFTS = Bilingual(
    "Im Eingang, noch nicht entschieden, wird gelöscht: {ids}",
    "In the inbox, not decided yet, is deleted: {ids}",
)
DONE_DRAFTS = Bilingual(
    "Im Eingang, entschieden, wird gelöscht: {count}", "In the inbox, decided, is deleted: {count}"
)
HITS = Bilingual(
    "In Texten steht es noch. Das ändert niemand von selbst; bitte ansehen:",
    "It stands in texts. Nobody changes that by itself; please look:",
)
MORE = Bilingual("und {count} weitere Zeilen", "and {count} more lines")
STUCK = Bilingual(
    "In diesen Dateien lässt sich nichts sicher ändern. Bitte zuerst von Hand, dann noch einmal; "
    "jetzt wurde nichts geändert: {paths}",
    "Nothing can be changed safely in these files. Please do it by hand, then again; nothing was "
    "changed now: {paths}",
)
NOTHING = Bilingual(
    "In den Einträgen steht nichts davon. Es wird nur gemerkt, dass es nicht wiederkommen soll.",
    "No entry says anything of it. It is only noted that it is not to come back.",
)
REMEMBERED = Bilingual(
    "In {path} steht eine Prüfsumme davon: make check meldet, wenn es wiederkommt.",
    "{path} has a digest of it: make check says when it comes back.",
)
SURE = Bilingual("Wirklich? Dann bitte »ja« eintippen.", 'Really? Then please type "yes".')
HOW = Bilingual(
    "Es wurde nichts geändert. Zum Ausführen dasselbe mit YES=1.",
    "Nothing was changed. To do it: the same with YES=1.",
)
LEFT = Bilingual("Es wurde nichts geändert.", "Nothing was changed.")
CHANGED_MEANWHILE = Bilingual(
    "{path} hat sich gerade geändert. Es wurde nichts geschrieben; bitte noch einmal.",
    "{path} has just been changed. Nothing was written; please try again.",
)
DONE = Bilingual(
    "Erledigt. Jetzt make publish, damit es auch von der Site verschwindet.",
    "Done. Now make publish, so that it leaves the site, too.",
)
COMMITTED = Bilingual("Festgehalten: {message}", "Committed: {message}")
NOT_COMMITTED = Bilingual(
    "Die Dateien sind geändert, aber git hat es nicht angenommen: {reason}",
    "The files are changed, but git did not take it: {reason}",
)
LOCKED = Bilingual(
    "Die Dateien sind geändert, aber noch nicht festgehalten, denn git ist gesperrt: {lock}. "
    "Arbeitet gerade ein anderes Programm mit git, warten Sie, bis es fertig ist; sonst löschen "
    "Sie diese Datei. Danach: git add --all, git commit.",
    "The files are changed, but not committed yet, for git is locked: {lock}. If another program "
    "is working with git, wait until it has finished; else delete this file. After that: git add "
    "--all, git commit.",
)
MESSAGE = "Auf Wunsch entfernt"
MESSAGE_UNDO = "Darf wiederkommen"
UNDONE = Bilingual("Darf wiederkommen: {value}", "May come back: {value}")
NOT_THERE = Bilingual(
    "{value} steht nicht in {path}.",
    "{value} is not in {path}.",
)
COPIES = Bilingual("Kopien, die Sie selbst löschen müssen:", "Copies that you have to delete:")
COPY: Mapping[str, Bilingual] = {
    "output": Bilingual(
        "  {path}: die zuletzt gebaute Site; make site oder make publish baut sie neu",
        "  {path}: the site as it was built; make site or make publish builds it anew",
    ),
    "release": Bilingual(
        "  {path}: eine frühere Veröffentlichung. Nach make publish löschen, und bis dahin kein "
        "make rollback",
        "  {path}: an earlier release. Delete it after make publish, and no make rollback until "
        "then",
    ),
    "sheets": Bilingual("  {path}: Tabellen aus make sheet", "  {path}: sheets of make sheet"),
    "calendars": Bilingual("  {path}: Seite aus make feeds", "  {path}: page of make feeds"),
    "reminders": Bilingual(
        "  {path}: Briefe aus make reminders", "  {path}: letters of make reminders"
    ),
    "digests": Bilingual("  {path}: Briefe aus make digest", "  {path}: letters of make digest"),
    "report": Bilingual("  {path}: ein Prüfbericht", "  {path}: a report of make check"),
}
SERVER = Bilingual(
    "  {path}: frühere Veröffentlichungen auf dem Server. Nach make publish alle löschen, auf die "
    "»live« nicht zeigt, und bis dahin kein make rollback",
    "  {path}: earlier releases on the server. After make publish delete all that »live« does not "
    "point to, and no make rollback until then",
)
MAILS = Bilingual(
    "  das Postfach und Sicherungen: Was dort liegt, kennt dieses Programm nicht",
    "  the mailbox and backups: this program does not know what lies there",
)

HISTORY: Mapping[str, Bilingual] = {
    "intro": Bilingual(
        "In der Geschichte von git steht es noch. So kommt es auch dort heraus "
        "(docs/loeschen.md). Sagen Sie vorher allen Bescheid, die eine Kopie haben: Sie müssen "
        "danach neu klonen.",
        "It is still in the history of git. So it leaves that, too (docs/loeschen.md). First tell "
        "all who have a copy: they have to clone anew afterwards.",
    ),
    "push before": Bilingual(
        "Hochladen, was gerade festgehalten wurde:", "Push what has just been committed:"
    ),
    "clone": Bilingual(
        "Das Programm holen (pip install git-filter-repo) und neben diesem Ordner eine frische "
        "Kopie:",
        "Get the program (pip install git-filter-repo) and, beside this folder, a fresh copy:",
    ),
    "texts": Bilingual(
        "Neben die Kopie eine Datei {name} mit diesen Zeilen legen. Sie ist selbst geheim: nicht "
        "in git, am Ende löschen.",
        "Beside the copy make a file {name} with these lines. It is a secret itself: not into "
        "git, and deleted in the end.",
    ),
    "filter": Bilingual("In der Kopie umschreiben:", "Rewrite in the copy:"),
    "filter paths": Bilingual(
        "In der Kopie die Dateien herausnehmen:", "Take the files out of the copy:"
    ),
    "push": Bilingual(
        "Hochladen; der Schutz des Zweigs muss dafür kurz ausgeschaltet sein. Lehnt der Server "
        "refs/pull/… oder refs/merge-requests/… ab, ist das in Ordnung; alles andere muss er "
        "nehmen:",
        "Push; the branch must not be protected for that moment. If the server refuses "
        "refs/pull/… or refs/merge-requests/…, that is all right; all else it must take:",
    ),
    "github": Bilingual(
        "GitHub behält alte Pull Requests, Zwischenspeicher und Forks. Den Support bitten, sie zu "
        "entfernen (»Removing sensitive data«), mit dem Namen des Repositorys und den betroffenen "
        "Pull Requests. Wer einen Fork hat, muss ihn selbst löschen.",
        "GitHub keeps old pull requests, caches and forks. Ask its support to remove them "
        "(»Removing sensitive data«), with the name of the repository and the pull requests "
        "concerned. Whoever has a fork must delete it themselves.",
    ),
    "gitlab": Bilingual(
        "GitLab behält alte Merge Requests und Forks. Unter Settings, Repository, Repository "
        "maintenance die Datei bereinigt.git/filter-repo/commit-map hochladen und aufräumen "
        "lassen. Wer einen Fork hat, muss ihn selbst löschen.",
        "GitLab keeps old merge requests and forks. Under Settings, Repository, Repository "
        "maintenance upload the file bereinigt.git/filter-repo/commit-map and let it clean up. "
        "Whoever has a fork must delete it themselves.",
    ),
    "forgejo": Bilingual(
        "Forgejo behält alte Pull Requests, verwaiste Daten und Forks. Die Verwaltung des Servers "
        "bitten, die betroffenen Pull Requests zu löschen und im Repository »git gc --prune=now« "
        "laufen zu lassen. Wer einen Fork hat, muss ihn selbst löschen.",
        "Forgejo keeps old pull requests, orphaned data and forks. Ask those who run the server "
        "to delete the pull requests concerned and to run »git gc --prune=now« in the repository. "
        "Whoever has a fork must delete it themselves.",
    ),
    "any": Bilingual(
        "Wo das Repository liegt, bleiben oft alte Anfragen (Pull oder Merge Requests), "
        "Zwischenspeicher und Forks zurück. Die Verwaltung des Servers bitten, sie zu löschen und "
        "»git gc --prune=now« laufen zu lassen.",
        "Where the repository lies, old requests (pull or merge requests), caches and forks often "
        "stay. Ask those who run the server to delete them and to run »git gc --prune=now«.",
    ),
    "after": Bilingual(
        "bereinigt.git und {name} löschen, diesen Ordner neu klonen, den alten löschen. Was "
        "andere schon kopiert haben (Suchmaschinen, Archive), holt niemand zurück.",
        "Delete bereinigt.git and {name}, clone this folder anew, delete the old one. What others "
        "have copied already (search engines, archives) nobody can take back.",
    ),
}
