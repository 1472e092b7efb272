package dev.authmethods.gateway.access;

import java.net.URI;
import javax.net.ssl.SSLContext;

/**
 * An authority whose access tokens the gateway accepts.
 *
 * @param issuer   the {@code iss} of the tenant's v2.0 tokens
 * @param tenantId the tenant, a GUID
 * @param audience the client id of the gateway's app registration
 * @param keys     the address at which the tenant publishes its signing keys
 * @param trust    makes the connections to it
 */
public record TokenIssuer(URI issuer, String tenantId, String audience, URI keys, SSLContext trust) {}
