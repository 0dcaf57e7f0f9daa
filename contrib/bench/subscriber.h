// One connection that subscribed to events: counts them, checks that they come in order and without a gap, and
// ignores what is only said to keep a stream alive. It keeps no buffer but the beginning of a line cut by a read.
#pragma once

#include "wire.h"

struct subscriber {
    int descriptor;
    bool answered;    // its subscription was accepted
    bool closed;      // the server ended the stream or the connection
    uint64_t events;  // notifications `events.event` so far
    uint64_t bytes;   // their lines, newlines included
    uint64_t first, last;  // sequence numbers: what follows the last dot of a cursor
    uint64_t misplaced;    // events whose number is not the one after the last
    char *rest;
    size_t rest_length, rest_capacity;
};

/// Connects and sends the line that subscribes.
void subscribe(struct subscriber *subscriber, const char *path, const char *line, size_t length);

/// Takes one read's worth of what has arrived; false when there was nothing.
bool receive_events(struct subscriber *subscriber);
