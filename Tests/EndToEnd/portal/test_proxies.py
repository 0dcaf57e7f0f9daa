"""Real proxies in front of the page, with a prefix that they take off or not, and the examples that are shipped."""

import pathlib
import shutil
import subprocess

import pytest
from browsers import heading
from flows import create, get, token
from moments import until
from playwright.sync_api import expect
from portals import free_port

CONTRIB = pathlib.Path(__file__).resolve().parents[3] / "contrib"


def program(name):
    found = shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin")
    assert found, f"cannot test without {name}: install Tests/EndToEnd/packages.txt"
    return found


class Proxy:
    def __init__(self, command, directory):
        self.log = directory / "proxy.log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=directory,
                env={"HOME": str(directory), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


def nginx(directory, port, target, *, strip, prefix):
    path = "/" if strip else ""
    (directory / "nginx.conf").write_text(f"""
        daemon off; master_process off; pid {directory}/nginx.pid; error_log stderr;
        events {{ worker_connections 64; }}
        http {{
            access_log off; client_body_temp_path {directory}/body; proxy_temp_path {directory}/proxy;
            fastcgi_temp_path {directory}/f; uwsgi_temp_path {directory}/u; scgi_temp_path {directory}/s;
            server {{
                listen 127.0.0.1:{port};
                location {prefix}/ {{
                    proxy_pass http://{target}{path}; proxy_http_version 1.1; proxy_buffering off;
                    proxy_set_header Connection ""; proxy_set_header Host $http_host;
                    proxy_set_header X-Forwarded-For $remote_addr;
                }}
            }}
        }}""")
    return Proxy([program("nginx"), "-p", str(directory), "-c", str(directory / "nginx.conf")], directory)


def caddy(directory, port, target, *, strip, prefix):
    handle = "handle_path" if strip else "handle"
    upstream = target.replace("unix:", "unix/").rstrip(":") if target.startswith("unix:") else target
    (directory / "Caddyfile").write_text(f"""{{
    admin off
    auto_https off
    grace_period 1s
}}
http://127.0.0.1:{port} {{
    {handle} {prefix}/* {{
        reverse_proxy {upstream} {{
            flush_interval -1
        }}
    }}
}}
""")
    return Proxy([program("caddy"), "run", "--config", str(directory / "Caddyfile"), "--adapter", "caddyfile"], directory)


@pytest.mark.parametrize("strip", [True, False], ids=["stripped", "kept"])
@pytest.mark.parametrize("family", ["tcp", "unix"])
@pytest.mark.parametrize("make_proxy", [nginx, caddy])
def test_the_page_behind_a_proxy_and_a_prefix(
        desk, make_portal, browse, tmp_path, make_proxy, family, strip):
    port = free_port()
    prefix = "/desk/help"
    address = f"http://127.0.0.1:{port}{prefix}"
    socket = tmp_path / "http.sock"
    portal = make_portal(
        desk, start=False, listen=[f"unix:{socket}"] if family == "unix" else None,
        config={"portal": {"address": address, "trustedProxies": ["unix", "127.0.0.1"]}})
    portal.start()
    target = f"unix:{socket}:" if family == "unix" else f"127.0.0.1:{portal.port}"
    if family == "unix":
        socket.chmod(0o666)
    proxy = make_proxy(tmp_path, port, target, strip=strip, prefix=prefix)
    try:
        agent = desk.agent()
        request = create(agent)
        page = browse()
        until(lambda: proxy.process.poll() is None and answers(page, f"{address}/join"), 15, what="the proxy answering")
        page.goto(f"{address}/s/{token(request)}")
        page.get_by_role("button", name="Continue").click()
        expect(page.locator("h1")).to_have_text("Get ready")
        assert page.url == f"{address}/s/{token(request)}"
        # Live through the proxy, too.
        agent.call("sessionRequest.requestAccess", id=request["id"])
        expect(page.locator("h1")).to_have_text("21001 asks for access now")
        page.get_by_role("button", name="Deny").click()
        expect(page.locator("h1")).to_have_text("Get ready")
        assert get(agent, request)["denials"] == 1
        assert heading(page)
    finally:
        proxy.stop()


def answers(page, address):
    try:
        return page.goto(address).status == 200
    except Exception:  # The proxy does not listen yet.
        return False


def certificate(directory):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=help.example.org",
         "-keyout", str(directory / "key.pem"), "-out", str(directory / "cert.pem")], check=True, capture_output=True)


def test_nginx_takes_the_example(tmp_path):
    certificate(tmp_path)
    text = (CONTRIB / "nginx" / "session-request-portal.conf").read_text()
    text = text.replace("/etc/ssl/certs/help.example.org.pem", str(tmp_path / "cert.pem"))
    text = text.replace("/etc/ssl/private/help.example.org.key", str(tmp_path / "key.pem"))
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; {text} }}")
    done = subprocess.run(
        [program("nginx"), "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_caddy_takes_the_example(tmp_path):
    done = subprocess.run(
        [program("caddy"), "validate", "--config", str(CONTRIB / "caddy" / "Caddyfile"), "--adapter", "caddyfile"],
        capture_output=True, text=True, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"})
    assert done.returncode == 0, done.stderr
    assert "not formatted" not in done.stderr
