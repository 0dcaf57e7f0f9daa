// Keeps a core from going to sleep between two messages, at the lowest priority there is: it gives way to everything.
// In a virtual machine that does not poll when idle, waking a sleeping core costs 10 to 50 microseconds each way, ten
// times the work of answering a ping; then every server looks alike and the benchmark compares hypervisors. It is only
// for messages that go back and forth at once: what waits for the disk may be woken a timer tick late beside it.
//
//     awake seconds=N        ends after that, or with the process that started it
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>

#include "wire.h"

int main(int count, char **arguments) {
    struct sched_param none = {0};
    alarm((unsigned)atoi(option(count, arguments, "seconds", "300")));
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (sched_setscheduler(0, SCHED_IDLE, &none)) die("cannot become idle work: %m");
    for (;;)
        for (volatile int turns = 0; turns < 1000;) turns = turns + 1;
}
