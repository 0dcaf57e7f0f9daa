# Putting the desk in place and taking it away. Included by the Makefile.
#
#   make install                       below /usr/local, ready to `make enable`
#   make install PREFIX=/usr DESTDIR=D for a package
#   make enable                        accounts, folders, catalogue, sockets: on the running system
#   make uninstall                     the other way; accounts and /var/lib/session-requestd stay

PREFIX     ?= /usr/local
DESTDIR    ?=
BUILD_DIR  ?= .build/release

BINDIR      = $(PREFIX)/bin
SBINDIR     = $(PREFIX)/sbin
UNITDIR     = $(PREFIX)/lib/systemd/system
USERUNITDIR = $(PREFIX)/lib/systemd/user
SYSUSERSDIR = $(PREFIX)/lib/sysusers.d
TMPFILESDIR = $(PREFIX)/lib/tmpfiles.d
CATALOGDIR  = $(PREFIX)/lib/systemd/catalog
DATADIR     = $(PREFIX)/share/session-requestd
MANDIR      = $(PREFIX)/share/man
BASHDIR     = $(PREFIX)/share/bash-completion/completions
FISHDIR     = $(PREFIX)/share/fish/vendor_completions.d
ZSHDIR      = $(PREFIX)/share/zsh/$(if $(filter /usr,$(PREFIX)),vendor-completions,site-functions)

# What an agent calls, and what a service manager starts.
desk-programs := session-request
desk-catalogs := session-requestd.catalog session-request-courier.catalog
desk-services := session-requestd session-request-portal session-request-courier
# What waits for somebody: sockets for who comes, paths for what is due.
desk-doors    := session-requestd.socket session-requestd-viewer.socket session-requestd-gateway.socket \
                 session-requestd-courier.socket session-requestd-due.path \
                 session-request-portal.socket session-request-courier.path
desk-units   := $(notdir $(wildcard contrib/systemd/*.socket contrib/systemd/*.service contrib/systemd/*.path))
desk-user    := $(notdir $(wildcard contrib/systemd/user/*.socket contrib/systemd/user/*.service))
desk-schema   = $(notdir $(wildcard schema/*.json))
# Made by `make man completions`; without them everything else is installed.
desk-man1     = $(notdir $(wildcard build/man/*.1))
desk-man5     = $(notdir $(wildcard build/man/*.5))
desk-man8     = $(notdir $(wildcard build/man/*.8))
desk-bash     = $(notdir $(wildcard build/completions/*.bash))
desk-fish     = $(notdir $(wildcard build/completions/*.fish))
desk-zsh      = $(notdir $(wildcard build/completions/_*))

# $(call put,MODE,FOLDER,FILES): copies files, or does nothing when there are none.
put = $(if $(strip $(3)),install -D -m $(1) -t '$(DESTDIR)$(2)' $(3))
# $(call fill,FROM,FOLDER,NAME): copies a unit with the place of the programs filled in.
fill = sed 's|@SBINDIR@|$(SBINDIR)|g' $(1)/$(3) | install -D -m 644 /dev/stdin '$(DESTDIR)$(2)/$(3)'
# $(call drop,FOLDER,NAMES): removes installed files by name.
drop = $(if $(strip $(2)),rm -f $(foreach name,$(2),'$(DESTDIR)$(1)/$(name)'))

define newline


endef

.PHONY: programs-are-built install uninstall enable disable

# First of all, so that nothing is put anywhere for want of a program.
programs-are-built:
	@for program in $(desk-programs) $(desk-services); do \
	    test -x '$(BUILD_DIR)'/$$program || { \
	        echo "cannot install $$program: $(BUILD_DIR)/$$program is missing; build it first (make release)" >&2; \
	        exit 1; }; done

install: programs-are-built
install: ## put everything below PREFIX (default /usr/local; DESTDIR for a package)
	install -D -s -m 755 -t '$(DESTDIR)$(BINDIR)' $(addprefix '$(BUILD_DIR)'/,$(desk-programs))
	install -D -s -m 755 -t '$(DESTDIR)$(SBINDIR)' $(addprefix '$(BUILD_DIR)'/,$(desk-services))
	$(foreach unit,$(desk-units),$(call fill,contrib/systemd,$(UNITDIR),$(unit))$(newline)	)
	$(foreach unit,$(desk-user),$(call fill,contrib/systemd/user,$(USERUNITDIR),$(unit))$(newline)	)
	$(call put,644,$(SYSUSERSDIR),contrib/sysusers.d/session-requestd.conf)
	$(call put,644,$(TMPFILESDIR),contrib/tmpfiles.d/session-requestd.conf)
	$(call put,644,$(CATALOGDIR),$(addprefix contrib/catalog/,$(desk-catalogs)))
	$(call put,644,$(DATADIR),$(addprefix schema/,$(desk-schema)))
	$(call put,644,$(DATADIR),contrib/config/config.yaml)
	$(call put,644,$(DATADIR),clients/bash/session-request.bash)
	$(call put,644,$(MANDIR)/man1,$(addprefix build/man/,$(desk-man1)))
	$(call put,644,$(MANDIR)/man5,$(addprefix build/man/,$(desk-man5)))
	$(call put,644,$(MANDIR)/man8,$(addprefix build/man/,$(desk-man8)))
	$(foreach file,$(desk-bash),install -D -m 644 build/completions/$(file) '$(DESTDIR)$(BASHDIR)/$(basename $(file))'$(newline)	)
	$(call put,644,$(FISHDIR),$(addprefix build/completions/,$(desk-fish)))
	$(call put,644,$(ZSHDIR),$(addprefix build/completions/,$(desk-zsh)))
	@$(if $(DESTDIR),:,echo "installed below $(PREFIX); 'make enable' makes the accounts and opens the sockets")

enable: ## make the accounts and open the sockets on this machine (after install)
	systemd-sysusers
	systemd-tmpfiles --create session-requestd.conf
	journalctl --update-catalog
	systemctl daemon-reload
	systemctl enable --now $(desk-doors)

disable: ## close the sockets again
	systemctl disable --now $(desk-doors) $(addsuffix .service,$(desk-services))

uninstall: ## remove what install put there; accounts and data stay
	@$(if $(DESTDIR),:,test ! -d /run/systemd/system || systemctl disable --now $(desk-doors) $(addsuffix .service,$(desk-services)) || :)
	$(call drop,$(BINDIR),$(desk-programs))
	$(call drop,$(SBINDIR),$(desk-services))
	$(call drop,$(UNITDIR),$(desk-units))
	$(call drop,$(USERUNITDIR),$(desk-user))
	$(call drop,$(SYSUSERSDIR),session-requestd.conf)
	$(call drop,$(TMPFILESDIR),session-requestd.conf)
	$(call drop,$(CATALOGDIR),$(desk-catalogs))
	$(call drop,$(DATADIR),$(desk-schema) config.yaml session-request.bash)
	rmdir '$(DESTDIR)$(DATADIR)' 2>/dev/null || :
	rm -f '$(DESTDIR)$(MANDIR)'/man[158]/session-request*.[158]
	$(call drop,$(BASHDIR),$(desk-programs) $(desk-services))
	$(call drop,$(FISHDIR),$(addsuffix .fish,$(desk-programs) $(desk-services)))
	$(call drop,$(ZSHDIR),$(addprefix _,$(desk-programs) $(desk-services)))
	@$(if $(DESTDIR),:,test ! -d /run/systemd/system || systemctl daemon-reload)
