/** HTTP to Microsoft: clients, requests, responses, and the failures that responses mean. */
@NullMarked
package dev.authmethods.gateway.entra.http;

import org.jspecify.annotations.NullMarked;
