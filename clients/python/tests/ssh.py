"""An OpenSSH server of its own on loopback, and a login on it."""

import contextlib
import os
import pathlib
import shutil
import socket
import subprocess

from moments import until


class SSHServer:
    """Lets one account in, which forwards Unix sockets and does nothing else."""

    def __init__(self, folder, account):
        self.folder, self.account = pathlib.Path(folder), account
        self.process = None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        for name in ("host", "key", "stranger"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / name], check=True)
        shutil.copy(self.folder / "key.pub", self.folder / "allowed")
        (self.folder / "allowed").chmod(0o644)
        (self.folder / "sshd_config").write_text(f"""
ListenAddress 127.0.0.1:{self.port}
HostKey {self.folder}/host
PidFile none
UsePAM no
PasswordAuthentication no
StrictModes no
AuthorizedKeysFile {self.folder}/allowed
AllowUsers {account}
AllowTcpForwarding local
PermitListen none
AllowStreamLocalForwarding local
ForceCommand /bin/false
""")
        host_key = (self.folder / "host.pub").read_text()
        (self.folder / "known").write_text(f"[127.0.0.1]:{self.port} {host_key}")
        self.config("config", self.folder / "key")

    def config(self, name, key):
        (self.folder / name).write_text(
            f"Host *\nIdentityFile {key}\nIdentitiesOnly yes\nUserKnownHostsFile {self.folder}/known\n"
            f"GlobalKnownHostsFile /dev/null\nStrictHostKeyChecking yes\n")
        return ["ssh", "-F", str(self.folder / name)]

    @property
    def command(self):
        return ["ssh", "-F", str(self.folder / "config")]

    def address(self, path):
        return f"ssh://{self.account}@127.0.0.1:{self.port}{path}"

    def start(self):
        os.makedirs("/run/sshd", exist_ok=True)
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                ["/usr/sbin/sshd", "-D", "-e", "-f", self.folder / "sshd_config"], stdin=subprocess.DEVNULL, stderr=log)
        until(self._listens, what=f"sshd listening; its log is {self.folder}/log")
        return self

    def _listens(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def sessions(self):
        """The process ids of the logins that there are."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(word) for word in children.split()]

    def stop(self):
        if self.process:
            for pid in self.sessions():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, 15)
            self.process.terminate()
            self.process.wait(10)
            self.process = None
