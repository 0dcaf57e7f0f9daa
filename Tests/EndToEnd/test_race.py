"""Sixty-four agents reach for one request at once: one has it, and the others learn who."""

import threading

import pytest

from connection import RpcError
from desk import rounds
from flows import bring, create, get, history, types

CLIENTS = 64
UIDS = range(21100, 21100 + CLIENTS)
THREADS = 8


@pytest.fixture(scope="module")
def crowd(desk):
    return {uid: desk.agent(uid) for uid in UIDS}


def all_at_once(crowd, ask):
    """Every client sends its call at the same moment; answers by uid: a result, or the error."""
    barrier = threading.Barrier(THREADS)
    asked, outcomes = {}, {}
    groups = [list(crowd)[start::THREADS] for start in range(THREADS)]

    def send(group):
        barrier.wait(10)
        for uid in group:
            method, params = ask(uid)
            asked[uid] = crowd[uid].request(method, **params)

    threads = [threading.Thread(target=send, args=(group,)) for group in groups]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for uid, identity in asked.items():
        try:
            outcomes[uid] = crowd[uid].answer(identity)
        except RpcError as error:
            outcomes[uid] = error
    assert len(outcomes) == len(crowd)
    return outcomes


def winner(outcomes, reasons):
    """The one who won; everybody else was refused for one of the reasons and knows the winner."""
    won = [uid for uid, outcome in outcomes.items() if not isinstance(outcome, RpcError)]
    assert len(won) == 1, won
    for uid, outcome in outcomes.items():
        if uid != won[0]:
            assert outcome.reason in reasons, outcome
            assert (outcome.data["by"]["kind"], outcome.data["by"]["user"]) == ("user", str(won[0]))
    return won[0]


@pytest.mark.parametrize("owner", ["nobody", "queue"])
def test_one_of_many_who_connect_wins_and_the_others_learn_who(root, gateway, crowd, owner):
    assignee = None
    if owner == "queue":
        root.call("queue.create", id="crowd", members={"users": [str(uid) for uid in UIDS]})
        assignee = {"type": "queue", "id": "crowd"}
    for _ in range(rounds(5, share=0.1)):
        request = bring(root, gateway, "ready", assignee=assignee)
        outcomes = all_at_once(crowd, lambda uid: ("sessionRequest.connect", {"id": request["id"]}))
        won = winner(outcomes, ("already_connected", "already_claimed"))
        found = get(root, request)
        assert found["status"] == "connected" and found["connection"]["agent"]["uid"] == won
        assert found["assignee"] == {"type": "agent", "id": str(won)}
        assert types(history(root, request)) == ["created", "opened", "granted", "assigned", "connected"]


def test_one_of_many_who_claim_wins_and_the_others_learn_who(root, crowd):
    for _ in range(rounds(5, share=0.1)):
        request = create(root)
        outcomes = all_at_once(crowd, lambda uid: ("sessionRequest.claim", {"id": request["id"]}))
        won = winner(outcomes, ("already_claimed",))
        assert get(root, request)["assignee"] == {"type": "agent", "id": str(won)}
        assert types(history(root, request)) == ["created", "assigned"]


def test_connecting_and_claiming_at_once_have_one_winner_together(root, gateway, crowd):
    for _ in range(rounds(5, share=0.1)):
        request = bring(root, gateway, "ready")
        outcomes = all_at_once(crowd, lambda uid: (
            "sessionRequest.connect" if uid % 2 else "sessionRequest.claim", {"id": request["id"]}))
        won = winner(outcomes, ("already_connected", "already_claimed"))
        found = get(root, request)
        assert found["assignee"] == {"type": "agent", "id": str(won)}
        assert found["status"] == ("connected" if won % 2 else "ready")


def test_of_many_changes_to_one_revision_one_is_made(root, crowd):
    for _ in range(rounds(5, share=0.1)):
        request = create(root)
        outcomes = all_at_once(crowd, lambda uid: (
            "sessionRequest.update", {"id": request["id"], "comments": str(uid), "ifRevision": request["revision"]}))
        won = [uid for uid, outcome in outcomes.items() if not isinstance(outcome, RpcError)]
        assert len(won) == 1
        assert get(root, request)["comments"] == str(won[0])
        losses = [outcome for outcome in outcomes.values() if isinstance(outcome, RpcError)]
        told = {(loss.reason, loss.data["revision"]) for loss in losses}
        assert told == {("revision_conflict", request["revision"] + 1)}


def test_many_with_one_key_make_one_request(root, desk, crowd):
    same = {uid: desk.agent(0) for uid in UIDS}
    for number in range(rounds(5, share=0.1)):
        outcomes = all_at_once(same, lambda uid: (
            "sessionRequest.create", {"recipient": {"name": "M"}, "idempotencyKey": f"race-{number}"}))
        assert len({outcome["sessionRequest"]["id"] for outcome in outcomes.values()}) == 1
