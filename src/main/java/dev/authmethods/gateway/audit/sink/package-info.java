/** Where the lines of the audit trail go. */
@NullMarked
package dev.authmethods.gateway.audit.sink;

import org.jspecify.annotations.NullMarked;
