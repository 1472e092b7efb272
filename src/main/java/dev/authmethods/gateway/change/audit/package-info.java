/** The part of a change that the audit trail has: the steps that are written down, and the words for them. */
@NullMarked
package dev.authmethods.gateway.change.audit;

import org.jspecify.annotations.NullMarked;
