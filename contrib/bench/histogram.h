// Latencies by the million in 32 KiB: 64 steps for each power of two, so that a percentile is at most 1.6 % off.
#pragma once

#include "wire.h"

enum { histogram_steps = 64, histogram_buckets = 60 * histogram_steps };

struct histogram {
    uint64_t total;
    uint64_t counts[histogram_buckets];
};

static inline void record(struct histogram *histogram, uint64_t nanoseconds) {
    size_t bucket = nanoseconds;
    if (nanoseconds >= histogram_steps) {
        int power = 63 - __builtin_clzll(nanoseconds);  // 6 or more
        bucket = (size_t)(power - 5) * histogram_steps + ((nanoseconds >> (power - 6)) - histogram_steps);
    }
    histogram->counts[bucket < histogram_buckets ? bucket : histogram_buckets - 1]++;
    histogram->total++;
}

/// The nanoseconds that a share (0...1) of what was recorded did not exceed.
static inline double percentile(const struct histogram *histogram, double share) {
    uint64_t wanted = (uint64_t)((double)histogram->total * share), seen = 0;
    for (size_t bucket = 0; bucket < histogram_buckets; bucket++) {
        seen += histogram->counts[bucket];
        if (seen <= wanted) continue;
        if (bucket < histogram_steps) return (double)bucket;
        size_t power = bucket / histogram_steps + 5, step = bucket % histogram_steps;
        return (double)((histogram_steps + step) << (power - 6));
    }
    return 0;
}
