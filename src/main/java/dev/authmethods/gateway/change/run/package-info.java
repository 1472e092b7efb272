/**
 * How changes are made. {@code ChangeEngine} checks the input and the caller, {@code ChangeRun} takes the idempotency key and finds
 * the user, {@code ChangeMaking} asks the rules, sends the write and settles the result; {@code BulkRun} makes many.
 */
@NullMarked
package dev.authmethods.gateway.change.run;

import org.jspecify.annotations.NullMarked;
