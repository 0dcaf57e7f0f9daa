#!/usr/bin/env bats
# shellcheck disable=SC1003,SC1090,SC1091,SC2016,SC2030,SC2031,SC2094,SC2119,SC2120,SC2154,SC2164 # as it is under bats
# Calls, over every program that speaks to Unix sockets.

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
    . "$LIBRARY"
    set -u
}

flavours=(socat ncat nc.openbsd nc)

@test "a result is one line of JSON, over every program" {
    for SESSION_REQUEST_TRANSPORT in "${flavours[@]}"; do
        command -v "$SESSION_REQUEST_TRANSPORT"
        run session_request_call rpc.ping
        [ "$status" -eq 0 ]
        [ "$output" = '{"pong":true}' ]
    done
}

@test "a program that knows no Unix sockets is not used, and named" {
    ln -sf "$(command -v busybox)" "$BATS_TEST_TMPDIR/nc"
    for SESSION_REQUEST_TRANSPORT in nc.traditional "$BATS_TEST_TMPDIR/nc"; do
        run session_request_call rpc.ping
        [ "$status" -eq 2 ]
        [[ $output == *"cannot find a program that speaks to Unix sockets"* ]]
        [[ $output == *"busybox know no Unix sockets"* ]]
    done
}

@test "without being told it finds one that works" {
    run session_request_transport
    [ "$output" = "socat -t 7200 -b 65536 - UNIX-CONNECT:" ]
    mkdir "$BATS_TEST_TMPDIR/few"
    local program
    for program in bash env jq timeout sed ncat; do ln -s "$(command -v "$program")" "$BATS_TEST_TMPDIR/few/$program"; done
    ln -s "$(command -v nc.traditional)" "$BATS_TEST_TMPDIR/few/nc"
    run env PATH="$BATS_TEST_TMPDIR/few" bash -c '. "$1" && session_request_transport && session_request_call rpc.ping' \
        bash "$LIBRARY"
    [ "$status" -eq 0 ]
    [ "$output" = $'ncat -U\n{"pong":true}' ]
}

@test "hostile texts come back as they were given, over every program" {
    local text texts=(
        $'quotes " \' ` and \\ \\" \\\\' '$(touch /tmp/owned) `id` ${HOME} $((1)) & ; | < > * ? [a] ~ !!' '&& \& &'
        $'José 東京 🙂 עברית e\u0301' '-n' '{"a":1}' '%s %n %%' "'" '"' '\' ']]>' '</script>')
    for text in "${texts[@]}"; do comes_back "$text"; done
    for SESSION_REQUEST_TRANSPORT in "${flavours[@]:1}"; do comes_back "${texts[0]}${texts[3]}"; done
    [ ! -e /tmp/owned ]
}

comes_back() {
    session_request_create "$1" --subject "$1" --comments $'line\nline\t'"$1" --tag "$1" --field "note=$1" \
        --key "$RANDOM$RANDOM$1" >"$BATS_TEST_TMPDIR/made"
    run jq -r '.recipient.name, .subject, .tags[0], .customFields.note, .comments' "$BATS_TEST_TMPDIR/made"
    [ "$output" = "$1"$'\n'"$1"$'\n'"$1"$'\n'"$1"$'\nline\nline\t'"$1" ]
}

@test "a text with every control character is a JSON string of them" {
    local text='' at character
    for ((at = 1; at < 128; at++)); do
        printf -v character '%b' "\\0$(printf %03o "$at")"
        text+=$character
    done
    run jq -e --null-input --argjson it "$(session_request_json "$text")" '$it | explode == [range(1; 128)]'
    [ "$output" = true ]
}

@test "what is not UTF-8 is refused, and not changed" {
    run session_request_create $'Jos\xe9'
    [ "$status" -eq 3 ]
    [[ $output == *"it is not UTF-8"* ]]
    run session_request_call sessionRequest.create $'{"recipient":{"name":"Jos\xe9"}}'
    [ "$status" -eq 1 ]
    [[ $output == *"[parse_error]" ]]
}

