// A message with a hole for a number: a line from a file in which a run of ten `@` stands for a ten-digit counter.
// All messages made from it have the same length, so that nothing is formatted while the clock runs.
#pragma once

#include "wire.h"

enum { template_digits = 10 };

struct template {
    char *text;     // ends with a newline
    size_t length;  // with the newline
    size_t hole;    // offset of the counter, or `length` when there is none
};

static inline struct template read_template(const char *path) {
    struct template made = {.text = allocate(1, 1 << 20)};
    FILE *file = fopen(path, "re");
    if (!file) die("cannot open %s: %m", path);
    made.length = fread(made.text, 1, (1 << 20) - 2, file);
    fclose(file);
    while (made.length && made.text[made.length - 1] == '\n') made.length--;
    if (!made.length) die("cannot use %s: it is empty", path);
    made.text[made.length++] = '\n';
    char *hole = memmem(made.text, made.length, "@@@@@@@@@@", template_digits);
    made.hole = hole ? (size_t)(hole - made.text) : made.length;
    return made;
}

/// Writes the message with `counter` (below nine billion) in its hole to `out`, which has room for `length` bytes.
static inline void fill_template(const struct template *from, uint64_t counter, char *out) {
    memcpy(out, from->text, from->length);
    if (from->hole == from->length) return;
    counter += 1000000000u;  // no leading zero: a JSON number may not have one
    for (int digit = template_digits - 1; digit >= 0; digit--, counter /= 10)
        out[from->hole + (size_t)digit] = (char)('0' + counter % 10);
}
