// The ceiling for durable creates: C and SQLite and nothing else. Every line it gets is one create, whatever it says:
// one record of 200 bytes under a unique index and one event, in WAL mode with synchronous=FULL. All lines that are
// there when it looks are committed together, each in a savepoint of its own, with one fsync; answers follow it. It
// parses nothing, so what a daemon loses against this is everything but the disk.
//
//     limit socket=PATH database=FILE
#define _GNU_SOURCE
#include <sqlite3.h>
#include <sys/epoll.h>

#include "wire.h"

enum { buffer_size = 64 * 1024, ready_at_most = 1024, payload_size = 200 };

static const char schema[] =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    "CREATE TABLE record (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, payload BLOB NOT NULL);"
    "CREATE TABLE event (seq INTEGER PRIMARY KEY, record INTEGER NOT NULL, type TEXT NOT NULL);";

static sqlite3 *database;
static sqlite3_stmt *begin, *commit, *savepoint, *release, *insert_record, *insert_event;

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL))
        die("cannot prepare %s: %s", sql, sqlite3_errmsg(database));
    return statement;
}

static void run(sqlite3_stmt *statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) die("cannot write: %s", sqlite3_errmsg(database));
    sqlite3_reset(statement);
}

/// Refuses to measure anything weaker than what it claims.
static void expect_setting(const char *pragma, const char *expected) {
    sqlite3_stmt *statement = prepare(pragma);
    if (sqlite3_step(statement) != SQLITE_ROW || strcmp((const char *)sqlite3_column_text(statement, 0), expected))
        die("%s is not %s", pragma, expected);
    sqlite3_finalize(statement);
}

static void open_database(const char *path) {
    if (sqlite3_open(path, &database) || sqlite3_exec(database, schema, NULL, NULL, NULL))
        die("cannot make %s: %s", path, sqlite3_errmsg(database));
    expect_setting("PRAGMA journal_mode", "wal");
    expect_setting("PRAGMA synchronous", "2");
    begin = prepare("BEGIN IMMEDIATE");
    commit = prepare("COMMIT");
    savepoint = prepare("SAVEPOINT one");
    release = prepare("RELEASE one");
    insert_record = prepare("INSERT INTO record (key, payload) VALUES (?1, ?2)");
    insert_event = prepare("INSERT INTO event (record, type) VALUES (?1, 'created')");
}

static void create(void) {
    static uint64_t made;
    static char payload[payload_size];
    char key[32];
    int length = snprintf(key, sizeof key, "record-%llu", (unsigned long long)++made);
    memset(payload, 'a' + (int)(made % 26), sizeof payload);
    run(savepoint);
    sqlite3_bind_text(insert_record, 1, key, length, SQLITE_STATIC);
    sqlite3_bind_blob(insert_record, 2, payload, sizeof payload, SQLITE_STATIC);
    run(insert_record);
    sqlite3_bind_int64(insert_event, 1, sqlite3_last_insert_rowid(database));
    run(insert_event);
    run(release);
}

/// Reads what a connection has and counts the creates in it; -1 at its end.
static int creates_from(int descriptor) {
    static char buffer[buffer_size];
    ssize_t got = read(descriptor, buffer, sizeof buffer);
    if (got < 0 && errno == EAGAIN) return 0;
    if (got <= 0) return -1;
    int lines = 0;
    for (char *at = buffer; (at = memchr(at, '\n', (size_t)(buffer + got - at))); at++) lines++;
    return lines;
}

static void answer(int descriptor, int creates) {
    static const char done[] = "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{}}\n";
    for (int i = 0; i < creates; i++)
        if (send(descriptor, done, sizeof done - 1, MSG_NOSIGNAL) < 0) return;  // gone, or never reads: not our matter
}

static void watch(int poller, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
    if (epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event)) die("cannot watch a connection: %m");
}

int main(int count, char **arguments) {
    raise_descriptor_limit();
    open_database(option(count, arguments, "database", NULL));
    int listener = listen_at(option(count, arguments, "socket", NULL));
    int poller = epoll_create1(EPOLL_CLOEXEC);
    watch(poller, listener);
    for (;;) {
        struct epoll_event ready[ready_at_most];
        int creates[ready_at_most];
        int many = epoll_wait(poller, ready, ready_at_most, -1);
        bool open = false;
        for (int i = 0; i < many; i++) {
            int descriptor = ready[i].data.fd;
            creates[i] = 0;
            if (descriptor == listener) {
                int accepted = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
                if (accepted >= 0) watch(poller, accepted);
                continue;
            }
            creates[i] = creates_from(descriptor);
            if (creates[i] < 0) close(descriptor);
            if (creates[i] > 0 && !open) {
                run(begin);
                open = true;
            }
            for (int n = 0; n < creates[i]; n++) create();
        }
        if (open) run(commit);
        for (int i = 0; i < many; i++) answer(ready[i].data.fd, creates[i]);
    }
}
