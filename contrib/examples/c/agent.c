/* The smallest complete agent's client: signs in, follows the stream, connects to what becomes ready, and goes on where
 * it was when the connection is lost. The C library only.
 *
 *   cc -o agent agent.c && ./agent [CURSOR]
 */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

/* ---- JSON, as much of it as is needed to read what the service sends, which is always well-formed ---- */

/* The end of the string that begins at `at`. */
static const char *string_end(const char *at)
{
    for (at++; *at && *at != '"'; at++)
        if (*at == '\\' && at[1]) at++;
    return *at ? at + 1 : at;
}

/* The end of the value that begins at `at`. */
static const char *value_end(const char *at)
{
    if (*at == '"') return string_end(at);
    if (*at != '{' && *at != '[') return at + strcspn(at, ",]}\n");
    int depth = 0;
    do {
        if (*at == '"') {
            at = string_end(at);
            continue;
        }
        depth += (*at == '{' || *at == '[') - (*at == '}' || *at == ']');
        at++;
    } while (*at && depth > 0);
    return at;
}

/* The value of a member of an object, or NULL. A path such as "error.data.reason" goes down. */
static const char *member(const char *object, const char *path)
{
    size_t length = strcspn(path, ".");
    if (!object || *object != '{') return NULL;
    for (const char *at = object + 1; *at == '"';) {
        const char *end = string_end(at);
        int is_it = (size_t)(end - at - 2) == length && !strncmp(at + 1, path, length);
        if (is_it) return path[length] ? member(end + 1, path + length + 1) : end + 1;
        at = value_end(end + 1);
        at += *at == ',';
    }
    return NULL;
}

