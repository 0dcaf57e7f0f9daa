"""What the person reads when the desk refuses, by the reasons of its errors."""

from __future__ import annotations

from . import facts
from .language import N_, _
from .portal import PortalError
from .programs import Address

# The page says these with the same words.
_REASONS = {
    "link_invalid": N_("It belongs to no request. Copy it once more, whole, or ask for a new one."),
    "link_expired": N_("This one has been replaced. Please use the latest message that you were sent."),
    "rate_limited": N_("That was too often. Wait for a minute, then try again."),
    "invalid_transition": N_("It has changed meanwhile."),
    "invalid_params": N_(
        "This is not an address that the support desk takes. Please compare it with what the program shows."),
    "permission_denied": N_("The support desk does not allow that."),
    **dict.fromkeys(
        ("unavailable", "busy", "shutting_down", "storage_full", "internal"),
        N_("The support desk cannot be reached at the moment")),
}
# After these there is nothing to wait for.
FINAL = ("link_invalid", "link_expired", "redirected", "untrusted", "unintelligible")


def refusal(error: PortalError, link: dict, address: Address = None) -> str:
    """A sentence about a call that was refused. `address`: what was granted, or would have been."""
    if error.reason == "client_too_old" and address is not None:
        version = facts.minimum_version(link, address.scheme)
        if version:
            return _("This {program} is too old for the desk, which takes {version} and later. Update it, then allow "
                     "access again.", program=address.client, version=version)
        return _("This {program} is too old for the desk. Update it, then allow access again.", program=address.client)
    message = _REASONS.get(error.reason)
    return sentence(_(message) if message else str(error))


def code_refusal(error: PortalError) -> str:
    """A sentence about nine digits that lead to nothing."""
    if error.reason == "link_invalid":
        return _("There is no request with this code. Please check the digits, or ask for a new code.")
    message = _REASONS.get(error.reason)
    return sentence(_(message) if message else str(error))


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…", "。")) else ".")
