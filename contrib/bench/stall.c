// Subscribers that stop reading, as a program does that hangs or is suspended: they connect, subscribe to what comes,
// read the answer and nothing more. Whoever started this then makes changes and looks at the daemon's memory. On a
// line on standard input a sample of them wakes up and must read every event, in order, up to the last; and nobody
// may have been cut off.
//
//     load stall socket=PATH subscribe=FILE events=COUNT [connections=1000] [sample=50] [limit=20000]
//
// Prints "subscribed" when all are, and its line of JSON after the wake-up. `events` is how many each must find.
#define _GNU_SOURCE
#include <poll.h>

#include "load.h"
#include "subscriber.h"
#include "template.h"

static void wait_for_input(int descriptor, uint64_t stop) {
    struct pollfd one = {.fd = descriptor, .events = POLLIN};
    uint64_t now = now_ns();
    if (now < stop) poll(&one, 1, (int)((stop - now) / 1000000) + 1);
}

/// Reads the answer to the subscription and stops there.
static void await_answer(struct subscriber *subscriber, uint64_t stop) {
    while (!subscriber->answered && !subscriber->closed) {
        if (now_ns() > stop) die("a subscription was not answered");
        if (!receive_events(subscriber)) wait_for_input(subscriber->descriptor, stop);
    }
    if (subscriber->closed) die("a subscriber was cut off at once");
}

static bool is_cut_off(const struct subscriber *subscriber) {
    struct pollfd one = {.fd = subscriber->descriptor, .events = POLLRDHUP};
    return poll(&one, 1, 0) > 0 && one.revents & (POLLRDHUP | POLLHUP | POLLERR);
}

/// Reads until it has `events`, the stream ends, or time is up.
static void wake(struct subscriber *subscriber, uint64_t events, uint64_t stop) {
    while (subscriber->events < events && !subscriber->closed && now_ns() < stop)
        if (!receive_events(subscriber)) wait_for_input(subscriber->descriptor, stop);
}

int stall_subscribers(int count, char **arguments) {
    const char *path = option(count, arguments, "socket", NULL);
    struct template line = read_template(option(count, arguments, "subscribe", NULL));
    size_t many = strtoul(option(count, arguments, "connections", "1000"), NULL, 10);
    size_t sample = strtoul(option(count, arguments, "sample", "50"), NULL, 10);
    uint64_t events = strtoul(option(count, arguments, "events", NULL), NULL, 10);
    uint64_t limit = strtoul(option(count, arguments, "limit", "20000"), NULL, 10) * 1000000;
    if (!sample || sample > many) die("sample must be 1 to %zu", many);
    struct subscriber *subscribers = allocate(many, sizeof *subscribers);

    uint64_t stop = now_ns() + limit;
    for (size_t i = 0; i < many; i++) subscribe(&subscribers[i], path, line.text, line.length);
    for (size_t i = 0; i < many; i++) await_answer(&subscribers[i], stop);
    puts("subscribed");
    fflush(stdout);
    char signal[16];
    if (!fgets(signal, sizeof signal, stdin)) die("nobody said to wake up");

    uint64_t start = now_ns(), bytes = 0, misplaced = 0;
    size_t cut_off = 0, complete = 0;
    for (size_t i = 0; i < many; i++) cut_off += is_cut_off(&subscribers[i]);
    stop = start + limit;
    for (size_t i = 0; i < sample; i++) {
        struct subscriber *subscriber = &subscribers[i * many / sample];
        wake(subscriber, events, stop);
        complete += subscriber->events >= events && subscriber->first == subscribers[0].first;
        misplaced += subscriber->misplaced;
        bytes += subscriber->bytes;
    }
    printf("{\"subscribers\": %zu, \"cutOff\": %zu, \"sample\": %zu, \"complete\": %zu, \"misplaced\": %llu, "
           "\"bytesEach\": %.0f, \"wakeSeconds\": %.3f}\n",
           many, cut_off, sample, complete, (unsigned long long)misplaced, (double)bytes / (double)sample,
           (double)(now_ns() - start) / 1e9);
    return 0;
}
