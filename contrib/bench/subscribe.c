// Events delivered per second to many subscribers, all on one core and counted one by one. Two ways, since both are
// lived: `since` earliest replays a log that is there (a program that was away); `publish` makes that many changes
// through one connection once all are subscribed, and times from the first request to the last receipt (a busy desk).
// It ends when each subscriber has `events`, or after `limit` milliseconds, and then says that it was not complete.
//
//     load subscribe socket=PATH subscribe=FILE events=COUNT [connections=1] [limit=6000]
//                    [publish=0 template=FILE depth=256]
#define _GNU_SOURCE
#include <sys/epoll.h>

#include "load.h"
#include "subscriber.h"
#include "template.h"

enum { ready_at_most = 256, answers_size = 256 * 1024 };

static int poller;

struct publisher {
    int descriptor;
    struct template message;
    uint64_t asked, answered, wanted, depth;
    char *out;
    size_t out_length, out_sent;
    uint64_t finished_at;
};

static void watch(int descriptor, void *who, uint32_t interest, int operation) {
    struct epoll_event event = {.events = interest, .data.ptr = who};
    if (epoll_ctl(poller, operation, descriptor, &event)) die("cannot watch a connection: %m");
}

static void publish(struct publisher *publisher) {
    if (publisher->out_sent == publisher->out_length) {
        publisher->out_sent = publisher->out_length = 0;
        while (publisher->asked < publisher->wanted && publisher->asked - publisher->answered < publisher->depth) {
            fill_template(&publisher->message, publisher->asked++, publisher->out + publisher->out_length);
            publisher->out_length += publisher->message.length;
        }
        if (!publisher->out_length) return;
    }
    ssize_t written = write(publisher->descriptor, publisher->out + publisher->out_sent,
                            publisher->out_length - publisher->out_sent);
    if (written < 0 && errno != EAGAIN) die("cannot publish: %m");
    if (written > 0) publisher->out_sent += (size_t)written;
    bool rest = publisher->out_sent < publisher->out_length;
    watch(publisher->descriptor, publisher, rest ? EPOLLIN | EPOLLOUT : EPOLLIN, EPOLL_CTL_MOD);
}

/// Counts answers and looks at the head of each for an error.
static void receive_answers(struct publisher *publisher) {
    static char buffer[answers_size];
    static size_t rest;  // of a line that the last read cut
    ssize_t got = read(publisher->descriptor, buffer + rest, sizeof buffer - rest);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) die("the server closed the publisher's connection");
    char *at = buffer, *stop = buffer + rest + got, *newline;
    for (; at < stop && (newline = memchr(at, '\n', (size_t)(stop - at))); at = newline + 1) {
        size_t head = newline - at < 64 ? (size_t)(newline - at) : 64;
        if (memmem(at, head, "\"error\"", 7)) die("error answer: %.*s", (int)(newline - at), at);
        publisher->answered++;
    }
    rest = (size_t)(stop - at);
    memmove(buffer, at, rest);
    if (publisher->answered == publisher->wanted && !publisher->finished_at) publisher->finished_at = now_ns();
    publish(publisher);
}

static struct publisher open_publisher(const char *path, int count, char **arguments) {
    struct publisher publisher = {.wanted = strtoul(option(count, arguments, "publish", "0"), NULL, 10)};
    if (!publisher.wanted) return publisher;
    publisher.message = read_template(option(count, arguments, "template", NULL));
    publisher.depth = strtoul(option(count, arguments, "depth", "256"), NULL, 10);
    publisher.out = allocate(publisher.depth, publisher.message.length);
    publisher.descriptor = connect_to(path);
    make_nonblocking(publisher.descriptor);
    return publisher;
}

/// Waits for what comes and hands it on; answers how many subscribers reached `goal` by it.
static size_t turn(struct publisher *publisher, uint64_t goal) {
    struct epoll_event ready[ready_at_most];
    size_t reached = 0;
    int many = epoll_wait(poller, ready, ready_at_most, 100);
    for (int i = 0; i < many; i++) {
        if (ready[i].data.ptr == publisher) {
            if (ready[i].events & EPOLLOUT) publish(publisher);
            if (ready[i].events & ~(uint32_t)EPOLLOUT) receive_answers(publisher);
            continue;
        }
        struct subscriber *subscriber = ready[i].data.ptr;
        bool before = subscriber->events >= goal;
        receive_events(subscriber);
        reached += !before && subscriber->events >= goal;
        if (subscriber->closed) die("a subscriber was cut off after %llu events",
                                    (unsigned long long)subscriber->events);
    }
    return reached;
}

static bool all_answered(const struct subscriber *subscribers, size_t many) {
    for (size_t i = 0; i < many; i++)
        if (!subscribers[i].answered) return false;
    return true;
}

int measure_deliveries(int count, char **arguments) {
    const char *path = option(count, arguments, "socket", NULL);
    struct template line = read_template(option(count, arguments, "subscribe", NULL));
    size_t many = strtoul(option(count, arguments, "connections", "1"), NULL, 10);
    uint64_t goal = strtoul(option(count, arguments, "events", NULL), NULL, 10);
    uint64_t limit = strtoul(option(count, arguments, "limit", "6000"), NULL, 10) * 1000000;
    if (!many || !goal) die("connections and events must be positive");
    poller = epoll_create1(EPOLL_CLOEXEC);
    struct publisher publisher = open_publisher(path, count, arguments);
    struct subscriber *subscribers = allocate(many, sizeof *subscribers);

    uint64_t start = now_ns(), stop = start + limit;
    for (size_t i = 0; i < many; i++) {
        subscribe(&subscribers[i], path, line.text, line.length);
        watch(subscribers[i].descriptor, &subscribers[i], EPOLLIN, EPOLL_CTL_ADD);
    }
    if (publisher.wanted) {
        while (!all_answered(subscribers, many)) {
            turn(&publisher, goal);
            if (now_ns() > stop) die("not every subscription was answered");
        }
        watch(publisher.descriptor, &publisher, EPOLLIN, EPOLL_CTL_ADD);
        start = now_ns();
        stop = start + limit;
        publish(&publisher);
    }
    size_t reached = 0;
    while ((reached < many || publisher.answered < publisher.wanted) && now_ns() < stop)
        reached += turn(&publisher, goal);

    double seconds = (double)(now_ns() - start) / 1e9;
    uint64_t deliveries = 0, bytes = 0, misplaced = 0;
    for (size_t i = 0; i < many; i++) {
        deliveries += subscribers[i].events;
        bytes += subscribers[i].bytes;
        misplaced += subscribers[i].misplaced;
    }
    double publishing = publisher.finished_at ? (double)(publisher.finished_at - start) / 1e9 : 0;
    printf("{\"deliveries\": %llu, \"seconds\": %.6f, \"perSecond\": %.1f, \"bytesPerSecond\": %.0f, "
           "\"payloadBytes\": %.1f, \"complete\": %s, \"misplaced\": %llu, \"publishedPerSecond\": %.1f}\n",
           (unsigned long long)deliveries, seconds, (double)deliveries / seconds, (double)bytes / seconds,
           deliveries ? (double)bytes / (double)deliveries : 0, reached == many ? "true" : "false",
           (unsigned long long)misplaced, publishing > 0 ? (double)publisher.answered / publishing : 0);
    return 0;
}
