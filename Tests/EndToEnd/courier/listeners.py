"""HTTP servers for the tests: endpoints of webhooks and gateways, whose answers a test can choose."""

import base64
import hashlib
import hmac
import http.server
import json
import socket
import ssl
import threading

from moments import until


class Listener:
    """An endpoint that keeps what it is sent."""

    def __init__(self, files=None):
        self.calls = []
        self.answers = []
        self.gate = threading.Event()
        self.gate.set()
        listener = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                listener.gate.wait(60)
                status, fields = listener.answers.pop(0) if listener.answers else (200, {})
                listener.calls.append((self.path, dict(self.headers.items()), body, status))
                self.send_response(status)
                for name, value in fields.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_GET = do_PUT = do_POST

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        scheme = "http"
        if files:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(files[1], files[2])
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
            scheme = "https"
        self.url = f"{scheme}://localhost:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.gate.set()
        self.server.shutdown()
        self.server.server_close()

    def wait_for(self, count, within=15.0):
        return until(lambda: len(self.calls) >= count and list(self.calls), within, what=f"{count} calls")

    @property
    def taken(self):
        """The events that were answered with success, in order."""
        return [json.loads(body) for _, _, body, status in self.calls if status < 300]


def verified(secret, fields, body):
    """Whether the signature is right, by Standard Webhooks 1.0 and nothing of the courier's."""
    fields = {name.lower(): value for name, value in fields.items()}
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{fields['webhook-id']}.{fields['webhook-timestamp']}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(expected, one) for one in fields["webhook-signature"].split())


def dead_port():
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
