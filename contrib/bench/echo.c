// The ceiling for request and response: a plain epoll server on a Unix stream socket that sends back every byte it
// gets, without looking at it. What a daemon loses against this is the price of parsing, routing and answering, since
// the system calls, the kernel's socket and the load generator are the same for both.
//
//     echo socket=PATH
#define _GNU_SOURCE
#include <sys/epoll.h>

#include "wire.h"

enum { buffer_size = 256 * 1024, ready_at_most = 256 };

struct connection {
    int descriptor;
    size_t pending, sent;  // bytes in `held` that the peer's socket did not take yet
    char *held;
};

static int poller;

static void watch(struct connection *connection, int operation, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = connection};
    if (epoll_ctl(poller, operation, connection->descriptor, &event)) die("cannot watch a connection: %m");
}

static void end(struct connection *connection) {
    close(connection->descriptor);
    free(connection->held);
    free(connection);
}

/// Keeps what could not be sent and reads no more until it is.
static void hold(struct connection *connection, const char *bytes, size_t length) {
    connection->held = allocate(1, length);
    memcpy(connection->held, bytes, length);
    connection->pending = length;
    connection->sent = 0;
    watch(connection, EPOLL_CTL_MOD, EPOLLOUT);
}

static void flush(struct connection *connection) {
    ssize_t written = send(connection->descriptor, connection->held + connection->sent,
                           connection->pending - connection->sent, MSG_NOSIGNAL);
    if (written < 0) {
        if (errno != EAGAIN) end(connection);
        return;
    }
    connection->sent += (size_t)written;
    if (connection->sent < connection->pending) return;
    free(connection->held);
    connection->held = NULL;
    connection->pending = 0;
    watch(connection, EPOLL_CTL_MOD, EPOLLIN);
}

static void answer(struct connection *connection) {
    static char buffer[buffer_size];
    ssize_t got = read(connection->descriptor, buffer, sizeof buffer);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) return end(connection);
    ssize_t written = send(connection->descriptor, buffer, (size_t)got, MSG_NOSIGNAL);
    if (written < 0 && errno != EAGAIN) return end(connection);
    size_t taken = written < 0 ? 0 : (size_t)written;
    if (taken < (size_t)got) hold(connection, buffer + taken, (size_t)got - taken);
}

int main(int count, char **arguments) {
    raise_descriptor_limit();
    int listener = listen_at(option(count, arguments, "socket", NULL));
    poller = epoll_create1(EPOLL_CLOEXEC);
    struct connection entrance = {.descriptor = listener};
    watch(&entrance, EPOLL_CTL_ADD, EPOLLIN);
    for (;;) {
        struct epoll_event ready[ready_at_most];
        int many = epoll_wait(poller, ready, ready_at_most, -1);
        for (int i = 0; i < many; i++) {
            struct connection *connection = ready[i].data.ptr;
            if (connection == &entrance) {
                int descriptor = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
                if (descriptor < 0) continue;
                connection = allocate(1, sizeof *connection);
                connection->descriptor = descriptor;
                watch(connection, EPOLL_CTL_ADD, EPOLLIN);
            } else if (connection->pending) {
                flush(connection);
            } else {
                answer(connection);
            }
        }
    }
}
