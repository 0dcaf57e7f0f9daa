# The two programs of the desktop, what lets a desktop find them, and their icons. Included by contrib/install.mk.

DESKTOPDIR  = $(PREFIX)/share/applications
METAINFODIR = $(PREFIX)/share/metainfo
ICONDIR     = $(PREFIX)/share/icons/hicolor
PYTHONDIR   = $(PREFIX)/lib/session-request-desktop/session_request_desktop

desktop-programs := session-request-join session-request-open
desktop-modules  := $(notdir $(wildcard clients/desktop/session_request_desktop/*.py))
desktop-manuals  := $(notdir $(wildcard clients/desktop/man/*.1))
desktop-entries  := $(notdir $(wildcard contrib/desktop/*.desktop))
desktop-metainfo := $(notdir $(wildcard contrib/desktop/*.metainfo.xml))
desktop-icons    := $(patsubst contrib/desktop/icons/hicolor/%,%,$(wildcard contrib/desktop/icons/hicolor/*/*/*.svg))

# A running desktop finds new addresses and icons by caches; packages have triggers for that.
refresh-desktop = $(if $(DESTDIR),:,for command in 'update-desktop-database -q $(DESKTOPDIR)' \
    'gtk-update-icon-cache -q -t -f $(ICONDIR)'; do \
        command -v $${command%% *} >/dev/null && $$command 2>/dev/null || :; done)

.PHONY: install-desktop uninstall-desktop
install-desktop: ## put the programs of the desktop alone below PREFIX: a recipient's computer needs no more
	install -D -m 755 -t '$(DESTDIR)$(BINDIR)' $(addprefix clients/desktop/,$(desktop-programs))
	install -D -m 644 -t '$(DESTDIR)$(PYTHONDIR)' $(addprefix clients/desktop/session_request_desktop/,$(desktop-modules))
	install -D -m 644 -t '$(DESTDIR)$(MANDIR)/man1' $(addprefix clients/desktop/man/,$(desktop-manuals))
	install -D -m 644 -t '$(DESTDIR)$(DESKTOPDIR)' $(addprefix contrib/desktop/,$(desktop-entries))
	install -D -m 644 -t '$(DESTDIR)$(METAINFODIR)' $(addprefix contrib/desktop/,$(desktop-metainfo))
	install -D -m 644 -t '$(DESTDIR)$(DATADIR)' contrib/desktop/join.ini
	$(foreach icon,$(desktop-icons),install -D -m 644 contrib/desktop/icons/hicolor/$(icon) '$(DESTDIR)$(ICONDIR)/$(icon)'$(newline)	)
	@$(refresh-desktop)

uninstall-desktop:
	$(call drop,$(BINDIR),$(desktop-programs))
	rm -rf '$(DESTDIR)$(dir $(PYTHONDIR))'
	$(call drop,$(MANDIR)/man1,$(desktop-manuals))
	$(call drop,$(DESKTOPDIR),$(desktop-entries))
	$(call drop,$(METAINFODIR),$(desktop-metainfo))
	$(call drop,$(DATADIR),join.ini)
	$(call drop,$(ICONDIR),$(desktop-icons))
	@rmdir '$(DESTDIR)$(DATADIR)' 2>/dev/null || :
	@$(refresh-desktop)

install: install-desktop
uninstall: uninstall-desktop