@test "params may be laid out, but a line break within a text is an error" {
    run session_request_call sessionRequest.create $'{\n  "recipient": {"name": "Otto"},\n  "dryRun": true\n}'
    [ "$status" -eq 0 ]
    run session_request_call sessionRequest.create $'{"recipient":{"name":"Ot\nto"}}'
    [ "$status" -eq 1 ]
    [[ $output == *"[parse_error]"* ]]
    run session_request_call sessionRequest.create $'{}}\n{"jsonrpc":"2.0","id":2,"method":"rpc.ping","params":{}'
    [ "$status" -eq 1 ]
    [[ $output == *"[parse_error]"* ]]
}

@test "params by name: texts, JSON, and members of members" {
    run session_request_object recipient.name='a=b' recipient.email=a@b.example dryRun:=true tags:='["x",
        "y"]' id:=7
    [ "$output" = '{"recipient":{"name":"a=b","email":"a@b.example"},"dryRun":true,"tags":["x","y"],"id":7}' ]
    for wrong in 'a:=' 'a:={' 'a:=1 2' 'novalue' '=x' 'a b=c' '$(id)=x' 'a"=x' 'a]|env|.b=x'; do
        run session_request_object "$wrong"
        [ "$status" -eq 3 ]
    done
}

@test "an answer of more than 5 MiB comes whole, over every program" {
    local batch one comments sum
    comments=$(printf '€%.0s' {1..4000})
    one="{\"method\":\"sessionRequest.create\",\"params\":{\"recipient\":{\"name\":\"Big\"},\"tags\":[\"big\"],\"comments\":\"$comments\"}}"
    batch=$(for _ in {1..49}; do printf '%s,' "$one"; done)$one
    for _ in {1..10}; do session_request_call sessionRequest.bulk "{\"operations\":[$batch]}" >"$BATS_TEST_TMPDIR/bulk"; done
    for SESSION_REQUEST_TRANSPORT in "${flavours[@]}"; do
        session_request_call -v answer sessionRequest.list limit:=500 filter.tags:='["big"]'
        [ "$(LC_ALL=C; echo ${#answer})" -gt $((5 * 1024 * 1024)) ]
        run jq -e --arg comments "$comments" '[.sessionRequests[].comments == $comments] | length == 500 and all' <<<"$answer"
        [ "$output" = true ]
        sum=${sum:-$(jq -cS 'del(.sessionRequests[].allowedActions)' <<<"$answer" | sha256sum)}
        [ "$sum" = "$(jq -cS 'del(.sessionRequests[].allowedActions)' <<<"$answer" | sha256sum)" ]
    done
}

@test "a refusal: 1, the reason in brackets, what the service advises, and nothing on standard output" {
    local status=0 out
    out=$(session_request_call sessionRequest.get id:=999999 2>"$BATS_TEST_TMPDIR/told") || status=$?
    [ "$status" -eq 1 ]
    [ -z "$out" ]
    [ "$(<"$BATS_TEST_TMPDIR/told")" = 'session_request: cannot find session request 999999 [not_found]' ]
    id=$(session_request_create Otto | jq .id)
    run session_request_connect "$id"
    [ "$status" -eq 1 ]
    [[ $output == *"it is open [invalid_transition]"*"You may: assign, claim, close"* ]]
    run session_request_call sessionRequest.get '{"id":1,"x":2}'
    [[ $output == *"[invalid_params]"*"Look at /x in the params."* ]]
    run session_request_call no.such
    [ "$status" -eq 1 ]
    [[ $output == *"[method_not_found]"* ]]
}

@test "a variable instead of the output, and the reason for the script to read" {
    session_request_call -v who daemon.whoami
    [ "$(jq -r .uid <<<"$who")" = "$EUID" ]
    [ -z "$SESSION_REQUEST_REASON" ]
    local status=0
    session_request_call -v who sessionRequest.get id:=999999 2>"$BATS_TEST_TMPDIR/told" || status=$?
    [ "$status" -eq 1 ]
    [ "$SESSION_REQUEST_REASON" = not_found ]
    [ "$(jq -r .uid <<<"$who")" = "$EUID" ]
    run session_request_call -v 'a[$(touch /tmp/owned)]' rpc.ping
    [ "$status" -eq 3 ]
    [ ! -e /tmp/owned ]
}

