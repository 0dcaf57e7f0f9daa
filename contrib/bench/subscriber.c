// See subscriber.h. At millions of events a second the reader must not be what is measured: where the method and the
// cursor stand in a line is learned from the first event and only compared in the next.
#define _GNU_SOURCE
#include "subscriber.h"

enum { scratch_size = 256 * 1024, head_size = 96 };

static const char event_name[] = "events.event\"", cursor_name[] = "\"cursor\":\"";
static size_t method_at, cursor_at;  // learned offsets
static char scratch[scratch_size];   // shared: one read at a time

/// Where `needle` stands in a line: at the place it had before, or wherever it is found; SIZE_MAX when it is not.
static size_t find(const char *line, size_t length, const char *needle, size_t needle_length, size_t *learned) {
    if (*learned && *learned + needle_length <= length && !memcmp(line + *learned, needle, needle_length))
        return *learned;
    const char *found = memmem(line, length, needle, needle_length);
    if (!found) return SIZE_MAX;
    return *learned = (size_t)(found - line);
}

static uint64_t sequence_of(const char *line, size_t length) {
    size_t at = find(line, length, cursor_name, sizeof cursor_name - 1, &cursor_at);
    if (at == SIZE_MAX) die("an event without a cursor: %.*s", (int)length, line);
    uint64_t number = 0;
    for (at += sizeof cursor_name - 1; at < length && line[at] != '"'; at++)
        number = line[at] == '.' ? 0 : number * 10 + (uint64_t)(line[at] - '0');
    return number;
}

static void take_event(struct subscriber *subscriber, const char *line, size_t length) {
    uint64_t sequence = sequence_of(line, length);
    if (!subscriber->events) subscriber->first = sequence;
    else if (sequence != subscriber->last + 1) subscriber->misplaced++;
    subscriber->last = sequence;
    subscriber->events++;
    subscriber->bytes += length + 1;
}

static void take_line(struct subscriber *subscriber, const char *line, size_t length) {
    size_t head = length < head_size ? length : head_size;
    if (find(line, head, event_name, sizeof event_name - 1, &method_at) != SIZE_MAX)
        return take_event(subscriber, line, length);
    if (memmem(line, head, "events.sync\"", 12)) return;
    if (memmem(line, head, "events.closed\"", 14)) {
        subscriber->closed = true;
    } else if (memmem(line, head, "\"error\"", 7)) {
        die("error answer: %.*s", (int)length, line);
    } else {
        subscriber->answered = true;
    }
}

static void keep_rest(struct subscriber *subscriber, const char *bytes, size_t length) {
    if (length > subscriber->rest_capacity) {
        subscriber->rest_capacity = length * 2;
        subscriber->rest = realloc(subscriber->rest, subscriber->rest_capacity);
        if (!subscriber->rest) die("cannot keep %zu bytes", length);
    }
    memcpy(subscriber->rest, bytes, length);
    subscriber->rest_length = length;
}

void subscribe(struct subscriber *subscriber, const char *path, const char *line, size_t length) {
    subscriber->descriptor = connect_to(path);
    write_whole(subscriber->descriptor, line, length);
    make_nonblocking(subscriber->descriptor);
}

bool receive_events(struct subscriber *subscriber) {
    size_t kept = subscriber->rest_length;
    if (kept > scratch_size / 2) die("a line is longer than %d bytes", scratch_size / 2);
    ssize_t got = read(subscriber->descriptor, scratch + kept, scratch_size - kept);
    if (got < 0 && errno == EAGAIN) return false;
    if (got <= 0) {
        subscriber->closed = true;
        return false;
    }
    memcpy(scratch, subscriber->rest, kept);
    char *at = scratch, *stop = scratch + kept + got, *newline;
    while (at < stop && (newline = memchr(at, '\n', (size_t)(stop - at)))) {
        take_line(subscriber, at, (size_t)(newline - at));
        at = newline + 1;
    }
    keep_rest(subscriber, at, (size_t)(stop - at));
    return true;
}
