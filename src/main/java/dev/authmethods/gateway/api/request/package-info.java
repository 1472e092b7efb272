/** A request as a client sent it: its parameters, its JSON, and the memory that it takes. */
@NullMarked
package dev.authmethods.gateway.api.request;

import org.jspecify.annotations.NullMarked;
