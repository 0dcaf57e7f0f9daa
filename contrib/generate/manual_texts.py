"""What the manual pages say beside what the programs say of themselves: sections by page."""

SECTIONS = {
    "session-request.1": [
        ("TIMES AND DURATIONS", """\
Durations are written 90s, 15m, 2h, 3d, 1w, 1h30m or as a number of seconds.

Times are RFC 3339, such as 2026-11-24T14:30:00Z, or what the clocks of a place show: "2026-11-24 14:30", \
"tomorrow 14:30", "friday 9:00", 14:30 (the next one), +2h, now. The place is that of --time-zone, else this machine's.
"""),
        ("OUTPUT", """\
On a terminal verbs print tables and words. In a pipe, or with --json, they print JSON, one object a line, exactly as it \
came from the service: the session request for verbs that are about one, events for watch and history, target and launch \
for connect. link prints the link alone in a pipe. The JSON is stable; tables and words are not.

doctor prints one object a check, with check, status (ok, warning, failed or skipped), message, and advice where there is \
some. The checks are socket, service, role, groups, units (one for each unit that is not well), configuration, portal, \
mail, sms, webhooks, and what daemon.health names, such as storage.
"""),
        ("EXIT STATUS", """\
0: done.

1: the service said no, or what it allowed could not be done here. The reason stands in brackets on standard error. Also
when the output cannot be written; standard error says then whether a change was made.

2: the service cannot be reached; standard error says what to do.

3: the command line cannot be understood.

4: the time was up.

128 and the number of a signal: connect --wait was ended by it, and has disconnected.

doctor exits 0 when nothing failed, 1 when something did, 2 when the service cannot be reached.
"""),
        ("ENVIRONMENT", """\
SESSION_REQUEST_SOCKET: the service's socket, unless --socket names it.

XDG_RUNTIME_DIR: session-requestd/agent.sock in it is your own service's socket, used if it is there.

NO_COLOR: no colours, if it is not empty.

TZ: the time zone.
"""),
        ("FILES", """\
/run/session-requestd/agent.sock: the socket of the machine's service.
"""),
        ("EXAMPLES", """\
Somebody calls; create a session request, read the code aloud, wait and connect:

  session-request create "Maria Keller"
  session-request wait 42 --until ready && session-request connect 42 --wait
  session-request close 42 --note "new toner"

Something does not work:

  session-request doctor
  session-request doctor --json | jq -r 'select(.status == "failed") | "\\(.check): \\(.message)"'

Tell everybody who becomes ready:

  session-request watch --type granted --json | while read -r event; do
  notify-send "$(jq -r .sessionRequest.recipient.name <<<"$event")"; done

Close what has waited for more than a day:

  session-request list --status waiting | jq -c 'select(.statusSince < (now - 86400 | todate)) \
| {method: "sessionRequest.close", params: {id}}' | session-request bulk
"""),
        ("SEE ALSO", "session-requestd(8), session-request-courier(8), session-requestd.yaml(5)"),
    ],
    "session-requestd.8": [
        ("SOCKETS", """\
Under systemd the sockets come from units: session-requestd.socket (agents and admins, group session-request), \
session-requestd-viewer.socket (viewers, group session-request-viewer), session-requestd-gateway.socket (the \
recipients' side) and session-requestd-courier.socket (what sends mail, text messages and webhooks). Who connects is told by the kernel; there are no passwords.
"""),
        ("SIGNALS", """\
SIGTERM and SIGINT: tell the subscribers, answer what has begun, and exit.

SIGHUP: read the configuration anew.
"""),
        ("FILES", """\
/etc/session-requestd/config.yaml and config.d/*.yaml: the configuration.

/var/lib/session-requestd: the database and the key of the links.

/var/lib/session-requestd/due: there while something is ahead that somebody must hear of, such as a reminder; it has \
session-requestd-due.path start the service at boot.

/run/session-requestd: the sockets.

/run/session-requestd/daemon/outbox-pending: there while something is to be sent; it has session-request-courier.path \
start the courier. --runtime-directory, or else $RUNTIME_DIRECTORY, says where; without either it is beside the database.
"""),
        ("EXAMPLES", """\
By hand, for a try:

  session-requestd --listen agent=/tmp/agent.sock --state-directory /tmp/state
  SESSION_REQUEST_SOCKET=/tmp/agent.sock session-request status
"""),
        ("SEE ALSO", "session-request(1), session-request-courier(8), session-requestd.yaml(5), systemd.socket(5)"),
    ],
    "session-request-courier.8": [
        ("TEXTS AND TEMPLATES", """\
texts/LANG.yaml in the directory of --overrides holds texts of your own by their keys, such as mail: {greeting: "Dear {name},"}. \
LANG is en, pt-BR, es, de, fr, it, nl, pl, ja or ar.

templates/ holds Mustache templates: mail.text.mustache and mail.html.mustache for every mail, and for one purpose alone \
the same with invitation, linkRenewed, rescheduled, reminder, canceled or closed in place of mail. They are given \
greeting, lead, facts (label, value), button (label, url), codeHint, guidance, warning, footer, subject, language, \
direction, purpose, recipientName, agentName and organization. What is wrong with a file is said at the start, and by \
preview.
"""),
        ("SIGNALS", """\
SIGTERM and SIGINT: finish what is under way within 20 seconds, give back the rest, and exit.

SIGHUP: read configuration, texts and templates anew.
"""),
        ("ENVIRONMENT", """\
CREDENTIALS_DIRECTORY: where systemd puts the credentials smtp-password, sms-token and webhook-ID, which are read where the \
configuration names no file.
"""),
        ("FILES", """\
/etc/session-requestd/config.yaml and config.d/*.yaml: the configuration; email, sms and webhooks are read.

/etc/session-requestd/mail: texts and templates.

/run/session-requestd/courier.sock: the desk's socket for couriers.
"""),
        ("SEE ALSO", "session-requestd(8), session-request(1), session-requestd.yaml(5)"),
    ],
    "session-request-portal.8": [
        ("SOCKETS", """\
Under systemd the page is served on what session-request-portal.socket listens on, 127.0.0.1:7080 as it comes. It is for \
a web server on the same machine, which does TLS and stands in the configuration's portal.trustedProxies.
"""),
        ("SIGNALS", """\
SIGTERM and SIGINT: answer what has begun, and exit.

SIGHUP: read the configuration and the overrides anew.
"""),
        ("FILES", """\
/etc/session-requestd/config.yaml and config.d/*.yaml: the configuration.

/etc/session-requestd/portal: texts/LANG.yaml, templates/NAME.mustache, style.css, and logo.svg or logo.png, in the \
place of what is built in.

/run/session-requestd/gateway.sock: the daemon's socket for the page.
"""),
        ("EXAMPLES", """\
By hand, beside a daemon with --listen gateway=/tmp/gateway.sock:

  session-request-portal --listen 127.0.0.1:7080 --gateway /tmp/gateway.sock
"""),
        ("SEE ALSO", "session-requestd(8), session-requestd.yaml(5), session-request(1)"),
    ],
    "session-requestd.yaml.5": [
        ("DESCRIPTION", """\
YAML; no key is required. Files in config.d are read after config.yaml, in the order of their names, and lie over it. \
session-requestd --check-config says what is wrong, and where; SIGHUP makes the running service read it anew. Keys inside \
others are written with dots here; NAME stands for a name of your own.
"""),
        ("SEE ALSO", "session-requestd(8), session-request(1)"),
    ],
}
