# shellcheck shell=bash
# Session requests from bash, where the command line `session-request` is not installed. To be sourced:
#
#   . session-request.bash
#   id=$(session_request_create "Maria Silva" --subject Printer | jq .id)
#   session_request_wait "$id" ready 600 && session_request_connect "$id" | jq .launch
#
# README.md beside this file says what each function takes and prints. All of them end with the exit statuses of the
# command line: 0 done, 1 the service said no, 2 it cannot be reached, 3 wrong usage, 4 the time was up. What went wrong
# is told on the standard error, with the reason in brackets at the end of its first line.
#
# Needs bash 4.4, jq, and one of: socat, ncat, or an nc that knows -U.
#
#   SESSION_REQUEST_SOCKET     the socket (default: that of the user's own service, else that of the machine)
#   SESSION_REQUEST_TRANSPORT  socat, ncat or nc (default: the first that is there and can do it)
#   SESSION_REQUEST_TIMEOUT    seconds that a call may take (60)
#   SESSION_REQUEST_REASON     set by every call: the reason of the last refusal, or nothing
#
# Names that begin with _sr_ are of this file's own.

# shellcheck disable=SC2034 # SESSION_REQUEST_REASON is for who sources this
SESSION_REQUEST_REASON=''
if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] < 404)); then
    echo "session-request.bash: cannot be used by bash $BASH_VERSION: it needs 4.4 or later" >&2
    # shellcheck disable=SC2317 # exit is for a file that is run instead of sourced
    return 3 2>/dev/null || exit 3
fi

# ---- What is said and how it ends -----------------------------------------------------------------------------------

# _sr_fail STATUS MESSAGE [HINT]
_sr_fail() {
    printf 'session_request: %s\n' "$2" >&2
    if [[ -n ${3-} ]]; then printf '  %s\n' "$3" >&2; fi
    return "$1"
}

# _sr_usage TEXT
_sr_usage() { _sr_fail 3 "cannot understand the call: usage: $1"; }

# _sr_is PATTERN TEXT: whether all of the text matches the extended regular expression.
_sr_is() {
    local LC_ALL=C pattern="^($1)\$"
    [[ $2 =~ $pattern ]]
}

# ---- JSON -----------------------------------------------------------------------------------------------------------

