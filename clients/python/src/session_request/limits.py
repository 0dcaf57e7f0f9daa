"""The bounds of what the other side, a user or a clock can make this client hold or wait for."""

LINE_BYTES = 1 << 20
"""Bytes of a line that the service takes, its end included."""

ANSWER_BYTES = 256 << 20
"""Bytes of a line from the service; a snapshot of many session requests is one line."""

READ_BYTES = 64 << 10
"""Bytes read from the socket at once."""

PATH_BYTES = 107
"""Bytes of a socket's path as the kernel takes it; a longer one goes by way of its folder's descriptor."""

DEADLINE = 30.0
"""Seconds that a call may take unless said."""

PATIENCE = 5.0
"""Seconds that a call waits for a service that was there before and is gone."""

HEARTBEAT = 30.0
"""Seconds after which a silent stream gives a sign of life, unless said."""

SUBSCRIBING = 60.0
"""Seconds that a subscription may take to be accepted."""

FIRST_PAUSE, LONGEST_PAUSE = 0.1, 30.0
"""Seconds between two attempts to come back: the first, and the longest."""

REPEATS = 5
"""How often a call is made again that was lost with its connection."""

CONNECT_PAUSE = 0.01
"""Seconds between two looks at a queue of new connections that is full, or at a tunnel that is being made."""

TUNNEL_SECONDS = 30.0
"""Seconds that a tunnel to another machine may take."""

TROUBLE_BYTES = 2048
"""Bytes of what ssh said that an error repeats."""
