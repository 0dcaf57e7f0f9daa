# What the programs say of themselves, for shells and for man: `make completions man`. Included by the Makefile.
#
# Reads the programs in BUILD_DIR; install.mk puts in place what is in build/completions and build/man.

.PHONY: completions man

completions: ## what shells complete, into build/completions
	@mkdir -p build/completions
	@for program in $(desk-programs) $(desk-services); do \
	    test -x '$(BUILD_DIR)'/$$program || { \
	        echo "cannot ask $$program: $(BUILD_DIR)/$$program is missing; build it first (make release)" >&2; \
	        exit 1; }; \
	    '$(BUILD_DIR)'/$$program --generate-completion-script bash | sed '1{/^#!/d}' >build/completions/$$program.bash && \
	    '$(BUILD_DIR)'/$$program --generate-completion-script zsh >build/completions/_$$program && \
	    '$(BUILD_DIR)'/$$program --generate-completion-script fish >build/completions/$$program.fish || exit 1; \
	done

man: ## manual pages, into build/man
	@PYTHONDONTWRITEBYTECODE=1 contrib/generate/man-pages build/man '$(BUILD_DIR)'
