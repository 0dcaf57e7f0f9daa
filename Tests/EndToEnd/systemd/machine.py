"""One booted box: commands, properties of units, the journal."""

import json
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
BOX = HERE.parent / "box"
REPOSITORY = HERE.parents[2]
SERVICE = "session-requestd.service"


class Machine:
    """A box by name. Everything runs inside it, as root unless `user` says otherwise."""

    def __init__(self, name):
        self.name = name

    def prepare(self):
        """Mounts the box and returns the root folder that it will boot from."""
        done = subprocess.run([BOX, "prepare", self.name], check=True, stdout=subprocess.PIPE, text=True)
        return pathlib.Path(done.stdout.strip())

    def boot(self):
        subprocess.run([BOX, "boot", self.name], check=True)

    def down(self):
        subprocess.run([BOX, "down", self.name], check=True)

    def command(self, *words, user=None, environment=None):
        """The words that run a command inside, for a process of the test's own making."""
        line = [str(BOX), "exec", self.name]
        if user:
            line += ["setpriv", f"--reuid={user}", f"--regid={user}", "--init-groups"]
        if environment:
            line += ["env", *(f"{name}={value}" for name, value in environment.items())]
        return line + [str(word) for word in words]

    def run(self, *words, user=None, environment=None, check=True, text=None):
        """Runs a command to its end; its output is kept. `text` is its standard input."""
        done = subprocess.run(
            self.command(*words, user=user, environment=environment),
            input=text, stdin=None if text is not None else subprocess.DEVNULL, capture_output=True, text=True,
            timeout=120)
        if check and done.returncode != 0:
            raise AssertionError(f"{' '.join(map(str, words))} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done

    def output(self, *words, **options):
        return self.run(*words, **options).stdout.strip()

    def write(self, path, text):
        self.run("mkdir", "-p", str(pathlib.PurePosixPath(path).parent))
        self.run("tee", path, text=text)

    def uid(self, user):
        return int(self.output("id", "-u", user))

    def property(self, name, unit=SERVICE):
        return self.output("systemctl", "show", "--value", "--property", name, unit)

    def main_pid(self):
        return int(self.property("MainPID"))

    def is_active(self, unit=SERVICE):
        return self.run("systemctl", "is-active", "--quiet", unit, check=False).returncode == 0

    def journal(self, *matches, after=None):
        """The journal's entries that match all of `matches` (`FIELD=value`), oldest first, as dictionaries.

        `after` is a cursor: only what was written since.
        """
        self.run("journalctl", "--sync")
        # With --after-cursor and a match, journalctl of systemd 252 skips the first entry that matches.
        since = [f"--cursor={after}"] if after else []
        done = self.run("journalctl", "--output=json", "--all", "--no-pager", "--quiet", *since, *matches, check=False)
        entries = [json.loads(line) for line in done.stdout.splitlines()]
        return [entry for entry in entries if entry["__CURSOR"] != after]

    def cursor(self):
        """The place in the journal up to which everything has been written by now."""
        self.run("journalctl", "--sync")
        shown = self.output("journalctl", "--lines=0", "--show-cursor", "--no-pager")
        return shown.split("-- cursor:", 1)[1].strip()
