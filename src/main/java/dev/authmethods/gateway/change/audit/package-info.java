/** What the audit trail has of a change: which of its steps are written down, and with which words. */
@NullMarked
package dev.authmethods.gateway.change.audit;

import org.jspecify.annotations.NullMarked;
