// Requests answered per second, with `depth` of them in flight on each of `connections`: at 1 x 1 it measures the
// latency of one call, at 1 x 64 what a call costs when system calls are shared, at 64 x 1 how well a server gathers
// the work of many callers. Every answer is looked at: one error and the run fails, for refusing is cheap.
//
//     load request socket=PATH template=FILE [connections=1] [depth=1] [warm=100] [duration=600] [count=0]
//
// Times are milliseconds. With `count` it sends exactly so many instead, within `duration` (then 30,000), and the
// time is until the last answer.
#define _GNU_SOURCE
#include <sys/epoll.h>

#include "histogram.h"
#include "load.h"
#include "template.h"

enum { input_size = 256 * 1024, ready_at_most = 256, drain_ms = 3000 };

struct connection {
    int descriptor;
    uint64_t *sent_at;  // ring of `depth` times: answers come in the order of requests
    uint64_t asked, answered;
    char *out;
    size_t out_length, out_sent;
    char *in;
    size_t in_length;
};

static struct template message;
static struct histogram latencies;
static uint64_t depth, asked, answered, answer_bytes, ask_at_most, measure_from, measure_until;
static int poller;

static void flush(struct connection *connection) {
    ssize_t written = write(connection->descriptor, connection->out + connection->out_sent,
                            connection->out_length - connection->out_sent);
    if (written < 0 && errno != EAGAIN) die("cannot send a request: %m");
    if (written > 0) connection->out_sent += (size_t)written;
    bool rest = connection->out_sent < connection->out_length;
    if (rest || written < 0) {
        struct epoll_event event = {.events = EPOLLIN | EPOLLOUT, .data.ptr = connection};
        epoll_ctl(poller, EPOLL_CTL_MOD, connection->descriptor, &event);
    }
}

/// Fills the connection up to `depth` requests in flight, in one write.
static void ask(struct connection *connection, uint64_t now) {
    if (connection->out_sent < connection->out_length) return;
    connection->out_length = connection->out_sent = 0;
    while (connection->asked - connection->answered < depth && asked < ask_at_most) {
        fill_template(&message, asked++, connection->out + connection->out_length);
        connection->out_length += message.length;
        connection->sent_at[connection->asked++ % depth] = now;
    }
    if (connection->out_length) flush(connection);
}

static void take_answer(struct connection *connection, const char *line, size_t length, uint64_t now) {
    if (memmem(line, length < 64 ? length : 64, "\"error\"", 7)) die("error answer: %.*s", (int)length, line);
    if (connection->answered == connection->asked) die("answer to nothing: %.*s", (int)length, line);
    uint64_t sent_at = connection->sent_at[connection->answered++ % depth];
    if (now < measure_from || now > measure_until) return;
    record(&latencies, now - sent_at);
    answered++;
    answer_bytes += length + 1;
}

static void receive(struct connection *connection) {
    ssize_t got = read(connection->descriptor, connection->in + connection->in_length,
                       input_size - connection->in_length);
    if (got < 0 && errno == EAGAIN) return;
    if (got < 0) die("cannot read an answer: %m");
    if (got == 0) die("the server closed a connection with %llu requests unanswered",
                      (unsigned long long)(connection->asked - connection->answered));
    uint64_t now = now_ns();
    char *at = connection->in, *stop = connection->in + connection->in_length + got, *newline;
    while (at < stop && (newline = memchr(at, '\n', (size_t)(stop - at)))) {
        take_answer(connection, at, (size_t)(newline - at), now);
        at = newline + 1;
    }
    connection->in_length = (size_t)(stop - at);
    if (connection->in_length == input_size) die("an answer is longer than %d bytes", input_size);
    if (connection->in_length && at > connection->in) memmove(connection->in, at, connection->in_length);
}

static void handle(struct connection *connection, uint32_t events) {
    if (events & EPOLLOUT) {
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
        epoll_ctl(poller, EPOLL_CTL_MOD, connection->descriptor, &event);
        flush(connection);
    }
    if (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) receive(connection);
}

static struct connection *open_connections(const char *path, size_t many) {
    struct connection *connections = allocate(many, sizeof *connections);
    for (size_t i = 0; i < many; i++) {
        struct connection *connection = &connections[i];
        connection->descriptor = connect_to(path);
        make_nonblocking(connection->descriptor);
        connection->sent_at = allocate(depth, sizeof *connection->sent_at);
        connection->out = allocate(depth, message.length);
        connection->in = allocate(1, input_size);
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
        if (epoll_ctl(poller, EPOLL_CTL_ADD, connection->descriptor, &event)) die("cannot watch a connection: %m");
    }
    return connections;
}

static uint64_t unanswered(const struct connection *connections, size_t many) {
    uint64_t sum = 0;
    for (size_t i = 0; i < many; i++) sum += connections[i].asked - connections[i].answered;
    return sum;
}

int measure_requests(int count, char **arguments) {
    message = read_template(option(count, arguments, "template", NULL));
    size_t many = strtoul(option(count, arguments, "connections", "1"), NULL, 10);
    depth = strtoul(option(count, arguments, "depth", "1"), NULL, 10);
    uint64_t exactly = strtoul(option(count, arguments, "count", "0"), NULL, 10);
    uint64_t warm = strtoul(option(count, arguments, "warm", exactly ? "0" : "100"), NULL, 10);
    uint64_t duration = strtoul(option(count, arguments, "duration", exactly ? "30000" : "600"), NULL, 10);
    if (!many || !depth || !duration) die("connections, depth and duration must be positive");
    poller = epoll_create1(EPOLL_CLOEXEC);
    struct connection *connections = open_connections(option(count, arguments, "socket", NULL), many);

    uint64_t start = now_ns(), now = start;
    ask_at_most = exactly ? exactly : UINT64_MAX;
    measure_from = start + warm * 1000000;
    measure_until = measure_from + duration * 1000000;
    for (size_t i = 0; i < many; i++) ask(&connections[i], start);
    bool asking = true;
    while (asking || unanswered(connections, many)) {
        struct epoll_event ready[ready_at_most];
        int events = epoll_wait(poller, ready, ready_at_most, 100);
        for (int i = 0; i < events; i++) {
            struct connection *connection = ready[i].data.ptr;
            handle(connection, ready[i].events);
            if (asking) ask(connection, now_ns());
        }
        now = now_ns();
        asking = asking && now < measure_until && asked < ask_at_most;
        if (now > measure_until + drain_ms * 1000000ull) die("%llu requests were never answered",
                                                          (unsigned long long)unanswered(connections, many));
    }
    double seconds = (double)(exactly ? now - start : duration * 1000000) / 1e9;
    printf("{\"requests\": %llu, \"seconds\": %.6f, \"perSecond\": %.1f, \"p50us\": %.1f, \"p99us\": %.1f, "
           "\"asked\": %llu, \"requestBytes\": %zu, \"answerBytes\": %.0f}\n",
           (unsigned long long)answered, seconds, (double)answered / seconds, percentile(&latencies, 0.5) / 1e3,
           percentile(&latencies, 0.99) / 1e3, (unsigned long long)asked, message.length,
           answered ? (double)answer_bytes / (double)answered : 0);
    return 0;
}
