/** When users last signed in. */
@NullMarked
package dev.authmethods.gateway.user.activity;

import org.jspecify.annotations.NullMarked;
