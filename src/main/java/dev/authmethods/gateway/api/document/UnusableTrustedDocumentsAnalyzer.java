package dev.authmethods.gateway.api.document;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start which trusted documents are wrong, instead of showing a stack trace. */
class UnusableTrustedDocumentsAnalyzer extends AbstractFailureAnalyzer<UnusableTrustedDocuments> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableTrustedDocuments cause) {
    var problems = cause.problems().stream().map("  - %s"::formatted).collect(Collectors.joining("\n"));
    return new FailureAnalysis(
      "The gateway cannot use its trusted documents:\n\n" + problems,
      "The file of gateway.api.trusted-documents.location is a JSON object: each name the SHA-256 of a document in hexadecimal" +
        " digits, each value its text. Make it anew from the operations of the clients and the published schema.",
      cause
    );
  }
}
