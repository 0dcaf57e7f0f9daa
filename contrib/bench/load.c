// The load generator: the same client for the daemon and for the ceilings it is compared with, so that a ratio
// compares servers and nothing else. One thread; `load MODE name=value...`, one line of JSON out.
//
//     load request     request and response: connections times messages in flight
//     load subscribe   events delivered to many subscribers, from the log or as they happen
//     load stall       subscribers that stop reading, and later wake up
//     load cold        a daemon started by its first connection, until its first answer
#define _GNU_SOURCE
#include "load.h"

#include <signal.h>

#include "wire.h"

int main(int count, char **arguments) {
    signal(SIGPIPE, SIG_IGN);
    raise_descriptor_limit();
    const char *mode = count > 1 ? arguments[1] : "";
    if (!strcmp(mode, "request")) return measure_requests(count, arguments);
    if (!strcmp(mode, "subscribe")) return measure_deliveries(count, arguments);
    if (!strcmp(mode, "stall")) return stall_subscribers(count, arguments);
    if (!strcmp(mode, "cold")) return measure_cold_start(count, arguments);
    fprintf(stderr, "usage: load request|subscribe|stall|cold name=value...\n");
    return 3;
}
