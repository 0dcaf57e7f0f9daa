"""The recipient's client on a terminal, with shorter times where a test asks for them."""

import desk as desks
from stage import PROGRAMS, PYTHON, Terminal, anydesk

JOIN = PROGRAMS / "session-request-join"
# A lease of the shortest length that the desk takes, renewed all the time.
SHORT = {"LEASE_SECONDS": 5, "RENEWAL_SECONDS": 0.5, "RETRY_SECONDS": (0.2, 1.0)}


def environment(home, folder, **more):
    return desks.environment() | {
        "HOME": str(home), "PATH": f"{folder}:{PROGRAMS}:/usr/bin:/bin", "TZ": "UTC", "TERM": "dumb", "LANG": "C.UTF-8",
        "NO_COLOR": "1", "NO_PROXY": "*"} | more


def command(*arguments, **times):
    if not times:
        return [JOIN, *arguments]
    settings = "".join(f"limits.{name} = {value!r}; " for name, value in times.items())
    return [PYTHON, "-c", f"import sys; sys.path.insert(0, {str(PROGRAMS)!r}); from session_request_desktop import limits; {settings}"
            "from session_request_desktop.join import main; sys.exit(main(sys.argv[1:]))", *arguments]


class Recipient:
    """Whoever sits at the terminal that the client runs on; AnyDesk is installed unless said."""

    def __init__(self, home, folder, *arguments, has_anydesk=True, version="9.0.5", times=None, **variables):
        self.folder = folder
        folder.mkdir(exist_ok=True)
        if has_anydesk:
            anydesk(folder, version=version)
        self.terminal = Terminal(
            *command(*arguments, **(times or {})), env=environment(home, folder, **variables))
        self.sees, self.type, self.end, self.signal = \
            self.terminal.sees, self.terminal.type, self.terminal.end, self.terminal.signal

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.terminal.close()

    @property
    def text(self):
        return self.terminal.text
