/** Lines that are chained by their hashes. */
@NullMarked
package dev.authmethods.gateway.audit.chain;

import org.jspecify.annotations.NullMarked;
