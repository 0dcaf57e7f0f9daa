// The ceiling for events: a C server that keeps its log in memory, as ready lines, and writes to each subscriber as
// much of it as the socket takes, many lines in one write. A line that holds "events.subscribe" subscribes its
// connection (from the first event when it says "earliest", else from the next); any other line appends one event and
// is answered. Its events are lines as long as the daemon's own. Nothing is durable and nothing is parsed.
//
//     fanout socket=PATH template=FILE events=COUNT
#define _GNU_SOURCE
#include <sys/epoll.h>
#include <sys/mman.h>

#include "template.h"

enum { buffer_size = 64 * 1024, ready_at_most = 1024, write_at_most = 256 * 1024, connections_at_most = 65536 };

static const size_t log_capacity = (size_t)4 << 30;  // reserved address space; only what is written takes memory

struct connection {
    bool subscribed, full;  // full: the socket took no more, EPOLLOUT will tell
    size_t position;        // offset in the log of the next byte to send
};

static struct template line;
static char *event_log;
static size_t log_length;
static uint64_t events;
static struct connection connections[connections_at_most];
static int highest, poller;

static void append_event(void) {
    if (log_length + line.length > log_capacity) die("the log is full");
    fill_template(&line, ++events, event_log + log_length);
    log_length += line.length;
}

static void end(int descriptor) {
    connections[descriptor] = (struct connection){0};
    close(descriptor);
}

static void watch(int descriptor, uint32_t interest) {
    struct epoll_event event = {.events = interest, .data.fd = descriptor};
    if (epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event)) die("cannot watch a connection: %m");
}

static void handle(int descriptor, const char *text, size_t length) {
    static const char answer[] = "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{}}\n";
    struct connection *connection = &connections[descriptor];
    if (memmem(text, length, "events.subscribe", 16)) {
        connection->subscribed = true;
        connection->position = memmem(text, length, "\"earliest\"", 10) ? 0 : log_length;
    } else {
        append_event();
    }
    if (send(descriptor, answer, sizeof answer - 1, MSG_NOSIGNAL) < 0) die("cannot answer: %m");
}

/// Reads until nothing is left, as an edge-triggered poller asks. Each newline is one request: of a publish that two
/// reads share, the second half counts; a subscription comes alone and whole.
static void receive(int descriptor) {
    static char buffer[buffer_size];
    ssize_t got;
    while ((got = read(descriptor, buffer, sizeof buffer)) > 0) {
        char *at = buffer, *stop = buffer + got, *newline;
        for (; at < stop && (newline = memchr(at, '\n', (size_t)(stop - at))); at = newline + 1)
            handle(descriptor, at, (size_t)(newline - at));
    }
    if (got == 0 || errno != EAGAIN) end(descriptor);
}

/// Gives each subscriber one large write; true while somebody could take more at once.
static bool deliver(void) {
    bool more = false;
    for (int descriptor = 0; descriptor <= highest; descriptor++) {
        struct connection *connection = &connections[descriptor];
        if (!connection->subscribed || connection->full || connection->position == log_length) continue;
        size_t length = log_length - connection->position;
        if (length > write_at_most) length = write_at_most;
        ssize_t written = send(descriptor, event_log + connection->position, length, MSG_NOSIGNAL);
        if (written < 0 && errno != EAGAIN) {
            end(descriptor);
            continue;
        }
        if (written > 0) connection->position += (size_t)written;
        if (written < (ssize_t)length) connection->full = true;
        else more |= connection->position < log_length;
    }
    return more;
}

int main(int count, char **arguments) {
    raise_descriptor_limit();
    line = read_template(option(count, arguments, "template", NULL));
    event_log = mmap(NULL, log_capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (event_log == MAP_FAILED) die("cannot reserve the log: %m");
    for (long i = atol(option(count, arguments, "events", "0")); i > 0; i--) append_event();
    int listener = listen_at(option(count, arguments, "socket", NULL));
    poller = epoll_create1(EPOLL_CLOEXEC);
    watch(listener, EPOLLIN);
    for (bool more = false;;) {
        struct epoll_event ready[ready_at_most];
        int many = epoll_wait(poller, ready, ready_at_most, more ? 0 : -1);
        for (int i = 0; i < many; i++) {
            int descriptor = ready[i].data.fd;
            if (descriptor == listener) {
                int accepted = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
                if (accepted < 0) continue;
                if (accepted >= connections_at_most) die("too many connections");
                if (accepted > highest) highest = accepted;
                watch(accepted, EPOLLIN | EPOLLOUT | EPOLLET);
                continue;
            }
            if (ready[i].events & EPOLLOUT) connections[descriptor].full = false;
            if (ready[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) receive(descriptor);
        }
        more = deliver();
    }
}
