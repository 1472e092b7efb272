package dev.authmethods.gateway.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.stereotype.Component;

/**
 * Documents that were read and found valid, each under a hash of its text; those used least make room when all of them
 * together would have more than a million bytes of text. What is refused is not kept: its errors speak the client's language.
 */
@Component
class Documents implements PreparsedDocumentProvider, GraphQlSourceBuilderCustomizer {

  private static final long MAX_BYTES = 1024 * 1024;

  private final Cache<ByteBuffer, Known> documents = Caffeine.newBuilder()
    .maximumWeight(MAX_BYTES)
    .weigher((ByteBuffer hash, Known document) -> document.bytes)
    .build();

  @Override
  public void customize(SchemaResourceBuilder builder) {
    builder.configureGraphQl(engine -> engine.preparsedDocumentProvider(this));
  }

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
    ExecutionInput input,
    Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate
  ) {
    var text = input.getQuery().getBytes(StandardCharsets.UTF_8);
    var hash = hash(text);
    var known = documents.getIfPresent(hash);
    return CompletableFuture.completedFuture(known != null ? known.entry : read(input, parseAndValidate, hash, text));
  }

  private PreparsedDocumentEntry read(
    ExecutionInput input,
    Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate,
    ByteBuffer hash,
    byte[] text
  ) {
    var entry = parseAndValidate.apply(input);
    if (!entry.hasErrors()) {
      documents.put(hash, new Known(entry, text.length));
    }
    return entry;
  }

  private static ByteBuffer hash(byte[] text) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Known(PreparsedDocumentEntry entry, int bytes) {}
}
