package dev.authmethods.bench;

import java.time.Duration;
import java.util.OptionalLong;

/** How long a gateway took until it answered, and how much memory it had then. */
record Start(Duration took, OptionalLong memory) {}
