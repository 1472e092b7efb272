package dev.authmethods.gateway.api.document;

import dev.authmethods.gateway.settings.UnusableSettings;
import java.util.List;
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
record TrustedDocumentSettings(@Nullable Resource location, @DefaultValue("false") boolean only) {
  /** Ends the start, and names the problems. */
  static UnusableSettings unusable(List<String> problems) {
    return new UnusableSettings(
      "The gateway cannot use its trusted documents",
      problems,
      "The file of gateway.api.trusted-documents.location is a JSON object: each name the SHA-256 of a document in hexadecimal" +
        " digits, each value its text. Write it again from the operations of the clients and the published schema."
    );
  }
}
