"""What the other side does, and what the tests ask of the desk again and again."""

from moments import until

JOIN = {"method": "client", "client": {"name": "anydesk", "version": "9.0.5", "platform": "windows"},
        "target": {"scheme": "anydesk", "address": "987654321"}}


def ready(desk, page, name="Maria Keller", **more):
    """A request whose recipient allows access."""
    made = desk.session_request.create(recipient={"name": name}, **more)
    page.link.grant(code=made.code, join=JOIN)
    return desk.session_request.get(made.id)


def becomes(desk, number, status):
    """Waits until the request has this status; the request."""
    def now():
        found = desk.session_request.get(number)
        return found if found.status == status else None
    return until(now, within=20, what=f"request {number} being {status}")


def lasting(stage, logs):
    """An AnyDesk that runs until `end` ends it; answers that function."""
    from stage import installed

    number = stage.folder / "anydesk.pid"
    installed(stage.bin, "anydesk", f'printf "%s\\n" "$*" >>{logs}\necho $$ >{number}\nexec sleep 600\n')

    def end():
        import os
        import signal
        os.kill(int(until(lambda: number.exists() and number.read_text().strip(), what="the client's start")), signal.SIGTERM)

    return end


def still(stage, name):
    """A picture of the display once nothing moves on it."""
    last = []

    def same():
        last.append(stage.screenshot(name).read_bytes())
        return len(last) > 1 and last[-1] == last[-2]

    until(same, within=10, what=f"{name} standing still")
    return stage.screenshot(name)
