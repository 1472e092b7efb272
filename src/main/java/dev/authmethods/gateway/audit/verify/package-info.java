/** Verifies files of the audit trail. */
@NullMarked
package dev.authmethods.gateway.audit.verify;

import org.jspecify.annotations.NullMarked;
