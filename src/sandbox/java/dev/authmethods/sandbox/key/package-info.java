/** The rules of keys: passkeys and Windows Hello for Business. */
@NullMarked
package dev.authmethods.sandbox.key;

import org.jspecify.annotations.NullMarked;
