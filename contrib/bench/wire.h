// What every program of the benchmark needs of the system: the clock, Unix stream sockets, a way to give up, and
// `name=value` arguments. Everything here is small enough to be compiled into each program.
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

/// Prints one line on stderr and ends the program with status 1.
__attribute__((noreturn, format(printf, 1, 2))) static inline void die(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

/// Monotonic nanoseconds.
static inline uint64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

/// The value of `name=value` among the arguments, or `otherwise`; without an `otherwise` it must be there.
static inline const char *option(int count, char **arguments, const char *name, const char *otherwise) {
    size_t length = strlen(name);
    for (int i = 1; i < count; i++)
        if (!strncmp(arguments[i], name, length) && arguments[i][length] == '=') return arguments[i] + length + 1;
    if (!otherwise) die("missing argument %s=", name);
    return otherwise;
}

/// Memory that is there, zeroed.
static inline void *allocate(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory) die("cannot allocate %zu x %zu bytes", count, size);
    return memory;
}

static inline void make_nonblocking(int descriptor) {
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0 || fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) < 0) die("cannot set O_NONBLOCK: %m");
}

/// A thousand connections need more than the usual 1,024 descriptors.
static inline void raise_descriptor_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit)) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

static inline struct sockaddr_un address_of(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path) die("cannot use %s: a socket's path is at most 107 bytes", path);
    strcpy(address.sun_path, path);
    return address;
}

/// A listening socket at `path`, in place of whatever was there.
static inline int listen_at(const char *path) {
    struct sockaddr_un address = address_of(path);
    unlink(path);
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0 || bind(descriptor, (struct sockaddr *)&address, sizeof address) || listen(descriptor, 4096))
        die("cannot listen at %s: %m", path);
    return descriptor;
}

/// A blocking connection to `path`; a server that accepts nobody for five seconds is an error, not a hang.
static inline int connect_to(const char *path) {
    struct sockaddr_un address = address_of(path);
    struct timeval patience = {.tv_sec = 5};
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0 || setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience) ||
        connect(descriptor, (struct sockaddr *)&address, sizeof address))
        die("cannot connect to %s: %m", path);
    return descriptor;
}

/// Writes all of a short message to a socket whose buffer has room for it.
static inline void write_whole(int descriptor, const char *bytes, size_t length) {
    ssize_t written = write(descriptor, bytes, length);
    if (written != (ssize_t)length) die("cannot send a message of %zu bytes: %m", length);
}
