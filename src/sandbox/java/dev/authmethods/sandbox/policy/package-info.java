/** The tenant's policies, which can only be read. */
@NullMarked
package dev.authmethods.sandbox.policy;

import org.jspecify.annotations.NullMarked;
