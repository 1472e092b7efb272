/** Passkeys and security keys (FIDO2). */
@NullMarked
package dev.authmethods.gateway.passkey;

import org.jspecify.annotations.NullMarked;
