#!/usr/bin/env bats
# shellcheck disable=SC1090,SC1091,SC2016,SC2030,SC2031,SC2154,SC2164 # as it is under bats
# What the documents tell people to type is typed here.

load desk

setup_file() {
    DESK=$(mktemp -d /tmp/session-request-bats.XXXXXX)
    export DESK SESSION_REQUEST_SOCKET=$DESK/agent.sock
    desk_start
}

teardown_file() {
    desk_stop
    rm -rf "$DESK"
}

setup() {
    cd "$BATS_TEST_TMPDIR"
    HOME=$BATS_TEST_TMPDIR
    mkdir -p programs clients/bash
    ln -s "$LIBRARY" clients/bash/session-request.bash
    ln -s "$LIBRARY" session-request.bash
    printf '#!/bin/bash\necho "$*" >started\n' >programs/anydesk
    chmod +x programs/anydesk
    PATH=$BATS_TEST_TMPDIR/programs:$PATH
}

# block FILE WORDS: the code block with these words in it.
block() {
    awk -v words="$2" '/^```bash$/ { inside = 1; text = ""; next }
        /^```$/ { if (inside && index(text, words)) { printf "%s", text; found = 1 } inside = 0 }
        inside { text = text $0 "\n" }
        END { exit !found }' "$PROJECT/$1"
}

# play CODE: the recipient comes and allows access once the request is there.
play() {
    . "$LIBRARY"
    as_recipient grant "$1" "$granted"
}

@test "README.md of the client: create, wait, connect, close" {
    {
        block clients/bash/README.md "made=\$(session_request_create"
        echo 'jq -r .code <<<"$made" >code'
        block clients/bash/README.md session_request_while_connected
    } >script
    bash -eu script >said 3>&- &
    local script=$!
    until_succeeds 10 test -s code
    play "$(<code)"
    wait "$script"
    grep -q "^Send http.*, or say $(<code)" said
    [ "$(<started)" = 987654321 ]
    [ "$(tail -n 1 said | jq -r .closed.note)" = "New toner." ]
}

@test "README.md of the client: something about every event" {
    { echo '. session-request.bash'; block clients/bash/README.md say_so; } >script
    bash script >said 3>&- &
    local script=$!
    until_succeeds 10 test -s .session-requests
    . "$LIBRARY"
    session_request_create Otto >made
    play "$(jq -r .code made)"
    until_succeeds 10 grep -q "sessionRequest.granted $(jq .id made)" said
    grep -q "sessionRequest.opened $(jq .id made)" said
    ! grep -q created said || false
    kill "$script"
}

@test "README.md of the client: a refusal by its reason" {
    . "$LIBRARY"
    session_request_create Otto >made
    session_request_call sessionRequest.assign id:="$(jq .id made)" \
        assignee:='{"type":"agent","id":"nobody"}' >assigned || [ "$SESSION_REQUEST_REASON" = invalid_params ]
    { echo '. session-request.bash'; block clients/bash/README.md already_claimed | sed "s/42/$(jq .id made)/"; } >script
    run bash -u script
    [ "$status" -eq 0 ]
    [[ $output == *"somebody was faster" || $output == "Otto is yours" ]]
}

@test "README.md of the project: the socket, from bash" {
    block README.md 'session_request_call daemon.whoami' | sed "s/\b1 ready,closed 600/1 ready,closed 1/" >script
    run bash -u script
    [ "$status" -eq 0 ]
    [[ ${lines[0]} == *" http://"* ]]
    [[ $output == *'"user":"'* && $output == *"It's the \\\"big\\\" one."* || $output == *"nobody came"* ]]
}

@test "README.md of the project: events and cursors" {
    block README.md 'session_request_watch --cursor-file cursor' >script
    bash script >said 3>&- &
    local script=$!
    until_succeeds 10 test -s cursor
    . "$LIBRARY"
    session_request_create Otto >made
    until_succeeds 10 grep -q "sessionRequest.created $(jq .id made)" said
    kill "$script"
}
