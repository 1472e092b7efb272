package dev.authmethods.gateway.phone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The decisions of a tenant about phones. Prefix {@code gateway.phone}.
 *
 * @param allowOwnAccount Whether callers may add phones to their own account and change them. Microsoft documents that nobody
 *                        can, and a stolen session could make itself permanent that way.
 */
@ConfigurationProperties("gateway.phone")
record PhoneSettings(@DefaultValue("false") boolean allowOwnAccount) {}
