#define SD_JOURNAL_SUPPRESS_LOCATION
#include <dlfcn.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>

#define SYSTEMD_FUNCTIONS(ONE)    \
    ONE(sd_is_socket_inet)        \
    ONE(sd_is_socket_unix)        \
    ONE(sd_journal_sendv)         \
    ONE(sd_listen_fds_with_names) \
    ONE(sd_notify)                \
    ONE(sd_watchdog_enabled)

/// What is used of libsystemd, by the types of its own headers; null where it lacks a function, or is not there at all.
struct systemd_functions {
#define ONE(function) __typeof__(function) *function;
    SYSTEMD_FUNCTIONS(ONE)
#undef ONE
} __attribute__((swift_attr("@Sendable")));

/// Loads libsystemd for good. See dlopen(3).
static inline struct systemd_functions load_systemd_functions(void) {
    struct systemd_functions functions = {0};
    void *library = dlopen("libsystemd.so.0", RTLD_LAZY | RTLD_LOCAL);
    if (!library) return functions;
#define ONE(function) functions.function = (__typeof__(function) *)dlsym(library, #function);
    SYSTEMD_FUNCTIONS(ONE)
#undef ONE
    return functions;
}
