"""A desk of one's own, under the service manager of one user."""

import pytest

from peer import Peer, Refused
from waiting import until

USER = "uma"
UNITS = ["session-requestd.socket", "session-requestd-gateway.socket"]


class OwnDesk:
    def __init__(self, machine):
        self.machine = machine
        self.folder = f"/run/user/{machine.uid(USER)}"
        self.environment = {"XDG_RUNTIME_DIR": self.folder, "HOME": f"/home/{USER}"}
        self.agent = f"{self.folder}/session-requestd/agent.sock"
        self.gateway = f"{self.folder}/session-requestd/gateway.sock"

    def systemctl(self, *words, **more):
        return self.machine.run("systemctl", "--user", *words, user=USER, environment=self.environment, **more)

    def main_pid(self):
        return int(self.systemctl("show", "--value", "--property=MainPID", "session-requestd.service").stdout)

    def state(self):
        """Where %S is depends on the version of systemd."""
        found = self.machine.output(
            "find", f"/home/{USER}/.config/session-requestd", f"/home/{USER}/.local/state/session-requestd",
            "-maxdepth", "0", "-type", "d", check=False)
        return found.splitlines()[0]


@pytest.fixture(scope="module")
def own(machine):
    """Uma's manager runs without her being signed in, and her sockets are open."""
    machine.run("useradd", "--create-home", USER)
    machine.run("loginctl", "enable-linger", USER)
    own = OwnDesk(machine)
    until(
        lambda: own.systemctl("is-system-running", check=False).stdout.strip() in ("running", "degraded"),
        "the user's service manager runs")
    own.systemctl("enable", "--now", *UNITS)
    yield own
    own.systemctl("disable", "--now", *UNITS, "session-requestd.service")


@pytest.fixture
def connect(own):
    opened = []

    def act(path, user=USER):
        opened.append(Peer(own.machine, path, user=user))
        return opened[-1]

    yield act
    for connection in opened:
        if not connection.process.stdout.closed:
            connection.close()


def test_the_first_connection_starts_it_and_its_owner_may_do_everything(own, connect):
    own.systemctl("stop", "session-requestd.service")
    me = connect(own.agent)
    answer = me.call("daemon.whoami")
    assert (answer["user"], set(answer["roles"])) == (USER, {"admin", "support_agent"})
    assert me.create()["status"] == "open"
    assert own.main_pid() != 0


def test_the_owner_serves_links_too(own, connect):
    request = connect(own.agent).create()
    page = connect(own.gateway)
    assert page.call("link.open", token=request["link"].rsplit("/", 1)[1])["link"]["status"] == "waiting"


@pytest.mark.parametrize("user", ["ana", "sam"])
def test_another_user_cannot_reach_it(own, connect, user):
    with pytest.raises(Refused) as refused:
        connect(own.agent, user)
    assert refused.value.name == "EACCES"


def test_the_state_is_in_the_owners_home_and_for_the_owner_alone(own, connect):
    connect(own.agent).create()
    assert own.machine.output("stat", "--format=%U %a", own.state()) == f"{USER} 700"
    for line in own.machine.output("find", own.state(), "-type", "f", "-printf", "%m %u %f\\n").splitlines():
        assert line.startswith(f"600 {USER} "), line


def test_killed_it_comes_back_with_everything(own, connect):
    request = connect(own.agent).create("Rosa of Uma")
    process = own.main_pid()
    own.systemctl("kill", "--signal=KILL", "session-requestd.service")
    until(lambda: own.main_pid() not in (0, process), "the daemon is back")
    again = connect(own.agent).call("sessionRequest.get", id=request["id"])["sessionRequest"]
    assert again["recipient"]["name"] == "Rosa of Uma"


def test_the_desk_of_the_machine_knows_nothing_of_it(own, connect, agent):
    connect(own.agent).create("Rosa in private")
    listed = agent().call("sessionRequest.list", query="private")["sessionRequests"]
    assert listed == []
