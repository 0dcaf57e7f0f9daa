#!/usr/bin/env bats
# shellcheck disable=SC1003,SC1090,SC1091,SC2016,SC2030,SC2031,SC2094,SC2119,SC2120,SC2154,SC2164 # as it is under bats
# What a script does with session requests: create, list, wait, watch, connect.

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
    cd "$BATS_TEST_TMPDIR"
}

# ready: makes a request whose recipient has allowed access; sets id and code.
ready() {
    read -r id code < <(session_request_create "${1:-Maria Silva}" | jq -r '"\(.id) \(.code)"')
    as_recipient grant "$code" "$granted" >granted
}

@test "create takes what the command line takes" {
    session_request_call queue.create id=tier-1 name="Tier 1" >queue
    run session_request_create "Maria Silva" --email m@example.org --phone +4930123456 --language de --subject Printer \
        --comments "No toner." --assign queue:tier-1 --invite email,sms --at "tomorrow 14:30" --until "tomorrow 15:00" \
        --time-zone Europe/Berlin --expires-in 3d --priority high --tag a --tag b --reference "Desk:17:https://x.example/17?a=b:c" \
        --field room=4 --field "who=a=b" --key once
    [ "$status" -eq 0 ]
    local made=$output
    run jq -ec '[.recipient.email, .recipient.phone, .recipient.language, .subject, .comments, .assignee.id, .priority,
        .tags, .externalReference.id, .externalReference.url, .customFields.room, .customFields.who,
        .schedule.timeZone, .invitation.email.state] == ["m@example.org", "+4930123456", "de", "Printer", "No toner.",
        "tier-1", "high", ["a", "b"], "17", "https://x.example/17?a=b:c", "4", "a=b", "Europe/Berlin", "queued"]' <<<"$made"
    [ "$output" = true ]
    run session_request_create Otto --dry-run
    [ "$(jq .id <<<"$output")" = null ]
}

@test "the same key makes one request" {
    local first second
    first=$(session_request_create Otto --key abc | jq .id)
    second=$(session_request_create Otto --key abc | jq .id)
    [ "$first" = "$second" ]
    run session_request_create Otto --key abc --subject else
    [ "$status" -eq 1 ]
    [[ $output == *"[idempotency_mismatch]"* ]]
}

@test "list prints all pages, one request a line" {
    for _ in 1 2 3 4 5; do session_request_create Page --tag page >made; done
    session_request_list filter.tags:='["page"]' limit:=2 >listed
    [ "$(wc -l <listed)" -eq 5 ]
    [ "$(jq -s 'map(.id) | unique | length' listed)" -eq 5 ]
    run session_request_list '{"filter":{"tags":["no such"]}}'
    [ "$status" -eq 0 ]
    [ -z "$output" ]
}

@test "claim, comment, connect, disconnect, close, next, summary" {
    local id code
    ready
    session_request_claim "$id" | jq -e '.assignee.type == "agent"'
    session_request_comment "$id" "It's \"fine\"." >commented
    run session_request_connect "$id"
    [ "$(jq -r '.launch.argv | join(" ")' <<<"$output")" = "anydesk 987654321" ]
    session_request_disconnect "$id" "Back soon." | jq -e '.status == "ready"'
    session_request_close "$id" "New toner." other | jq -e '.closed.reason == "other" and .closed.note == "New toner."'
    session_request_call queue.create id=next name=Next >queue
    run session_request_next next
    [ "$status" -eq 1 ]
    [ -z "$output" ]
    session_request_create Urgent --assign queue:next --priority urgent >made
    as_recipient open "$(jq -r .code made)" >opened
    session_request_call queue.update id=next members.users:='["root"]' >queue
    session_request_next next | jq -e '.recipient.name == "Urgent"'
    session_request_summary | jq -e '.byStatus.closed >= 1'
}

@test "wait: until it is so, 4 when the time is up, 1 for what will never be" {
    local id code waiting
    read -r id code < <(session_request_create Otto | jq -r '"\(.id) \(.code)"')
    session_request_wait "$id" ready,connected 30 >waited 3>&- &
    waiting=$!
    as_recipient grant "$code" "$granted" >granted
    wait "$waiting"
    [ "$(jq -r .status waited)" = ready ]
    local status=0
    session_request_wait "$id" closed 1 >waited 2>told || status=$?
    [ "$status" -eq 4 ]
    [ "$(jq -r .status waited)" = ready ]
    [[ $(<told) == *"cannot wait any longer for session request $id to be closed"* ]]
    run session_request_wait "$id" nonsense 1
    [ "$status" -eq 1 ]
    run session_request_wait 999999 ready 1
    [ "$status" -eq 1 ]
}

@test "wait lasts over a restart of the service" {
    local id code waiting
    read -r id code < <(session_request_create Otto | jq -r '"\(.id) \(.code)"')
    for SESSION_REQUEST_TRANSPORT in socat ncat nc.openbsd; do
        session_request_wait "$id" closed 60 >"waited.$SESSION_REQUEST_TRANSPORT" 2>told 3>&- &
        waiting+=" $!"
    done
    until_succeeds 10 waiters 3
    desk_stop KILL
    desk_start
    session_request_close "$id" >closed
    for one in $waiting; do wait "$one"; done
    for one in waited.*; do [ "$(jq -r .status "$one")" = closed ]; done
}

