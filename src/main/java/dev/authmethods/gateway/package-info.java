/**
 * A GraphQL gateway over the authentication methods of Microsoft Entra users. How to read it:
 *
 * <p>A <b>feature</b> ({@code user}, {@code phone}) holds all there is to one part of the schema: a controller that takes the
 * input and the caller and returns a payload, a plural noun that does the work, rules that are pure functions, and an
 * {@code Entra…} class that speaks to Microsoft Graph. Features know each other not at all.
 *
 * <p>Shared packages:
 *
 * <ul>
 *   <li>{@code method}: the vocabulary. Users, methods, ids.
 *   <li>{@code error}: everything expected that can go wrong, one record an error type of the schema.
 *   <li>{@code entra}: Microsoft's edge. Clouds, credentials, two kinds of clients, batches, failures.
 * <li>{@code outcome}: whether a write was made, if its answer is lost or unclear too.
 * <li>{@code idempotency}: records of mutations that clients may repeat, in memory or in Redis.
 *   <li>{@code access}: who is calling, by a checked access token.
 *   <li>{@code lookup}: batched reads for controllers. The gateway begins all reads of a query in one wave.
 *   <li>{@code settings}: settings that cannot be used, which end the start.
 *   <li>{@code api}: GraphQL and HTTP. Constraints of the schema, texts, failures, the playground.
 * </ul>
 *
 * <p>Follow one call: {@code schema/phone.graphqls}, then {@code PhoneController}, {@code AddPhone}, {@code PhoneMethods},
 * {@code PhoneRules}, {@code PhoneWrites}, {@code EntraPhoneMethods}. {@code ArchitectureTests} keeps it so.
 */
@NullMarked
package dev.authmethods.gateway;

import org.jspecify.annotations.NullMarked;
