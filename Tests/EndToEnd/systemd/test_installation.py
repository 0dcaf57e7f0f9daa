"""What `make install` and `make enable` leave behind, and what `make uninstall` does not."""

import subprocess

import pytest

from conftest import SOCKETS, build_folder, make
from machine import SERVICE
from messages import SUBJECTS

UNITS = [SERVICE, *SOCKETS, "session-requestd-due.path", "session-request-portal.socket", "session-request-portal.service",
         "session-request-courier.path", "session-request-courier.service"]
USER_UNITS = [SERVICE, "session-requestd.socket", "session-requestd-gateway.socket"]


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


@pytest.mark.parametrize("unit", UNITS)
def test_the_units_are_without_fault(machine, unit):
    done = machine.run("systemd-analyze", "verify", "--man=no", f"/usr/local/lib/systemd/system/{unit}")
    assert done.stdout + done.stderr == ""


@pytest.mark.parametrize("unit", USER_UNITS)
def test_the_users_units_are_without_fault(machine, unit):
    done = machine.run(
        "systemd-analyze", "--user", "verify", "--man=no", f"/usr/local/lib/systemd/user/{unit}",
        environment={"XDG_RUNTIME_DIR": "/run"})
    assert done.stdout + done.stderr == ""


def test_the_accounts_exist_and_nobody_can_sign_in_to_them(machine):
    for account in ["session-requestd", "session-request-portal", "session-request-courier"]:
        line = machine.output("getent", "passwd", account).split(":")
        assert 0 < int(line[2]) < 1000
        assert line[6].endswith("nologin")
    for group in ["session-request", "session-request-viewer"]:
        assert machine.output("getent", "group", group)


@pytest.mark.parametrize("name, group, owner, mode", [
    ("agent", "session-request", "root", "660"),
    ("viewer", "session-request-viewer", "root", "660"),
    ("gateway", "root", "session-request-portal", "600"),
    ("courier", "root", "session-request-courier", "600"),
])
def test_each_socket_has_its_owner_and_mode(desk, name, group, owner, mode):
    shown = desk.output("stat", "--format=%U %G %a", f"/run/session-requestd/{name}.sock")
    assert shown == f"{owner} {group} {mode}"


def test_anyone_may_look_up_names_in_the_sockets_folder(desk):
    assert desk.output("stat", "--format=%U %G %a", "/run/session-requestd") == "root root 755"


def test_the_journal_explains_every_noteworthy_line(machine):
    listed = machine.output("journalctl", "--list-catalog", "--no-pager")
    for subject, identifier in SUBJECTS.items():
        assert f"{identifier} session-requestd: {subject}" in listed


def test_the_program_is_where_the_units_say(machine):
    assert machine.run("test", "-x", "/usr/local/sbin/session-requestd").returncode == 0
    assert machine.run("test", "-x", "/usr/local/bin/session-request").returncode == 0


@pytest.mark.parametrize("prefix", ["/usr", "/opt/desk"])
def test_any_prefix_will_do_and_uninstalling_leaves_nothing(tmp_path, prefix):
    place = [f"DESTDIR={tmp_path}", f"PREFIX={prefix}", f"BUILD_DIR={build_folder()}"]
    make("install", *place)
    installed = files(tmp_path)
    assert f"{prefix[1:]}/sbin/session-requestd" in installed
    assert f"{prefix[1:]}/lib/systemd/user/session-requestd.service" in installed
    unit = (tmp_path / prefix[1:] / "lib/systemd/system" / SERVICE).read_text()
    assert f"\nExecStart={prefix}/sbin/session-requestd " in unit
    assert "@" not in unit.replace("@system-service", "").replace("@privileged", "").replace("@resources", "")
    make("uninstall", *place)
    assert files(tmp_path) == []


def test_installing_what_was_not_built_says_what_to_do(tmp_path):
    with pytest.raises(subprocess.CalledProcessError):
        make("install", f"DESTDIR={tmp_path}", f"BUILD_DIR={tmp_path}/nothing")
    assert files(tmp_path) == []
