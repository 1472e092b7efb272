/** Access tokens for Microsoft Graph: credentials, the cache of tokens, and the errors of the token endpoint. */
@NullMarked
package dev.authmethods.gateway.entra.token;

import org.jspecify.annotations.NullMarked;
