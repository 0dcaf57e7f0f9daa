"""The picture of the window that the README shows."""

import desk as desks
from held import Held
from moves import still
from scene import kept, morning


def test_the_window(service, make_stage, tmp_path):
    service.contract = Held()
    morning(service.agent(desks.ROOT), service.gateway())
    stage = make_stage(size="1000x700x24")
    reader = stage.reader()
    for name in ("Amina Haddad", "Jonas Weber", "Paulo Souza"):
        reader.sees(name)
    reader.select("Maria Keller")
    reader.sees("123456789")
    kept(tmp_path, "window.png").write_bytes(still(stage, "shown.png").read_bytes())
