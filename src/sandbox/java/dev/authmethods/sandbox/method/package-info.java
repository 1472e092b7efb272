/** Authentication methods of every kind: reads, writes, access and the write log. A kind adds its rules. */
@NullMarked
package dev.authmethods.sandbox.method;

import org.jspecify.annotations.NullMarked;
