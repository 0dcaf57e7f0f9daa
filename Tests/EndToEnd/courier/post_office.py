"""Mail servers for the tests: real SMTP with TLS and AUTH on loopback, whose answers a test can choose."""

import email
import email.errors
import email.header
import email.policy
import email.utils
import ssl
import subprocess
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from moments import until

USER, PASSWORD = "courier@desk.test", "correct horse 4711"


def authority(directory):
    """Makes a certificate authority and a certificate for localhost; answers the files of both."""
    directory.mkdir(parents=True, exist_ok=True)

    def openssl(*arguments):
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)

    ca, key, request, certificate = (directory / name for name in ("ca.pem", "key.pem", "request.pem", "cert.pem"))
    names = directory / "names"
    names.write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", 2, "-subj", "/CN=Test Authority",
            "-keyout", directory / "ca.key", "-out", ca)
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", key, "-out", request)
    openssl("x509", "-req", "-in", request, "-CA", ca, "-CAkey", directory / "ca.key", "-CAcreateserial",
            "-days", 2, "-extfile", names, "-out", certificate)
    return ca, certificate, key


class Mail:
    """One message as a server took it."""

    def __init__(self, envelope, peer_is_signed_in):
        self.sender = envelope.mail_from
        self.recipients = envelope.rcpt_tos
        self.bytes = envelope.content
        self.is_signed_in = peer_is_signed_in
        self.message = read(envelope.content)


def read(content):
    """Reads a message strictly: a defect of any part is an error."""
    policy = email.policy.default.clone(raise_on_defect=True)
    message = email.message_from_string(content.decode("utf-8"), policy=policy)
    for part in message.walk():
        assert not part.defects, part.defects
        for name, value in part.items():
            # Letters of all languages in an address are what RFC 6532 is about.
            defects = [one for one in value.defects if not isinstance(one, email.errors.NonASCIILocalPartDefect)]
            assert not defects, (name, defects)
    return message


def recipient(mail):
    """The name and the address in `To`. The newer parser of Python puts spaces between encoded words of a name."""
    raw = email.message_from_bytes(mail.bytes, policy=email.policy.compat32)["To"]
    name, address = email.utils.parseaddr(raw)
    return str(email.header.make_header(email.header.decode_header(name))), address


class PostOffice:
    """A mail server that keeps what it takes."""

    def __init__(self, files, *, implicit_tls=False, in_clear=False):
        self.mails = []
        self.refusals = {}
        self.on_taken = None
        self._lock = threading.Lock()
        context = None
        if not in_clear:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(files[1], files[2])
        office = self

        class Server(Controller):
            def factory(self):
                return SMTP(
                    office, hostname="localhost", authenticator=office._authenticate,
                    auth_required=not in_clear, auth_require_tls=not in_clear and not implicit_tls,
                    tls_context=None if implicit_tls else context,
                    require_starttls=not in_clear and not implicit_tls, enable_SMTPUTF8=True)

            def _trigger_server(self):
                # The controller asks its own server at the start, at the port that the system chose.
                self.port = self.server.sockets[0].getsockname()[1]
                super()._trigger_server()

        self._controller = Server(
            self, hostname="127.0.0.1", port=0, ssl_context=context if implicit_tls else None)

    def start(self):
        self._controller.start()
        self.port = self._controller.port
        return self

    def stop(self):
        self._controller.stop()

    def _authenticate(self, server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()))

    async def handle_RCPT(self, server, session, envelope, address, options):
        with self._lock:
            answers = self.refusals.get(address)
            if answers:
                return answers.pop(0) if len(answers) > 1 or not answers[0].startswith("5") else answers[0]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = Mail(envelope, session.authenticated)
        with self._lock:
            self.mails.append(mail)
        if self.on_taken:
            self.on_taken(mail)
        return "250 taken"

    def refuse(self, address, *answers):
        """Answers the next letters to an address so; a permanent refusal that is the last one stays."""
        with self._lock:
            self.refusals[address] = list(answers)

    def to(self, address):
        with self._lock:
            return [mail for mail in self.mails if address in mail.recipients]

    def wait_for(self, address, count=1, within=15.0):
        return until(
            lambda: (found := self.to(address)) and len(found) >= count and found, within,
            what=f"{count} letters to {address}")
