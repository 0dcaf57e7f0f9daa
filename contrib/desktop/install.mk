# The programs of the desktop, what lets a desktop find them, and their icons. Included by the Makefile, after contrib/install.mk.
#
#   make install-desktop     for recipients: session-request-join and session-request-open
#   make install-window      for agents: Session Requests, with the Python client that it stands on

DESKTOPDIR  = $(PREFIX)/share/applications
METAINFODIR = $(PREFIX)/share/metainfo
ICONDIR     = $(PREFIX)/share/icons/hicolor
PYTHONDIR   = $(PREFIX)/lib/session-request-desktop/session_request_desktop
PLASMADIR   = $(PREFIX)/share/plasma/plasmoids
LOCALEDIR   = $(PREFIX)/share/locale

WINDOWDIR   = $(PREFIX)/lib/session-requests

desktop-programs := session-request-join session-request-open
desktop-modules  := $(notdir $(wildcard clients/desktop/session_request_desktop/*.py))
desktop-manuals  := $(notdir $(wildcard clients/desktop/man/*.1))
desktop-entries  := org.session_requestd.Join.desktop org.session_requestd.Open.desktop
desktop-metainfo := org.session_requestd.Join.metainfo.xml
desktop-icons    := $(patsubst contrib/desktop/icons/hicolor/%,%,$(wildcard contrib/desktop/icons/hicolor/*/*/*.svg))

# LANGUAGE/LC_MESSAGES/PROGRAM.mo, below build/locale and then below LOCALEDIR.
desktop-texts    := $(patsubst clients/desktop/po/%.po,%/LC_MESSAGES/session-request-desktop.mo,$(wildcard clients/desktop/po/*.po))

widget           := org.session_requestd.bar
widget-files     := $(shell cd contrib/kde/$(widget) && find . -type f)

window-modules   := $(notdir $(wildcard clients/gtk/session_requests_window/*.py))
window-texts     := $(patsubst clients/gtk/po/%.po,%/LC_MESSAGES/session-requests.mo,$(wildcard clients/gtk/po/*.po))
window-client    := $(notdir $(wildcard clients/python/src/session_request/*))

# $(call put-texts,TEXTS): copies compiled texts, each to its language.
put-texts = $(foreach text,$(1),install -D -m 644 'build/locale/$(text)' '$(DESTDIR)$(LOCALEDIR)/$(text)'$(newline)	)

# A running desktop finds new addresses and icons by caches; packages have triggers for that.
refresh-desktop = $(if $(DESTDIR),:,for command in 'update-desktop-database -q $(DESKTOPDIR)' \
    'gtk-update-icon-cache -q -t -f $(ICONDIR)'; do \
        command -v $${command%% *} >/dev/null && $$command 2>/dev/null || :; done)

.PHONY: install-desktop uninstall-desktop install-icons uninstall-icons install-window uninstall-window
install-icons:
	$(foreach icon,$(desktop-icons),install -D -m 644 contrib/desktop/icons/hicolor/$(icon) '$(DESTDIR)$(ICONDIR)/$(icon)'$(newline)	)

uninstall-icons:
	$(call drop,$(ICONDIR),$(desktop-icons))

.PHONY: translations
translations: $(addprefix build/locale/,$(desktop-texts) $(window-texts)) ## compile what the desktop's programs say in other languages

build/locale/%/LC_MESSAGES/session-request-desktop.mo: clients/desktop/po/%.po
	$(call compile-text,$<,$@)

build/locale/%/LC_MESSAGES/session-requests.mo: clients/gtk/po/%.po
	$(call compile-text,$<,$@)

define compile-text
	@command -v msgfmt >/dev/null || { echo "cannot compile $(1): there is no msgfmt (apt install gettext)" >&2; exit 1; }
	@mkdir -p $(dir $(2)) && msgfmt --check-format --check-domain --output-file=$(2) $(1)
endef

install-desktop: translations install-icons ## put the programs of the desktop alone below PREFIX: a recipient's computer needs no more
	install -D -m 755 -t '$(DESTDIR)$(BINDIR)' $(addprefix clients/desktop/,$(desktop-programs))
	install -D -m 644 -t '$(DESTDIR)$(PYTHONDIR)' $(addprefix clients/desktop/session_request_desktop/,$(desktop-modules))
	install -D -m 644 -t '$(DESTDIR)$(MANDIR)/man1' $(addprefix clients/desktop/man/,$(desktop-manuals))
	install -D -m 644 -t '$(DESTDIR)$(DESKTOPDIR)' $(addprefix contrib/desktop/,$(desktop-entries))
	install -D -m 644 -t '$(DESTDIR)$(METAINFODIR)' $(addprefix contrib/desktop/,$(desktop-metainfo))
	install -D -m 644 -t '$(DESTDIR)$(DATADIR)' contrib/desktop/join.ini
	$(call put-texts,$(desktop-texts))
	@$(refresh-desktop)

uninstall-desktop: uninstall-icons
	$(call drop,$(BINDIR),$(desktop-programs))
	rm -rf '$(DESTDIR)$(dir $(PYTHONDIR))'
	$(call drop,$(MANDIR)/man1,$(desktop-manuals))
	$(call drop,$(DESKTOPDIR),$(desktop-entries))
	$(call drop,$(METAINFODIR),$(desktop-metainfo))
	$(call drop,$(DATADIR),join.ini)
	$(call drop,$(LOCALEDIR),$(desktop-texts))
	@rmdir '$(DESTDIR)$(DATADIR)' 2>/dev/null || :
	@$(refresh-desktop)

install-window: translations install-icons ## put the agents' window alone below PREFIX: the service may be on another machine
	install -D -m 755 -t '$(DESTDIR)$(BINDIR)' clients/gtk/session-requests
	install -D -m 644 -t '$(DESTDIR)$(WINDOWDIR)/session_requests_window' \
	    $(addprefix clients/gtk/session_requests_window/,$(window-modules))
	install -D -m 644 -t '$(DESTDIR)$(WINDOWDIR)/session_request' \
	    $(addprefix clients/python/src/session_request/,$(filter-out __pycache__,$(window-client)))
	install -D -m 644 -t '$(DESTDIR)$(MANDIR)/man1' clients/gtk/man/session-requests.1
	install -D -m 644 -t '$(DESTDIR)$(DESKTOPDIR)' contrib/desktop/org.session_requestd.Requests.desktop
	install -D -m 644 -t '$(DESTDIR)$(METAINFODIR)' contrib/desktop/org.session_requestd.Requests.metainfo.xml
	$(call put-texts,$(window-texts))
	@$(refresh-desktop)

uninstall-window:
	$(call drop,$(BINDIR),session-requests)
	rm -rf '$(DESTDIR)$(WINDOWDIR)'
	$(call drop,$(MANDIR)/man1,session-requests.1)
	$(call drop,$(DESKTOPDIR),org.session_requestd.Requests.desktop)
	$(call drop,$(METAINFODIR),org.session_requestd.Requests.metainfo.xml)
	$(call drop,$(LOCALEDIR),$(window-texts))
	@$(refresh-desktop)

.PHONY: install-widget uninstall-widget
install-widget: ## put the widget for KDE Plasma alone below PREFIX
	$(foreach file,$(widget-files),install -D -m 644 'contrib/kde/$(widget)/$(file)' '$(DESTDIR)$(PLASMADIR)/$(widget)/$(file)'$(newline)	)

uninstall-widget:
	rm -rf '$(DESTDIR)$(PLASMADIR)/$(widget)'

install: install-desktop install-window install-widget
uninstall: uninstall-desktop uninstall-window uninstall-widget
