#!/usr/bin/env bats
# shellcheck disable=SC1003,SC1090,SC1091,SC2016,SC2030,SC2031,SC2154,SC2164 # as it is under bats
# The worked scripts, each run to its end.

load desk

setup_file() {
    DESK=$(mktemp -d /tmp/session-request-bats.XXXXXX)
    export DESK SESSION_REQUEST_SOCKET=$DESK/agent.sock
    desk_start
    "$BATS_TEST_DIRNAME/vendors" "$DESK/vendors" 3>&- &
    echo $! >"$DESK/vendors.pid"
    until_succeeds 10 test -s "$DESK/vendors"
}

teardown_file() {
    kill "$(<"$DESK/vendors.pid")"
    desk_stop
    rm -rf "$DESK"
}

setup() {
    . "$LIBRARY"
    EXAMPLES=$PROJECT/clients/bash/examples
    cd "$BATS_TEST_TMPDIR"
    VENDORS=http://127.0.0.1:$(jq .port "$DESK/vendors")
}

teardown() { jobs -p | xargs --no-run-if-empty kill 2>/dev/null || true; }

# granted NAME OPTIONS...: a request that is ready; its number.
ready() {
    session_request_create "$@" >made
    as_recipient grant "$(jq -r .code made)" "$granted" >resolved
    jq .id made
}

