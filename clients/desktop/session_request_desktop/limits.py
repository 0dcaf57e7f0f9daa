"""The bounds of everything that somebody outside may choose the size of, and how long is waited for what."""

# Characters of a link, of a URI with one in it, and of the token in a link.
LINK = 2048
URI = 8192
TOKEN = 128
# Characters of a text that is shown: a name, a subject, a message.
SHOWN = 256
# Bytes of an answer of the page, and of one line of its events.
ANSWER = 1024 * 1024
# Bytes that a program may print when it is asked for its address.
PRINTED = 4096
# Hosts that are remembered; the oldest are forgotten.
HOSTS = 1000
# Characters of an address (the service takes no longer one).
ADDRESS = 255

# Seconds that an installed program may take to tell its address.
PROGRAM_SECONDS = 10
# Seconds that a call to the page may take, and that one may take while this program ends.
CALL_SECONDS = 15
ENDING_SECONDS = 4
# Seconds without a sign of life on the events (the page gives one each 20 seconds).
SILENCE_SECONDS = 60
# Seconds between two of its news.
NEWS_SECONDS = 0.05
# Seconds before the events are asked for again: between the first and, after many failures, the second.
RETRY_SECONDS = (1.0, 30.0)
# Seconds that an access lives without being renewed, and after how many it is renewed.
LEASE_SECONDS = 60
RENEWAL_SECONDS = 20
# Seconds that a screen server may take to listen.
SERVER_SECONDS = 10
