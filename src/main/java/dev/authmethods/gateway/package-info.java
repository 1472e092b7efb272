/**
 * A GraphQL gateway over the authentication methods of Microsoft Entra users. How to read it:
 *
 * <p>A <b>feature</b> ({@code user}, {@code methods}, {@code phone}, {@code email}, {@code passkey}, {@code accesspass}) holds
 * everything about one part of the schema: a controller that makes a change of each input and a payload of each result, one file
 * for each mutation, rules that are pure functions, and an {@code Entra…} class that calls Microsoft Graph. No feature knows
 * another.
 *
 * <p>Shared packages. A package's own folder is its face, and its sub-packages are its inside, which no other package imports:
 *
 * <ul>
 *   <li>{@code method}: the vocabulary. Users, kinds of methods, ids.
 *   <li>{@code error}: the errors that every mutation can answer.
 *   <li>{@code change}: the engine of all mutations. Keys, access, rules, the one write, and whether it was made.
 *   <li>{@code lookup}: batched reads for controllers. The gateway begins all reads of a query in one wave.
 *   <li>{@code entra}: Microsoft's edge. Clouds, credentials, clients, batches, failures.
 *   <li>{@code idempotency}: records of mutations that clients may repeat, in memory or in Redis.
 *   <li>{@code access}: who is calling, by a checked access token.
 *   <li>{@code settings}: settings that cannot be used, which end the start.
 *   <li>{@code api}: GraphQL and HTTP. Constraints of the schema, messages, limits, the playground.
 * </ul>
 *
 * <p>Follow one call: {@code schema/phone.graphqls}, then {@code PhoneController}, {@code AddPhoneMethod}, {@code ChangeEngine},
 * {@code ChangeRun}, {@code ChangeMaking}, {@code EntraPhoneMethods}. {@code ArchitectureTests} keeps the packages apart.
 */
@NullMarked
package dev.authmethods.gateway;

import org.jspecify.annotations.NullMarked;
