/** Whether what mutations answer is true: many of them, under every fault, against what the sandbox really did. */
@NullMarked
package dev.authmethods.gateway.truth;

import org.jspecify.annotations.NullMarked;
