package dev.authmethods.bench;

/** What one round cost the gateway: microseconds of CPU and calls of Microsoft Graph for each request. */
record CpuCost(double micros, double calls, Tally.Errors errors) {}