static char *utf8(char *out, unsigned code)
{
    if (code < 0x80) {
        *out++ = (char)code;
    } else if (code < 0x800) {
        *out++ = (char)(0xc0 | code >> 6);
        *out++ = (char)(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        *out++ = (char)(0xe0 | code >> 12);
        *out++ = (char)(0x80 | (code >> 6 & 0x3f));
        *out++ = (char)(0x80 | (code & 0x3f));
    } else {
        *out++ = (char)(0xf0 | code >> 18);
        *out++ = (char)(0x80 | (code >> 12 & 0x3f));
        *out++ = (char)(0x80 | (code >> 6 & 0x3f));
        *out++ = (char)(0x80 | (code & 0x3f));
    }
    return out;
}

/* A copy of a value: the text of a string, anything else as it stands, "" of NULL. The caller frees it. */
static char *text(const char *value)
{
    size_t length = value ? (size_t)(value_end(value) - value) : 0;
    char *copy = calloc(1, length + 1), *out = copy;
    if (!copy) exit(2);
    if (!length || *value != '"') return memcpy(copy, value ? value : "", length);
    for (const char *at = value + 1; *at != '"'; at++) {
        unsigned code, low;
        if (*at != '\\') {
            *out++ = *at;
        } else if (*++at == 'u') {
            sscanf(at + 1, "%4x", &code);
            at += 4;
            if (code >= 0xd800 && code < 0xdc00 && sscanf(at + 1, "\\u%4x", &low) == 1) {
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                at += 6;
            }
            out = utf8(out, code);
        } else {
            const char *known = strchr("b\bf\fn\nr\rt\t", *at);
            *out++ = known && *at != '"' ? known[1] : *at;
        }
    }
    return copy;
}

static int is(const char *value, const char *expected)
{
    char *copy = text(value);
    int same = !strcmp(copy, expected);
    free(copy);
    return same;
}

/* ---- The client ---- */

static char *cursor; /* The last one that was dealt with: where to go on. */

static int open_socket(void)
{
    const char *named = getenv("SESSION_REQUEST_SOCKET"), *runtime = getenv("XDG_RUNTIME_DIR");
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char own[sizeof address.sun_path];
    snprintf(own, sizeof own, "%s/session-requestd/agent.sock", runtime ? runtime : "");
    const char *path = named && *named           ? named
                       : !access(own, F_OK) ? own
                                                 : "/run/session-requestd/agent.sock";
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
    if (fd >= 0 && !connect(fd, (struct sockaddr *)&address, sizeof address)) return fd;
    if (fd >= 0) close(fd);
    return -1;
}

/* The id says what was asked, and comes back with the answer. */
static void ask(int fd, const char *id, const char *method, const char *params)
{
    dprintf(fd, "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"%s\",\"params\":%s}\n", id, method, params);
}

static void subscribe(int fd)
{
    char params[256];
    snprintf(params, sizeof params, "{\"since\":\"%s\"}", cursor);
    ask(fd, "subscribe", "events.subscribe", params);
}

static void move_cursor(const char *value)
{
    free(cursor);
    cursor = text(value);
}

static void answered(int fd, const char *id, const char *message)
{
    const char *error = member(message, "error"), *result = member(message, "result");
    char *told = text(member(error, "message")), *reason = text(member(error, "data.reason"));
    if (!strncmp(id, "connect ", 8) && !error) {
        printf("connected %s:", id + 8);
        for (const char *word = member(result, "launch.argv") + 1; *word == '"'; word += *word == ',') {
            char *argument = text(word);
            printf(" %s", argument);
            free(argument);
            word = value_end(word);
        }
        printf("\n");
    } else if (!strcmp(reason, "already_connected") || !strcmp(reason, "already_claimed")) {
        printf("%s: somebody else was faster\n", id);
    } else if (!strcmp(id, "subscribe") && !strcmp(reason, "cursor_expired")) {
        printf("events are gone since %s; going on from now\n", cursor);
        free(cursor);
        cursor = strdup("now");
        subscribe(fd);
    } else if (error) {
        printf("%s: %s [%s]\n", id, told, reason);
    } else if (!strcmp(id, "subscribe")) {
        move_cursor(member(result, "cursor"));
        printf("following from %s\n", cursor);
    }
    free(told);
    free(reason);
}

static void notified(int fd, const char *method, const char *params)
{
    if (is(method, "events.event")) {
        char *type = text(member(params, "type")), *id = text(member(params, "sessionRequest.id"));
        move_cursor(member(params, "cursor"));
        printf("%s %s %s\n", cursor, type, id);
        if (!strcmp(type, "sessionRequest.granted")) {
            char name[64], wanted[96];
            snprintf(name, sizeof name, "connect %s", id);
            /* With a lease it is connected as long as this connection lives, and no longer. */
            snprintf(wanted, sizeof wanted, "{\"id\":%s,\"lease\":true}", id);
            ask(fd, name, "sessionRequest.connect", wanted);
        }
        free(type);
        free(id);
    } else if (is(method, "events.sync")) {
        move_cursor(member(params, "cursor"));
    }
}

/* Serves one connection until it is lost. */
static void serve(int fd)
{
    FILE *lines = fdopen(fd, "r");
    char *line = NULL;
    size_t size = 0;
    ask(fd, "sign in", "client.signIn", "{\"name\":\"example-c\",\"version\":\"1.0.0\"}");
    subscribe(fd);
    while (getline(&line, &size, lines) > 0) {
        const char *method = member(line, "method");
        if (method) {
            notified(fd, method, member(line, "params"));
        } else {
            char *id = text(member(line, "id"));
            answered(fd, id, line);
            free(id);
        }
        fflush(stdout);
    }
    free(line);
    fclose(lines);
}

int main(int count, char **arguments)
{
    cursor = strdup(count > 1 ? arguments[1] : "now");
    signal(SIGPIPE, SIG_IGN);
    srandom((unsigned)(time(NULL) ^ getpid()));
    for (long wait = 100, reached = 0;;) {
        int fd = open_socket();
        if (fd >= 0) {
            serve(fd);
            wait = 100, reached = 1;
        } else if (!reached) {
            fprintf(stderr, "cannot reach the service: is session-requestd.socket enabled, and may you open it?\n");
            return 2;
        }
        /* Longer each time, and by chance, so that many clients do not come back at once. */
        usleep((useconds_t)(wait / 2 + random() % (wait / 2)) * 1000);
        if (wait < 30000) wait *= 2;
    }
}
