// The modes of the load generator; each is one file, prints one line of JSON and answers the exit status.
#pragma once

int measure_requests(int count, char **arguments);
int measure_deliveries(int count, char **arguments);
int stall_subscribers(int count, char **arguments);
int measure_cold_start(int count, char **arguments);
