# Prints the targets of a makefile that have a description after ##, below the headings after ##@, with those of the
# files it includes where they are included.

function show(line, parts) {
    if (line ~ /^##@/) printf "\n%s\n", substr(line, 5)
    if (split(line, parts, ":.*## ") == 2 && line ~ /^[a-z]/) printf "  %-14s %s\n", parts[1], parts[2]
}

{ show($0) }

/^-?include / { while ((getline line < $2) > 0) show(line) }