# session_request_json TEXT: the text as a JSON string, whatever is in it.
session_request_json() {
    local text=$1 LC_ALL=C backslash=\\ quote=\" character code at
    text=${text//"$backslash"/"$backslash$backslash"}
    text=${text//"$quote"/"$backslash$quote"}
    if [[ $text == *[[:cntrl:]]* ]]; then
        for ((at = 1; at < 32; at++)); do
            printf -v code '%03o' "$at"
            printf -v character '%b' "\\0$code"
            printf -v code 'u%04x' "$at"
            text=${text//"$character"/"$backslash$code"}
        done
    fi
    printf '"%s"\n' "$text"
}

# session_request_object [NAME=TEXT | NAME:=JSON]...: an object. `a.b=...` is the member b of the object a.
session_request_object() {
    local member name value object filter=. replacement=$'\xef\xbf\xbd' LC_ALL=C IFS=$' \t\n'
    local -a values=()
    for member; do
        name=${member%%=*}
        if ! _sr_is '[A-Za-z][A-Za-z0-9_]*([.][A-Za-z][A-Za-z0-9_]*)*:?' "$name" ||
            [[ $member != *=* ]]; then
            _sr_usage "NAME=TEXT or NAME:=JSON, and not: $member" || return
        fi
        value=${member#*=}
        if [[ $name == *: ]]; then
            name=${name%:}
            # A line break is white space between tokens, and as a carriage return still forbidden within strings.
            values+=("${value//$'\n'/$'\r'}")
        else
            values+=("$(session_request_json "$value")")
        fi
        filter+=" | .${name}=\$v[$((${#values[@]} - 1))]"
    done
    if ((${#values[@]} == 0)); then
        echo '{}'
        return
    fi
    filter="[inputs] as \$v | if (\$v | length) == ${#values[@]} then {} | $filter else error(\"count\") end"
    if ! object=$(printf '%s\n' "${values[@]}" | jq -cn "$filter" 2>/dev/null); then
        _sr_fail 3 "cannot make an object of what was given: a value behind := is not JSON"
    elif [[ $object == *"$replacement"* && ${values[*]} != *"$replacement"* ]]; then
        _sr_fail 3 "cannot make an object of what was given: it is not UTF-8"
    else
        printf '%s\n' "$object"
    fi
}

# ---- The socket -----------------------------------------------------------------------------------------------------

# session_request_socket: the path of the socket that calls go to.
session_request_socket() {
    local own=${XDG_RUNTIME_DIR:-}/session-requestd/agent.sock path=/run/session-requestd/agent.sock
    if [[ -n ${SESSION_REQUEST_SOCKET:-} ]]; then
        path=$SESSION_REQUEST_SOCKET
    elif [[ -n ${XDG_RUNTIME_DIR:-} && -e $own ]]; then
        path=$own
    fi
    [[ $path == /* ]] || path=$PWD/$path
    printf '%s\n' "$path"
}

# session_request_transport: what calls go through, as the words of its command in front of the path: socat, ncat or nc.
session_request_transport() {
    local name help
    local -a names=()
    IFS=' ' read -r -a names <<<"${SESSION_REQUEST_TRANSPORT:-socat nc ncat}"
    for name in "${names[@]}"; do
        command -v -- "$name" >/dev/null || continue
        case ${name##*/} in
            # The end of what we say is no end of what we hear, for as long as a call may last at all.
            socat) printf '%s -t 7200 -b 65536 - UNIX-CONNECT:\n' "$name" ;;
            *)
                # nc is the name of many programs. Those of OpenBSD close what they write to at the end of input with
                # -N; nmap's does by itself; the traditional one and busybox's know no Unix sockets.
                help=$("$name" -h 2>&1 </dev/null) || true
                case $help in
                    *Ncat*--unixsock*) printf '%s -U\n' "$name" ;;
                    *OpenBSD*-N*-U* | *[[:space:]]-N[[:space:]]*-U*) printf '%s -U -N\n' "$name" ;;
                    *) continue ;;
                esac
                ;;
        esac
        return
    done
    _sr_fail 2 "cannot find a program that speaks to Unix sockets: ${SESSION_REQUEST_TRANSPORT:-socat, nc or ncat}" \
        "Install socat, ncat or netcat-openbsd. The traditional nc and the nc of busybox know no Unix sockets."
}

# _sr_exchange SECONDS: sends its input, prints what comes back until the service hangs up.
# 102 when it cannot, having told so.
_sr_exchange() {
    local path transport seconds=$1 why='' hint=''
    local -a command=()
    path=$(session_request_socket)
    transport=$(session_request_transport) || return 102
    if [[ ! -e $path ]]; then
        why="there is no such socket" hint="Is it enabled? 'systemctl status session-requestd.socket' tells."
    elif [[ ! -S $path ]]; then
        why="it is no socket"
    elif [[ ! -w $path ]]; then
        why="you may not open it" hint="Are you in the group session-request? 'id' shows the groups of this shell."
    fi
    if [[ -n $why ]]; then _sr_fail 102 "cannot reach the service at $path: $why" "$hint" || return; fi
    IFS=' ' read -r -a command <<<"$transport"
    if [[ $transport == *UNIX-CONNECT: ]]; then
        # socat has a grammar of its own for addresses.
        command[-1]+=$(LC_ALL=C sed 's/[^A-Za-z0-9/._-]/\\&/g' <<<"$path")
    else
        command+=("$path")
    fi
    if [[ -n $seconds ]] && command -v timeout >/dev/null; then
        command=(timeout --foreground "$seconds" "${command[@]}")
    fi
    "${command[@]}" 2>/dev/null
}

# ---- Calls ----------------------------------------------------------------------------------------------------------

# _sr_line METHOD PARAMS: the request, on one line.
_sr_line() {
    printf '{"jsonrpc":"2.0","id":1,"method":%s,"params":%s}\n' "$(session_request_json "$1")" "${2//$'\n'/$'\r'}"
}

_sr_sort='if has("error") then "no", .error else "yes", .result end'

# _sr_ask SECONDS METHOD PARAMS: one call; leaves the result in _sr_result, and when the service
# says no, its error in _sr_error. Tells nothing of a refusal.
_sr_ask() {
    local answer status=0 sorted LC_ALL=C IFS=$' \t\n'
    SESSION_REQUEST_REASON='' _sr_result='' _sr_error=''
    if ! command -v jq >/dev/null; then
        _sr_fail 2 "cannot read answers: there is no jq" "Install jq." || return
    fi
    answer=$(set +o pipefail; _sr_line "$2" "$3" | _sr_exchange "$1") || status=$?
    if ((status == 102)); then
        return 2
    elif ((status == 124)); then
        _sr_fail 4 "cannot wait longer for the answer to $2: $1 s have passed" \
            "It may have been done all the same. Look before trying again." || return
    elif [[ -z $answer ]]; then
        _sr_fail 2 "cannot reach the service at $(session_request_socket): nobody answers" \
            "'systemctl status session-requestd.socket session-requestd.service' tells more." || return
    fi
    sorted=$(printf '%s\n' "$answer" | jq -c "$_sr_sort" 2>/dev/null) ||
        _sr_fail 2 "cannot understand what answers at $(session_request_socket)" || return
    case $sorted in
        '"yes"'$'\n'*) _sr_result=${sorted:6} ;;
        *)
            _sr_error=${sorted:5}
            SESSION_REQUEST_REASON=$(printf '%s\n' "$_sr_error" | jq -r '.data.reason // ""')
            return 1
            ;;
    esac
}

# _sr_refusal: tells of the error that _sr_ask has left.
_sr_refusal() {
    printf '%s\n' "$_sr_error" | jq -r '
        def line: gsub("\\p{C}"; "?");
        "session_request: \(.message | line) [\(.data.reason // "" | line)]",
        (.data | (.hint // empty | "  \(line)"),
            (.path // empty | select(. != "") | "  Look at \(line) in the params."),
            (select(has("allowed")) | "  You may: \(.allowed | join(", ") | line)."),
            (.retryAfter // empty | "  Try again in \(.) s."))' >&2 || true
    return 1
}

# session_request_call [-v VARIABLE] METHOD [PARAMS | NAME=TEXT | NAME:=JSON...]: the result, as one line of JSON; into
# the variable instead, with -v.
session_request_call() {
    local _sr_into='' _sr_result _sr_error _sr_params='{}' _sr_status=0
    if [[ ${1-} == -v ]]; then
        _sr_is '[A-Za-z_][A-Za-z0-9_]*' "${2-}" || _sr_usage 'session_request_call -v VARIABLE METHOD' || return
        _sr_into=$2
        shift 2
    fi
    if (($# == 0)) || [[ -z $1 ]]; then
        _sr_usage 'session_request_call [-v VARIABLE] METHOD [PARAMS | NAME=TEXT | NAME:=JSON...]' || return
    fi
    if (($# == 2)) && _sr_is $'[ \t\n]*[[{].*' "$2"; then
        _sr_params=$2
    elif (($# > 1)); then
        _sr_params=$(session_request_object "${@:2}") || return 3
    fi
    _sr_ask "${SESSION_REQUEST_TIMEOUT:-60}" "$1" "$_sr_params" || _sr_status=$?
    ((_sr_status != 1)) || _sr_refusal || return
    ((_sr_status == 0)) || return "$_sr_status"
    if [[ -n $_sr_into ]]; then
        printf -v "$_sr_into" '%s' "$_sr_result"
    else
        printf '%s\n' "$_sr_result"
    fi
}

# _sr_one METHOD ARGUMENTS...: a call that answers one session request, printed.
_sr_one() {
    local answer
    session_request_call -v answer "$@" || return
    printf '%s\n' "$answer" | jq -c .sessionRequest
}

# _sr_id USAGE ID: refuses what is no number of a session request.
_sr_id() {
    _sr_is '[1-9][0-9]{0,15}' "${2-}" || _sr_usage "$1, and ID is a number"
}

# ---- Session requests -----------------------------------------------------------------------------------------------

# _sr_time TEXT: RFC 3339 of what date understands.
_sr_time() {
    date --utc --date="$1" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || _sr_fail 3 "cannot read the time '$1'"
}

# _sr_duration TEXT: the seconds of 90, 90s, 15m, 2h or 3d.
_sr_duration() {
    if ! _sr_is '[1-9][0-9]{0,8}[smhd]?' "$1"; then
        _sr_fail 3 "cannot read the duration '$1': write 90s, 15m, 2h or 3d" || return
    fi
    case $1 in
        *m) echo $((${1%m} * 60)) ;;
        *h) echo $((${1%h} * 3600)) ;;
        *d) echo $((${1%d} * 86400)) ;;
        *) echo "${1%s}" ;;
    esac
}

# session_request_assignee WHO: me, agent:NAME, queue:ID, client:ID or nobody, as JSON.
session_request_assignee() {
    case ${1-} in
        me) echo '{"type":"agent","id":"me"}' ;;
        nobody) echo null ;;
        agent:?* | queue:?* | client:?*) session_request_object "type=${1%%:*}" "id=${1#*:}" ;;
        *) _sr_usage 'me, agent:NAME, queue:ID, client:ID or nobody' ;;
    esac
}

# session_request_create NAME [OPTIONS]: the session request that was made. The options are those of the command line.
session_request_create() {
    local usage='session_request_create NAME [--email TEXT] [--phone TEXT] [--language TAG] [--subject TEXT]
    [--comments TEXT] [--assign WHO] [--invite email,sms] [--at TIME] [--until TIME] [--time-zone NAME]
    [--expires-at TIME] [--expires-in DURATION] [--priority LEVEL] [--tag TAG]... [--reference SYSTEM:ID[:URL]]
    [--field NAME=VALUE]... [--key KEY] [--dry-run]'
    local option value rest tags='' fields='' more
    local -a params=("recipient.name=${1-}")
    if (($# == 0)) || [[ $1 == --* ]]; then _sr_usage "$usage" || return; fi
    shift
    while (($#)); do
        option=$1
        if [[ $option == --dry-run ]]; then set -- "$1" "" "${@:2}"; fi
        if (($# < 2)); then _sr_usage "$usage" || return; fi
        value=$2
        shift 2
        case $option in
            --dry-run) params+=(dryRun:=true) ;;
            --email | --phone | --language) params+=("recipient.${option#--}=$value") ;;
            --subject | --comments | --priority) params+=("${option#--}=$value") ;;
            --key) params+=("idempotencyKey=$value") ;;
            --assign)
                value=$(session_request_assignee "$value") || return
                params+=("assignee:=$value")
                ;;
            --invite)
                case $value in
                    email) params+=(sendInvitation.email:=true) ;;
                    sms) params+=(sendInvitation.sms:=true) ;;
                    email,sms | sms,email) params+=(sendInvitation.email:=true sendInvitation.sms:=true) ;;
                    *) _sr_usage "$usage" || return ;;
                esac
                ;;
            --at | --until | --expires-at)
                value=$(_sr_time "$value") || return
                case $option in
                    --at) params+=("schedule.startsAt=$value") ;;
                    --until) params+=("schedule.endsAt=$value") ;;
                    *) params+=("expiresAt=$value") ;;
                esac
                ;;
            --time-zone) params+=("schedule.timeZone=$value") ;;
            --expires-in)
                value=$(_sr_duration "$value") || return
                params+=("expiresIn:=$value")
                ;;
            --tag) tags+=${tags:+,}$(session_request_json "$value") ;;
            --field)
                more=$(session_request_json "${value%%=*}"):$(session_request_json "${value#*=}")
                if [[ $value != *=* ]]; then _sr_usage "$usage" || return; fi
                fields+=${fields:+,}$more
                ;;
            --reference)
                rest=${value#*:}
                if [[ $value != *:* ]]; then _sr_usage "$usage" || return; fi
                params+=("externalReference.system=${value%%:*}" "externalReference.id=${rest%%:*}")
                [[ $rest != *:* ]] || params+=("externalReference.url=${rest#*:}")
                ;;
            *) _sr_usage "$usage" || return ;;
        esac
    done
    [[ -z $tags ]] || params+=("tags:=[$tags]")
    [[ -z $fields ]] || params+=("customFields:={$fields}")
    _sr_one sessionRequest.create "${params[@]}"
}

