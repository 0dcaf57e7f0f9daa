# shellcheck shell=bash disable=SC2034 # the tests use what is set here
# A daemon of its own for a file of tests. SESSION_REQUESTD says which (default: that of the debug build).

PROJECT=$(cd "$BATS_TEST_DIRNAME/../../.." && pwd)
LIBRARY=$PROJECT/clients/bash/session-request.bash

desk_start() {
    local name daemon=${SESSION_REQUESTD:-$PROJECT/.build/debug/session-requestd}
    [[ -x $daemon ]] || {
        echo "cannot test without $daemon: build it, or set SESSION_REQUESTD" >&2
        return 1
    }
    "$daemon" --listen "agent=$DESK/agent.sock" --listen "gateway=$DESK/gateway.sock" \
        --listen "viewer=$DESK/viewer.sock" --state-directory "$DESK/state" </dev/null >>"$DESK/log" 2>&1 3>&- &
    echo $! >"$DESK/pid"
    for name in agent gateway viewer; do
        until_succeeds 20 "$PROJECT/clients/bash/tests/ping" "$DESK/$name.sock"
    done
}

# desk_stop [SIGNAL]
desk_stop() {
    local pid
    pid=$(<"$DESK/pid")
    kill -s "${1:-TERM}" "$pid"
    until_succeeds 20 bash -c "! kill -0 $pid 2>/dev/null"
}

# until_succeeds SECONDS COMMAND...: tries it again and again.
until_succeeds() {
    local end=$((SECONDS + $1))
    until "${@:2}" >/dev/null 2>&1; do
        ((SECONDS <= end)) || {
            echo "in vain for $1 s: ${*:2}" >&2
            return 1
        }
        sleep 0.05
    done
}

# as_recipient ACT CODE [MEMBERS]: link.ACT by the code, as the page would.
as_recipient() {
    SESSION_REQUEST_SOCKET=$DESK/gateway.sock session_request_call "link.$1" "{\"code\":\"$2\"${3:+,$3}}"
}

granted='"join":{"method":"client","target":{"scheme":"anydesk","address":"987654321"}}'
