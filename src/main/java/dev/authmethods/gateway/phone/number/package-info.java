/** Phone numbers: the form that Microsoft Graph requires, masked numbers, and what was meant by a number in another form. */
@NullMarked
package dev.authmethods.gateway.phone.number;

import org.jspecify.annotations.NullMarked;
