/** GraphQL errors that are no outcome of a mutation: their codes, and every message in the language of the client. */
@NullMarked
package dev.authmethods.gateway.api.error;

import org.jspecify.annotations.NullMarked;
