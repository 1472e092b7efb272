/** Makes the packaged gateway ready to start fast: extracts it, and lets the JDK learn from a run of it. */
@NullMarked
package dev.authmethods.training;

import org.jspecify.annotations.NullMarked;
