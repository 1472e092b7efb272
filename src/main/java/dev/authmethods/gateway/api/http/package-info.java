/** GraphQL over HTTP. */
@NullMarked
package dev.authmethods.gateway.api.http;

import org.jspecify.annotations.NullMarked;
