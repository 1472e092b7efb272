/** The calls to Microsoft Graph: the client behind {@code Entra}, the request adapter of the Graph SDK, and the parts it is put together from. */
@NullMarked
package dev.authmethods.gateway.entra.call;

import org.jspecify.annotations.NullMarked;
