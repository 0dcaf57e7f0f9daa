#include <stddef.h>

// Set by the linker; only their addresses mean something. See end(3).
extern char edata, end;

/// Where the data begin that a program starts with as zeros.
static inline void *program_zeros(void) { return &edata; }

/// How many bytes of them there are.
static inline size_t program_zeros_size(void) { return (size_t)(&end - &edata); }
