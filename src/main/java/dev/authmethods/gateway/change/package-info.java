/**
 * The engine of every mutation. A feature declares a {@link dev.authmethods.gateway.change.Change}: its rules, its one
 * write, and how to see that it was made. {@link dev.authmethods.gateway.change.Changes} makes it: takes the
 * idempotency key, finds the user, checks the rules, sends the write once, and finds out whether it was made.
 *
 * <p>Reading guide: {@code Operation} and {@code Change} (what a mutation declares), {@code EntraMethods} (what a kind of method
 * declares), {@code run.ChangeRun} and {@code run.ChangeMaking} (the order of steps), {@code outcome.VerifiedWrite}.
 */
@NullMarked
package dev.authmethods.gateway.change;

import org.jspecify.annotations.NullMarked;
