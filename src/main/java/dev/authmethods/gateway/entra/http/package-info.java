/** HTTP to Microsoft: clients, requests, responses, and the failures that a response stands for. */
@NullMarked
package dev.authmethods.gateway.entra.http;

import org.jspecify.annotations.NullMarked;
