// Socket activation as the first caller feels it. This program is both: it holds a listening socket, connects to it
// and sends a request; seeing the connection it starts the daemon as systemd would (descriptor 3, LISTEN_FDS,
// LISTEN_FDNAMES, LISTEN_PID) and waits for the answer. The time is from before connect to the whole answer: fork,
// exec, start-up, opening the store, and the call. Then it ends that daemon, by SIGTERM and its pid, and does it again.
//
//     load cold socket=PATH template=FILE [rounds=15] -- DAEMON ARGUMENT...
#define _GNU_SOURCE
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "load.h"
#include "template.h"

enum { answer_size = 64 * 1024, answer_ms = 5000, exit_ms = 5000, rounds_at_most = 100 };

static pid_t activate(int listener, char **command) {
    pid_t pid = fork();
    if (pid < 0) die("cannot fork: %m");
    if (pid > 0) return pid;
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // a measurement that ends early leaves nothing behind
    if (listener != 3) dup2(listener, 3);
    fcntl(3, F_SETFD, 0);
    char text[16];
    snprintf(text, sizeof text, "%d", (int)getpid());
    setenv("LISTEN_PID", text, 1);
    setenv("LISTEN_FDS", "1", 1);
    setenv("LISTEN_FDNAMES", "agent", 1);
    execv(command[0], command);
    _exit(127);
}

/// Reads one line; a daemon that stays silent, dies or refuses ends the measurement.
static void await_answer(int descriptor) {
    static char answer[answer_size];
    size_t length = 0;
    while (!length || answer[length - 1] != '\n') {
        struct pollfd one = {.fd = descriptor, .events = POLLIN};
        if (poll(&one, 1, answer_ms) <= 0) die("no answer within %d ms", answer_ms);
        ssize_t got = read(descriptor, answer + length, sizeof answer - length);
        if (got <= 0) die("the connection ended before the first answer");
        length += (size_t)got;
    }
    if (memmem(answer, length < 64 ? length : 64, "\"error\"", 7)) die("error answer: %.*s", (int)length, answer);
}

/// Ends the daemon; answers whether it had to be killed.
static bool stop_daemon(pid_t pid) {
    kill(pid, SIGTERM);
    uint64_t patience = now_ns() + exit_ms * 1000000ull;
    while (now_ns() < patience) {
        if (waitpid(pid, NULL, WNOHANG) == pid) return false;
        poll(NULL, 0, 2);
    }
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    return true;
}

static int by_value(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

int measure_cold_start(int count, char **arguments) {
    const char *path = option(count, arguments, "socket", NULL);
    struct template line = read_template(option(count, arguments, "template", NULL));
    size_t rounds = strtoul(option(count, arguments, "rounds", "15"), NULL, 10);
    char **command = NULL;
    for (int i = 1; i < count - 1 && !command; i++)
        if (!strcmp(arguments[i], "--")) command = arguments + i + 1;
    if (!command || !rounds || rounds > rounds_at_most) die("no command, or rounds not in 1 to %d", rounds_at_most);

    double milliseconds[rounds_at_most];
    int killed = 0;
    char *request = allocate(1, line.length);
    fill_template(&line, 0, request);
    for (size_t round = 0; round < rounds; round++) {
        int listener = listen_at(path);
        uint64_t start = now_ns();
        int client = connect_to(path);
        write_whole(client, request, line.length);
        struct pollfd caller = {.fd = listener, .events = POLLIN};
        poll(&caller, 1, answer_ms);
        pid_t pid = activate(listener, command);
        close(listener);
        await_answer(client);
        milliseconds[round] = (double)(now_ns() - start) / 1e6;
        close(client);
        killed += stop_daemon(pid);
    }
    qsort(milliseconds, rounds, sizeof *milliseconds, by_value);
    printf("{\"rounds\": %zu, \"minMs\": %.3f, \"medianMs\": %.3f, \"maxMs\": %.3f, \"killed\": %d}\n", rounds,
           milliseconds[0], milliseconds[rounds / 2], milliseconds[rounds - 1], killed);
    return 0;
}