@test "what a service says cannot write on the terminal" {
    run session_request_call $'no\e]0;owned\a.such'
    [ "$status" -eq 1 ]
    [[ $output != *$'\e'* && $output != *$'\a'* ]]
}

@test "wrong usage: 3, and how it is meant" {
    for wrong in session_request_call session_request_create 'session_request_create --subject' \
        'session_request_create Otto --nonsense x' 'session_request_create Otto --subject' 'session_request_get' \
        'session_request_get x' 'session_request_get 1;2' 'session_request_wait 1' 'session_request_wait 1 READY!' \
        'session_request_wait 1 ready soon' 'session_request_watch --count 0' 'session_request_watch --nonsense 1' \
        'session_request_create Otto --expires-in 3w' 'session_request_create Otto --assign somebody' \
        'session_request_create Otto --at whenever' 'session_request_create Otto --reference x' \
        'session_request_create Otto --field x' 'session_request_create Otto --invite post' 'session_request_close'; do
        run $wrong
        [ "$status" -eq 3 ]
        [[ $output == "session_request: cannot "* ]]
    done
}

@test "nobody there: 2, and what it is" {
    SESSION_REQUEST_SOCKET=$DESK/none.sock run session_request_call rpc.ping
    [ "$status" -eq 2 ]
    [[ $output == *"there is no such socket"* ]]
    SESSION_REQUEST_SOCKET=$DESK/log run session_request_call rpc.ping
    [ "$status" -eq 2 ]
    [[ $output == *"it is no socket"* ]]
    python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' "$DESK/dead.sock"
    for SESSION_REQUEST_TRANSPORT in "${flavours[@]}"; do
        SESSION_REQUEST_SOCKET=$DESK/dead.sock run session_request_call rpc.ping
        [ "$status" -eq 2 ]
        [[ $output == *"nobody answers"* ]]
    done
}

@test "somebody who may not open the socket is told so" {
    chmod 0600 "$DESK/agent.sock"
    chmod 0755 "$DESK"
    cp "$LIBRARY" "$DESK/library"
    run setpriv --reuid=65533 --regid=65533 --clear-groups bash -c '. "$1" && session_request_call rpc.ping' \
        bash "$DESK/library"
    [ "$status" -eq 2 ]
    [[ $output == *"you may not open it"*"in the group session-request"* ]]
}

@test "a service that does not answer in time: 4" {
    kill -STOP "$(<"$DESK/pid")"
    for SESSION_REQUEST_TRANSPORT in "${flavours[@]}"; do
        SESSION_REQUEST_TIMEOUT=0.3 run session_request_call rpc.ping
        [ "$status" -eq 4 ] || break
        [[ $output == *"0.3 s have passed"* ]] || break
    done
    kill -CONT "$(<"$DESK/pid")"
    [ "$status" -eq 4 ]
}

@test "a path with everything in it is a path, for every program" {
    local odd="$DESK/a,b:c!!d'e\"f\\g (h) {i} [j] é"
    mkdir -p "$odd"
    ln "$DESK/agent.sock" "$odd/s"
    for SESSION_REQUEST_TRANSPORT in "${flavours[@]}"; do
        SESSION_REQUEST_SOCKET=$odd/s run session_request_call rpc.ping
        [ "$output" = '{"pong":true}' ]
        cd "$odd"
        SESSION_REQUEST_SOCKET=s run session_request_call rpc.ping
        [ "$output" = '{"pong":true}' ]
    done
}

@test "it lives in a strict shell, and changes nothing of it" {
    run bash -c 'set -euo pipefail; set -f; shopt -s nullglob failglob; IFS=,; set -o noclobber
        before=$(set +o; shopt; declare -p IFS)
        . "$1"
        session_request_create Otto --tag a --tag b >/dev/null
        printf "%s\n" 1 2 3 | while read -r line; do session_request_call rpc.ping >/dev/null; printf %s "$line"; done
        [ "$before" = "$(set +o; shopt; declare -p IFS)" ]
        session_request_call sessionRequest.get id:=999999 2>/dev/null
        echo not reached' bash "$LIBRARY"
    [ "$status" -eq 1 ]
    [ "$output" = 123 ]
}
