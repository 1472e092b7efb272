package dev.authmethods.gateway.api.document;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Documents that are known before anybody sends them. Prefix {@code gateway.api.trusted-documents}.
 *
 * @param location where they are listed: a JSON object of texts, each under its SHA-256 in hexadecimal digits, as the persisted
 *                 documents of graphql-codegen and of Relay's compiler; null for none
 * @param only     whether nothing else is executed
 */
@ConfigurationProperties("gateway.api.trusted-documents")
record TrustedDocumentSettings(@Nullable Resource location, @DefaultValue("false") boolean only) {}
