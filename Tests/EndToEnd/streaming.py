"""What the tests of the stream do and ask over and over."""


def subscribe(agent, **params):
    return agent.call("events.subscribe", **params)


def events(agent, count, subscription=None):
    """The next events of a subscription."""
    found = []
    while len(found) < count:
        params = agent.notification("events.event", within=5)["params"]
        if subscription in (None, params["subscription"]):
            found.append(params)
    return found


def sequence(cursor):
    return int(cursor.rpartition(".")[2])


def latest(agent):
    return agent.call("sessionRequest.summary")["cursor"]


def silent(agent):
    """True if no event has come by the time that a ping is answered."""
    agent.call("rpc.ping")
    return not [message for message in agent.notifications if message["method"] == "events.event"]
