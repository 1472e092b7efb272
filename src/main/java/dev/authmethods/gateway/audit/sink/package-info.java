/** The places that the lines of the audit trail go to. */
@NullMarked
package dev.authmethods.gateway.audit.sink;

import org.jspecify.annotations.NullMarked;