# waiters COUNT: whether so many are connected to the service now; its own end of the socket is one more.
waiters() { [ "$(grep -c " $DESK/agent.sock\$" /proc/net/unix)" -eq $(($1 + 1)) ]; }

@test "watch goes on by its cursor over restarts: nothing missed, nothing twice" {
    local watching round cursor
    cursor=$(session_request_call events.poll | jq -r .cursor)
    session_request_watch --since "$cursor" --type created --count 12 >events 2>told 3>&- &
    watching=$!
    for round in 1 2 3; do
        for _ in 1 2 3 4; do session_request_create "Round $round" >made; done
        desk_stop KILL
        desk_start
    done
    wait "$watching"
    [ "$(jq -rs 'map(.sessionRequest.recipient.name) | join(",")' events)" = \
        "Round 1,Round 1,Round 1,Round 1,Round 2,Round 2,Round 2,Round 2,Round 3,Round 3,Round 3,Round 3" ]
    [ "$(jq -s 'map(.cursor) | unique | length' events)" -eq 12 ]
}

@test "watch from now misses nothing that comes after it began, and keeps its place in a file" {
    session_request_watch --cursor-file place --type created --count 2 >events 3>&- &
    local watching=$!
    until_succeeds 10 test -s place
    session_request_create First >made
    session_request_create Second >made
    wait "$watching"
    session_request_create "While away" >made
    session_request_watch --cursor-file place --type created --count 1 >>events
    [ "$(jq -r .sessionRequest.recipient.name events)" = $'First\nSecond\nWhile away' ]
}

@test "watch gives each event to a function of the script, and comes again to one that failed" {
    local seen=() count=0 file=mine since=mine status=0
    local cursor
    session_request_call events.poll | jq -r .cursor >place
    session_request_create One >made
    session_request_create Two >made
    note() {
        seen+=("$(jq -r .sessionRequest.recipient.name)")
        count=$((count + 1))
        ((count != 2)) || return 9
    }
    session_request_watch --cursor-file place --type created --count 2 -- note || status=$?
    [ "$status" -eq 9 ]
    session_request_watch --cursor-file place --type created --count 1 -- note
    [ "${seen[*]}" = "One Two Two" ]
    [ "$count:$file:$since" = 3:mine:mine ]
}

@test "watch refuses a cursor that is gone, and ends with who reads it" {
    run session_request_watch --since deadbeef.1
    [ "$status" -eq 1 ]
    [[ $output == *"[cursor_expired]"* ]]
    run session_request_watch --since nonsense
    [ "$status" -eq 1 ]
    [[ $output == *"[invalid_params]"* ]]
    { session_request_watch --cursor-file place | head -n 1 >first; } 3>&- &
    local watching=$!
    until_succeeds 10 test -s place
    session_request_create First >made
    until_succeeds 10 test -s first
    session_request_create "Into the void" >made
    wait "$watching"
}

@test "watch that cannot begin says so at once" {
    SESSION_REQUEST_SOCKET=$DESK/none.sock run session_request_watch
    [ "$status" -eq 2 ]
    [[ $output == *"there is no such socket"* ]]
}

@test "connected while a command runs, over every program; its status is the status" {
    local id code status
    for SESSION_REQUEST_TRANSPORT in socat ncat nc.openbsd; do
        ready
        status=0
        session_request_while_connected "$id" bash -c '. "$1"
            echo "$SESSION_REQUEST_ID $SESSION_REQUEST_TARGET $(session_request_get "$SESSION_REQUEST_ID" | jq -r .status)"
            exit 7' bash "$LIBRARY" >said || status=$?
        [ "$status" -eq 7 ]
        [ "$(<said)" = "$id anydesk:987654321 connected" ]
        session_request_wait "$id" ready 10 >now
    done
    run session_request_while_connected 999999 true
    [ "$status" -eq 1 ]
    [[ $output == *"[not_found]"* ]]
    run session_request_while_connected "$(session_request_create Otto | jq .id)" true
    [ "$status" -eq 1 ]
    [[ $output == *"[invalid_transition]"* ]]
    SESSION_REQUEST_SOCKET=$DESK/none.sock run session_request_while_connected 1 true
    [ "$status" -eq 2 ]
}

@test "a shell that is killed while connected is disconnected" {
    local id code
    for SESSION_REQUEST_TRANSPORT in socat ncat nc.openbsd; do
        ready
        export SESSION_REQUEST_TRANSPORT
        bash -c '. "$1"; echo $$ >shell; session_request_while_connected "$2" sleep 30' bash "$LIBRARY" "$id" 3>&- &
        session_request_wait "$id" connected 20 >now
        # The subshell that holds the connection is the child of the shell.
        kill -KILL "$(pgrep --parent "$(<shell)")" "$(<shell)"
        session_request_wait "$id" ready 10 >now
    done
}

@test "what the connector says is started when no command is given" {
    local id code
    mkdir programs
    printf '#!/bin/bash\nprintf "%%s|" "$0" "$@"\n' >programs/anydesk
    chmod +x programs/anydesk
    ready
    PATH=$PWD/programs:$PATH run session_request_while_connected "$id"
    [ "$status" -eq 0 ]
    [ "$output" = "$PWD/programs/anydesk|987654321|" ]
}
