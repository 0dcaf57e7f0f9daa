"""Connecting as somebody else: the kernel notes the effective ids of the calling thread at connect()."""

import contextlib
import ctypes
import os
import platform

_NUMBERS = {"x86_64": (117, 119, 116), "aarch64": (147, 149, 159)}
_SETRESUID, _SETRESGID, _SETGROUPS = _NUMBERS[platform.machine()]
_KEEP = ctypes.c_uint(-1).value
_libc = ctypes.CDLL(None, use_errno=True)


def _syscall(number, *arguments):
    # The raw call changes this thread alone; the C library's wrapper would change every thread of the process.
    if _libc.syscall(ctypes.c_long(number), *arguments) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _set_groups(groups):
    _syscall(_SETGROUPS, ctypes.c_size_t(len(groups)), (ctypes.c_uint * max(1, len(groups)))(*groups))


def _set_effective(uid, gid):
    _syscall(_SETRESGID, ctypes.c_uint(_KEEP), ctypes.c_uint(gid), ctypes.c_uint(_KEEP))
    _syscall(_SETRESUID, ctypes.c_uint(_KEEP), ctypes.c_uint(uid), ctypes.c_uint(_KEEP))


@contextlib.contextmanager
def acting_as(uid, gid=None, groups=()):
    """The calling thread has another user's effective uid, gid and groups for the length of the block."""
    if uid == os.geteuid() and gid is None and not groups:
        yield
        return
    mine = os.getgroups()
    _set_groups(groups)
    try:
        _set_effective(uid, uid if gid is None else gid)
        try:
            yield
        finally:
            _syscall(_SETRESUID, ctypes.c_uint(_KEEP), ctypes.c_uint(os.getuid()), ctypes.c_uint(_KEEP))
            _syscall(_SETRESGID, ctypes.c_uint(_KEEP), ctypes.c_uint(os.getgid()), ctypes.c_uint(_KEEP))
    finally:
        _set_groups(mine)
