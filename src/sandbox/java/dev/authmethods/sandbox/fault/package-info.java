/** The faults that a test or a developer asks for. */
@NullMarked
package dev.authmethods.sandbox.fault;

import org.jspecify.annotations.NullMarked;