@test "create-from-ticket makes one request, however often it is run" {
    echo '{"id": 7, "subject": "It'"'"'s \"dead\"", "url": "https://tickets.example/7?a=b",
        "requester": {"name": "Zoë $(id)", "email": "zoe@example.org"}}' >ticket
    run "$EXAMPLES/create-from-ticket" desk <ticket
    [ "$status" -eq 0 ]
    [[ ${lines[0]} == "Please open http"*/s/* ]]
    [[ ${lines[1]} == "or go to http"*"/join and type "[0-9]* ]]
    [ "$("$EXAMPLES/create-from-ticket" desk <ticket)" = "$output" ]
    session_request_list query=dead | jq -se 'length == 1 and (.[0].externalReference ==
        {system: "desk", id: "7", url: "https://tickets.example/7?a=b"}) and .[0].recipient.name == "Zoë $(id)"'
}

@test "page-on-call pages once for each that waits too long, and not for who is helped" {
    session_request_call queue.create id=on-call name="On call" >queue
    printf '#!/bin/bash\ncat >>pages\n' >pager
    chmod +x pager
    session_request_create "Already there" --assign queue:on-call --subject "Old news" >made
    as_recipient open "$(jq -r .code made)" >opened
    "$EXAMPLES/page-on-call" on-call 4 ./pager 3>&- &
    until_succeeds 40 grep -q "Already there waits in on-call since .*: Old news" pages
    session_request_create "Helped in time" --assign queue:on-call >made
    as_recipient open "$(jq -r .code made)" >opened
    as_recipient grant "$(jq -r .code made)" "$granted" >resolved
    session_request_create "Of another queue" >made
    as_recipient open "$(jq -r .code made)" >opened
    session_request_create "Left alone" --assign queue:on-call >made
    as_recipient open "$(jq -r .code made)" >opened
    until_succeeds 40 grep -q "Left alone waits in on-call since .*: no subject" pages
    [ "$(wc -l <pages)" -eq 2 ]
    kill %1
}

@test "connect-next takes the most urgent, waits for access, and is over with the client" {
    session_request_call queue.create id=keys name=Keys members.users:='["root"]' >queue
    mkdir programs
    printf '#!/bin/bash\necho "$*" >started\n' >programs/anydesk
    printf '#!/bin/bash\necho "${@: -1}" >>told\n' >programs/notify-send
    chmod +x programs/*
    PATH=$PWD/programs:$PATH
    run "$EXAMPLES/connect-next" keys
    [ "$status" -eq 1 ]
    [ "$(<told)" = "Nobody waits." ]
    session_request_create Otto --assign queue:keys >made
    as_recipient open "$(jq -r .code made)" >opened
    "$EXAMPLES/connect-next" keys 3>&- &
    local script=$!
    until_succeeds 10 assigned "$(jq .id made)"
    as_recipient grant "$(jq -r .code made)" "$granted" >resolved
    wait "$script"
    [ "$(<started)" = 987654321 ]
    [ "$(session_request_get "$(jq .id made)" | jq -r .status)" = ready ]
    session_request_create Slow --assign queue:keys >made
    as_recipient open "$(jq -r .code made)" >opened
    PATIENCE=1 run "$EXAMPLES/connect-next" keys
    [ "$status" -eq 4 ]
    [[ $(tail -n 1 told) == "Slow has not allowed access yet."* ]]
}

assigned() { session_request_get "$1" | jq -e '.assignee.type == "agent"'; }

@test "nightly-report tells of the day" {
    local one two
    one=$(ready "First") two=$(ready "Second")
    session_request_connect "$one" >connected
    session_request_close "$one" "" "done" >closed
    session_request_close "$two" "" duplicate >closed
    run "$EXAMPLES/nightly-report" today
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = "Session requests of $(date +%F)" ]
    [[ ${lines[1]} =~ ^[0-9]+' were made, '[0-9]+' are closed, 0 expired.'$ ]]
    grep -qP '^  \d+\tduplicate$' <<<"$output"
    grep -qP '^  \d+\troot$' <<<"$output"
    # Half waited no longer than the longest did, who waited at least as long as the first of these.
    [[ ${lines[-1]} =~ ^Of\ [0-9]+\ people\ half\ waited\ ([0-9]+)\ s\ or\ less.*\ the\ longest\ ([0-9]+)\ s\.$ ]]
    local half=${BASH_REMATCH[1]} longest=${BASH_REMATCH[2]} waited
    waited=$(session_request_call sessionRequest.history "id:=$one" | jq '
        [.events[] | select(.type == "sessionRequest.opened" or .type == "sessionRequest.connected").at
            | sub("\\.[0-9]+Z$"; "Z") | fromdate] | last - first')
    ((half <= longest && waited <= longest))
    run "$EXAMPLES/nightly-report" "1 year ago"
    [[ ${lines[1]} == "0 were made, 0 are closed, 0 expired." ]]
    SESSION_REQUEST_SOCKET=$DESK/none.sock run "$EXAMPLES/nightly-report"
    [ "$status" -eq 2 ]
}

# closing: waits for the request that the script in the background made, and closes it.
closing() {
    until_succeeds 10 grep -q "^session request [0-9]" said
    id=$(grep -oP '^session request \K\d+' said)
    session_request_close "$id" 'New <toner> & "paper"' "done" >closed
}

@test "freshservice: from the ticket and back to it" {
    export FRESHSERVICE_URL=$VENDORS FRESHSERVICE_KEY='fresh"key\'
    "$EXAMPLES/freshservice" 17 >said 3>&- &
    local script=$! id
    closing
    wait "$script"
    session_request_get "$id" | jq -e '.recipient == {name: "Zoë O'"'"'Neil", email: "zoe@example.org", phone: "+4930123456"}
        and .subject == "Printer \"beeps\" & smokes" and .externalReference.id == "17"'
    jq -e --arg link "$(session_request_get "$id" | jq -r .link)" --arg id "$id" '.busy == 1 and (.tickets["17"] | .status == 4
        and (.conversations | map([.kind, .private, .body]) == [
            ["reply", false, "Please open \($link) to let us help you."],
            ["notes", true, "Session request \($id): done. New &lt;toner&gt; &amp; &quot;paper&quot;"]]))' "$DESK/vendors"
    run "$EXAMPLES/freshservice" 18
    [ "$status" -eq 1 ]
    [[ $output == "freshservice: cannot GET tickets/18?include=requester: 404"* ]]
    FRESHSERVICE_KEY=wrong run "$EXAMPLES/freshservice" 17
    [ "$status" -eq 1 ]
    [[ $output == *"401 You have to be logged in to perform this action." ]]
}

@test "salesforce: from the case and back to it" {
    export SALESFORCE_URL=$VENDORS SALESFORCE_CLIENT=3MVG9.client SALESFORCE_SECRET='sec&ret="\'
    "$EXAMPLES/salesforce" 00001026 >said 3>&- &
    local script=$! id
    closing
    wait "$script"
    session_request_get "$id" | jq -e '.recipient == {name: "Otto Weiß", email: "otto@example.org"}
        and .externalReference.url == "'"$VENDORS"'/lightning/r/Case/500xx0000000001AAA/view"'
    jq -e --arg link "$(session_request_get "$id" | jq -r .link)" --arg id "$id" '.cases["500xx0000000001AAA"] |
        .Status == "Closed" and (.comments | map([.IsPublished, .CommentBody]) == [
            [true, "Please open \($link) to let us help you."],
            [false, "Session request \($id): done. New <toner> & \"paper\""]])' "$DESK/vendors"
    run "$EXAMPLES/salesforce" 4711
    [ "$status" -eq 1 ]
    [ "$output" = "salesforce: cannot find case 4711" ]
    SALESFORCE_SECRET=wrong run "$EXAMPLES/salesforce" 00001026
    [ "$status" -eq 1 ]
    [[ $output == *"400 invalid client credentials" ]]
    run "$EXAMPLES/salesforce" "1' OR '1'='1"
    [ "$status" -eq 3 ]
}
