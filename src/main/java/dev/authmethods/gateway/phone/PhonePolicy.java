package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.method.NationalCloud;

/**
 * What holds for every caller and every user.
 *
 * @param cloud             the national cloud of the tenant
 * @param actingAs          in whose name Microsoft Graph is called
 * @param ownAccountAllowed whether callers may add phones to their own account and change them
 */
record PhonePolicy(NationalCloud cloud, ActingAs actingAs, boolean ownAccountAllowed) {}
