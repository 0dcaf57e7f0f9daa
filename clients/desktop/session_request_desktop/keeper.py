"""Runs a program for as long as the one who started us lives: `python3 keeper.py FOLDER PROGRAM ARGUMENT...`.

Our standard input is a pipe that our parent holds. However the parent ends, by SIGKILL too, the pipe ends with it, and
then the program is ended. A screen that is shared is never left behind.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading

_GRACE_SECONDS = 3


def main():
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        # A terminal tells the whole group; the parent decides, and closes the pipe.
        signal.signal(number, signal.SIG_IGN)
    folder, *command = sys.argv[1:]
    try:
        return _run(command)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command):
    try:
        program = subprocess.Popen(command, stdin=subprocess.DEVNULL, restore_signals=True, preexec_fn=_heed)
    except OSError as error:
        print(error.strerror, file=sys.stderr)
        return 127

    def end():
        while os.read(0, 1):
            pass
        program.terminate()
        try:
            program.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            program.kill()

    threading.Thread(target=end, daemon=True).start()
    return program.wait() & 0xFF


def _heed():
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


if __name__ == "__main__":
    sys.exit(main())
