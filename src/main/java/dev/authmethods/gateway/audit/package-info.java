/**
 * The audit trail: a line of JSON for each write before it is sent, one for its outcome, and one for each refusal of access. Each
 * line has the hash of the line before, so that {@code verify-audit} finds a line that was changed, dropped, moved or added.
 */
@NullMarked
package dev.authmethods.gateway.audit;

import org.jspecify.annotations.NullMarked;
