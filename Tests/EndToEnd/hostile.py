"""Texts that somebody hostile would write: names, subjects, comments. One table for page, mail, webhook and command line.

Each has an id for the test's name. `LINES` may stand where one line of text is taken, and the daemon takes them; what it
refuses stands in `REFUSED_LINES`.
"""

# What the daemon takes: odd, and harmless only if whoever shows it escapes it.
LINES = {
    "script": "<script>alert(document.domain)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "attribute": "' onmouseover='alert(1)' x='",
    "entity": "&lt;b&gt; &amp; &#x3c;b&#x3e; &copy",
    "comment": "--> <!-- ]]> <![CDATA[ <b>",
    "template": "{{token}} {{{token}}} {{>page}} {agent} ${7*7} %{name}",
    "url": "javascript:alert(1) data:text/html,<b>x",
    "header": "Bcc: everybody@example.org",
    "encoded-word": "=?utf-8?q?=0D=0ABcc:=20x@example.org?=",
    "address": '"Maria" <maria@example.org>, ben@example.org',
    "calendar": "BEGIN:VEVENT;X=1,2\\n\\;END:VEVENT",
    "shell": "$(reboot) `reboot` ; reboot | reboot & reboot",
    "option": "--help -rf / -oProxyCommand=reboot",
    "quotes": "\\ \\\\ \" ' ` \\\" \\'",
    "json": '{"jsonrpc":"2.0"},[]',
    "percent": "%s %n %d %% %00 %0d%0a",
    "right-to-left": "שלום עולם",
    "arabic": "مرحبا بالعالم",
    "mixed-directions": "abc שלום 123 مرحبا xyz",
    "combining": "Z" + "\u0323\u0337\u0317\u0322\u0359\u031a" * 8 + "algo",
    "zero-width": "a\u200bb\u200cc\u200dd\ufeffe",
    "emoji": "👩‍👩‍👧‍👦 🇩🇪 👍🏽",
    "wide": "\u6f22\u5b57\uff21\uff22\uff23",
    "astral": "\U0001d54f \U00020000 \U000e0041",
    "long-word": "W" * 128,
}

# What no line may hold: it could forge a second line, steer a terminal, or pose as something else.
REFUSED_LINES = {
    "line-feed": "Maria\nBcc: everybody@example.org",
    "carriage-return": "Maria\rBcc: everybody@example.org",
    "crlf": "Maria\r\n\r\n<b>body</b>",
    "line-separator": "Maria\u2028x",
    "paragraph-separator": "Maria\u2029x",
    "null": "Maria\x00x",
    "escape": "\x1b[31mMaria\x1b[0m",
    "terminal-title": "\x1b]0;owned\x07",
    "c1-control": "Maria\x9b31m",
    "bell": "Maria\x07",
    "delete": "Maria\x7f",
    "override": "Maria \u202egpj.exe",
    "embedding": "Maria \u202aabc\u202c",
    "isolate": "Maria \u2067abc\u2069",
    "blank": "   ",
    "invisible": "\u200b\u200d\u2060",
    "too-long": "W" * 129,
}

# Longer texts, such as comments: they may have line breaks.
TEXTS = LINES | {
    "lines": "first\nsecond\r\n\tthird\n\n.\nQUIT\n..\n",
    "from-line": "Hello\nFrom here on it is another mail\n\nSubject: x\n",
    "boundary": "--boundary\nContent-Type: text/html\n\n<script>alert(1)</script>\n--boundary--\n",
    "long-line": "word " * 500,
    "long": "ä" * 4000,
}

REFUSED_TEXTS = {
    "null": "a\x00b",
    "escape": "\x1b[2Ja",
    "override": "a\u202eb",
    "c1-control": "a\x9bb",
    "too-long": "ä" * 4097,
}