# session_request_get ID
session_request_get() {
    _sr_id 'session_request_get ID' "$@" && _sr_one sessionRequest.get "id:=$1"
}

# session_request_list [PARAMS | NAME=TEXT | NAME:=JSON...]: all that match, one on a line, however many pages.
session_request_list() {
    local query='{}' answer page
    if (($# == 1)) && [[ $1 == \{* ]]; then
        query=$1
    else
        query=$(session_request_object "$@") || return
    fi
    while true; do
        session_request_call -v answer sessionRequest.list "$query" || return
        printf '%s\n' "$answer" | jq -c '.sessionRequests[]' || return
        page=$(printf '%s\n' "$answer" | jq -c .nextPage)
        [[ $page != null ]] || return 0
        query=$(printf '%s\n' "$query" | jq -c ".page = $page") || return
    done
}

# session_request_claim ID; session_request_comment ID TEXT; session_request_disconnect ID [NOTE]
session_request_claim() {
    _sr_id 'session_request_claim ID' "$@" && _sr_one sessionRequest.claim "id:=$1"
}
session_request_comment() {
    _sr_id 'session_request_comment ID TEXT' "$@" &&
        _sr_one sessionRequest.comment "id:=$1" "text=${2-}"
}
session_request_disconnect() {
    _sr_id 'session_request_disconnect ID [NOTE]' "$@" &&
        _sr_one sessionRequest.disconnect "id:=$1" ${2:+"note=$2"}
}

# session_request_close ID [NOTE [REASON]]: reasons are done, canceled, denied, duplicate and other.
session_request_close() {
    _sr_id 'session_request_close ID [NOTE [REASON]]' "$@" &&
        _sr_one sessionRequest.close "id:=$1" ${2:+"note=$2"} ${3:+"reason=$3"}
}

# session_request_connect ID: {sessionRequest, target, launch}; it stays connected until somebody disconnects it.
session_request_connect() {
    _sr_id 'session_request_connect ID' "$@" && session_request_call sessionRequest.connect "id:=$1"
}

# session_request_next [QUEUE]...: takes the most urgent one that waits; 1 and nothing when there is none.
session_request_next() {
    local answer queue queues=''
    for queue; do queues+=${queues:+,}$(session_request_json "$queue"); done
    session_request_call -v answer queue.next ${queues:+"queues:=[$queues]"} || return
    printf '%s\n' "$answer" | jq -ce '.sessionRequest // empty' || return 1
}

# session_request_summary: all in one look.
session_request_summary() { session_request_call sessionRequest.summary; }

# session_request_while_connected ID [COMMAND...]: connects, runs the command (that of the connector, unless said), and
# disconnects when it ends, or when this shell does, however that comes. In the command's environment:
# SESSION_REQUEST_ID, SESSION_REQUEST_TARGET (scheme:address). Ends as the command does.
session_request_while_connected() (
    _sr_id 'session_request_while_connected ID [COMMAND...]' "$@" || exit
    local _sr_error
    _sr_id=$1 _sr_answer='' _sr_wait=${SESSION_REQUEST_TIMEOUT:-60}
    shift
    # What is wrong with the way there is told here.
    _sr_ask "$_sr_wait" rpc.ping '{}' || exit
    coproc _sr_exchange ''
    _sr_from=${COPROC[0]-} _sr_to=${COPROC[1]-}
    {
        [[ -n $_sr_to ]] && _sr_line sessionRequest.connect "{\"id\":$_sr_id,\"lease\":true}" >&"$_sr_to" &&
            IFS= read -r -t "$_sr_wait" _sr_answer <&"$_sr_from"
    } 2>/dev/null || true
    # shellcheck disable=SC2030 # a variable of this subshell is what is meant
    if [[ -z $_sr_answer ]]; then
        _sr_fail 2 "cannot connect session request $_sr_id: the service did not answer" || exit
    elif _sr_error=$(printf '%s\n' "$_sr_answer" | jq -ce '.error // empty'); then
        _sr_refusal || exit
    fi
    if (($# == 0)); then
        mapfile -d '' -t _sr_words < <(printf '%s\n' "$_sr_answer" | jq -j '.result.launch.argv[] | ., "\u0000"')
        set -- "${_sr_words[@]}"
    fi
    SESSION_REQUEST_TARGET=$(printf '%s\n' "$_sr_answer" | jq -r '.result.target | "\(.scheme):\(.address)"')
    export SESSION_REQUEST_ID=$_sr_id SESSION_REQUEST_TARGET
    # What is run must not hold the connection open when we are gone.
    _sr_status=0
    (exec {_sr_from}<&- {_sr_to}>&- && "$@") || _sr_status=$?
    exec {_sr_to}>&-
    # The end of the connection is the end of the lease: here it is over.
    wait "$COPROC_PID" 2>/dev/null || true
    exit "$_sr_status"
)

# ---- Waiting and watching -------------------------------------------------------------------------------------------

# _sr_pause ATTEMPT: longer each time, half a minute at most, less up to half of it by chance.
_sr_pause() {
    local ceiling=$((100 << ($1 < 9 ? $1 : 9)))
    ceiling=$((ceiling < 30000 ? ceiling : 30000))
    local pause=$((ceiling / 2 + ceiling * (RANDOM % 1000) / 2000))
    sleep "$((pause / 1000)).$(printf '%03d' $((pause % 1000)))"
}

# _sr_may_pass: whether what _sr_ask has left is a refusal that time mends.
_sr_may_pass() {
    # shellcheck disable=SC2031 # only session_request_while_connected sets it in a subshell of its own
    [[ -n $_sr_error ]] && printf '%s\n' "$_sr_error" | jq -e '.data.retryable' >/dev/null
}

# _sr_insist STARTED SECONDS METHOD PARAMS: _sr_ask, and once something was reached (the variable
# STARTED is 1) again and again while the service is away.
_sr_insist() {
    local attempt=0 status
    while true; do
        status=0
        if ((${!1})); then
            _sr_ask "${@:2}" 2>/dev/null || status=$?
        else
            _sr_ask "${@:2}" || status=$?
        fi
        case $status in
            0)
                printf -v "$1" 1
                return
                ;;
            1) if ! _sr_may_pass; then _sr_refusal || return 1; fi ;;
            *) ((${!1})) || return "$status" ;;
        esac
        if ((attempt == 0)); then echo 'session_request: the service is away; trying again' >&2; fi
        _sr_pause "$attempt"
        attempt=$((attempt + 1))
        if [[ -n ${_sr_end-} ]] && (($(printf '%(%s)T' -1) >= _sr_end)); then return 4; fi
    done
}

# session_request_wait ID STATUS[,STATUS]... [SECONDS]: the session request once it has one of them; 4 when the time is
# up before, with the session request as it is then. Without SECONDS it waits as long as it takes.
session_request_wait() {
    local usage='session_request_wait ID STATUS[,STATUS]... [SECONDS]'
    local _sr_result _sr_error _sr_end='' _sr_started=0 statuses left round=0 status
    if (($# < 2 || $# > 3)) || ! _sr_is '[a-z]+(,[a-z]+)*' "$2" ||
        ! _sr_is '([0-9]{1,9})?' "${3-}"; then
        _sr_usage "$usage" || return
    fi
    _sr_id "$usage" "$1" || return
    statuses=[\"${2//,/\",\"}\"]
    if [[ -n ${3-} ]]; then _sr_end=$(($(printf '%(%s)T' -1) + 10#$3)); fi
    # The first look does not wait: from its answer on, the service is known to be there.
    while true; do
        status=0
        _sr_insist _sr_started "$((round + 10))" sessionRequest.wait \
            "{\"id\":$1,\"until\":$statuses,\"timeout\":$round}" || status=$?
        if ((status != 0)); then break; fi
        status=$(printf '%s\n' "$_sr_result" | jq 'if .timedOut then 4 else 0 end')
        left=600
        if [[ -n ${3-} ]]; then left=$((_sr_end - $(printf '%(%s)T' -1))); fi
        if ((status == 0 || left <= 0)); then
            printf '%s\n' "$_sr_result" | jq -c .sessionRequest
            break
        fi
        round=$((left < 600 ? left : 600))
    done
    ((status != 4)) || _sr_fail 4 "cannot wait any longer for session request $1 to be ${2//,/ or }"
    return "$status"
}

# session_request_watch [OPTIONS] [-- COMMAND...]: every event as a line of JSON, or as the standard input of the
# command, which may be a function. A lost connection is made again, and the stream goes on where it was.
#   --since PLACE       now (default), earliest, or a cursor
#   --cursor-file FILE  begins behind the cursor in the file, if it is there, and keeps it up to date: an event is
#                       dealt with once it is printed, or the command has ended well
#   --type TYPE         only events of this type, such as granted or queue.created; again for more
#   --filter JSON       only what the filter lets pass
#   --count NUMBER      ends after so many
# Ends with the status of a command that does not end well; its event comes again to who goes on by the file.
session_request_watch() {
    local _sr_usage='session_request_watch [--since PLACE] [--cursor-file FILE] [--type TYPE]... [--filter JSON]
    [--count NUMBER] [-- COMMAND...]'
    local _sr_result _sr_error _sr_end='' _sr_started=0 _sr_since=now _sr_file='' _sr_types='' _sr_filter='{}'
    local _sr_count='' _sr_option _sr_event _sr_limit
    local -a _sr_command=() _sr_events=()
    while (($#)); do
        _sr_option=$1
        shift
        if (($# == 0)); then _sr_usage "$_sr_usage" || return; fi
        case $_sr_option in
            --)
                _sr_command=("$@")
                break
                ;;
            --since) _sr_since=$1 ;;
            --cursor-file) _sr_file=$1 ;;
            --type)
                if [[ $1 != *.* ]]; then set -- "sessionRequest.$1" "${@:2}"; fi
                _sr_types+=${_sr_types:+,}$(session_request_json "$1")
                ;;
            --filter) _sr_filter=$1 ;;
            --count) _sr_count=$1 ;;
            *) _sr_usage "$_sr_usage" || return ;;
        esac
        shift
    done
    if ! _sr_is '([1-9][0-9]{0,8})?' "$_sr_count"; then _sr_usage "$_sr_usage" || return; fi
    if [[ -n $_sr_types ]]; then
        if ! _sr_filter=$(printf '%s\n' "$_sr_filter" | jq -c ".types = [$_sr_types]" 2>/dev/null); then
            _sr_usage "$_sr_usage" || return
        fi
    fi
    if [[ -n $_sr_file && -s $_sr_file ]]; then IFS= read -r _sr_since <"$_sr_file" || true; fi
    # To begin now is to learn the cursor of now first, so that nothing is lost between two polls.
    _sr_poll 0 || return
    while true; do
        if ((${#_sr_command[@]})); then
            mapfile -t _sr_events < <(printf '%s\n' "$_sr_result" | jq -c '.events[]')
            for _sr_event in ${_sr_events[@]+"${_sr_events[@]}"}; do
                "${_sr_command[@]}" <<<"$_sr_event" || return
                [[ -z $_sr_file ]] || _sr_keep "$_sr_file" "$(printf '%s\n' "$_sr_event" | jq -r .cursor)" || return
            done
        else
            printf '%s\n' "$_sr_result" | jq -c '.events[]' || return
        fi
        _sr_since=$(printf '%s\n' "$_sr_result" | jq -r .cursor)
        [[ -z $_sr_file ]] || _sr_keep "$_sr_file" "$_sr_since" || return
        if [[ -n $_sr_count ]]; then
            # No more was asked for than is still to come.
            _sr_count=$((_sr_count - $(printf '%s\n' "$_sr_result" | jq '.events | length')))
            ((_sr_count > 0)) || return 0
        fi
        _sr_poll 50 || return
    done
}

# _sr_poll SECONDS: the next events of a watch.
_sr_poll() {
    local limit=100
    if [[ -n $_sr_count ]] && ((_sr_count < limit)); then limit=$_sr_count; fi
    _sr_insist _sr_started "$(($1 + 10))" events.poll \
        "{\"since\":$(session_request_json "$_sr_since"),\"filter\":$_sr_filter,\"timeout\":$1,\"limit\":$limit}"
}

# _sr_keep FILE TEXT: the old content or the new, never half of it.
_sr_keep() {
    { printf '%s\n' "$2" >|"$1.new" && mv -f -- "$1.new" "$1"; } 2>/dev/null ||
        _sr_fail 3 "cannot keep the cursor in $1"
}
