package dev.authmethods.gateway.accesspass;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Temporary Access Passes.
 *
 * @param policyKeptFor how long the gateway may show the tenant's policy about passes as it was; the rules that a refusal breaks
 *                      are always looked up
 */
@ConfigurationProperties("gateway.access-pass")
record AccessPassSettings(@DefaultValue("1m") Duration policyKeptFor) {}
