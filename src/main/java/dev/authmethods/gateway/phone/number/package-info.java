/**
 * Phone numbers: the form that Microsoft Graph requires, masked numbers, and suggestions for a number in another form.
 */
@NullMarked
package dev.authmethods.gateway.phone.number;

import org.jspecify.annotations.NullMarked;
