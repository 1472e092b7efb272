package dev.authmethods.gateway.api.document;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Documents that are known before anybody sends them. Prefix {@code gateway.api.trusted-documents}.
 *
 * @param location The list of trusted documents, such as {@code file:documents.json}: a JSON object of documents, each
 *                 under its SHA-256 in hexadecimal digits, as graphql-codegen and the compiler of Relay write it. None
 *                 by default.
 * @param only     Whether the gateway executes trusted documents only.
 */
@ConfigurationProperties("gateway.api.trusted-documents")
record TrustedDocumentSettings(@Nullable Resource location, @DefaultValue("false") boolean only) {}
