package dev.authmethods.gateway.api.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.authmethods.gateway.api.request.RequestMemory;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.stereotype.Component;

/**
 * Documents that were read and found valid, each under a hash of its text; those used least make room when all of them
 * together would take more than six megabytes of memory. The cache keeps no invalid document: its errors are in the
 * client's language.
 */
@Component
class DocumentCache implements PreparsedDocumentProvider, GraphQlSourceBuilderCustomizer {

  /** Of memory, all documents together. */
  static final long MAX_BYTES = 6 * 1024 * 1024;

  /**
   * The bytes that a part of a document takes, such as a field, an argument or a value. Measured with graphql-java 26:
   * 56 to 147.
   */
  private static final int BYTES_OF_A_NODE = 160;

  /** The bytes that a document takes in addition to its parts, with the results of its checks. */
  private static final int BYTES_OF_A_DOCUMENT = 1_024;

  private final Cache<ByteBuffer, Known> documents = Caffeine.newBuilder()
    .maximumWeight(MAX_BYTES)
    .weigher((ByteBuffer hash, Known document) -> document.bytes)
    .build();

  private final DocumentLimits limits;

  DocumentCache(DocumentLimits limits) {
    this.limits = limits;
  }

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
    if (known != null) {
      hold(input, known.bytes);
      keep(input, known.entry);
      return CompletableFuture.completedFuture(known.entry);
    }
    return CompletableFuture.completedFuture(read(input, parseAndValidate, hash, text));
  }

  private PreparsedDocumentEntry read(
    ExecutionInput input,
    Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate,
    ByteBuffer hash,
    byte[] text
  ) {
    var entry = parseAndValidate.apply(readable(input));
    keep(input, entry);
    if (!entry.hasErrors()) {
      var bytes =
        BYTES_OF_A_DOCUMENT + text.length + BYTES_OF_A_NODE * nodes(Objects.requireNonNull(entry.getDocument()));
      hold(input, bytes);
      documents.put(hash, new Known(entry, bytes));
    }
    return entry;
  }

  private ExecutionInput readable(ExecutionInput input) {
    var readable = limits.readable(input.getQuery(), input.getLocale());
    return readable.equals(input.getQuery()) ? input : input.transform(builder -> builder.query(readable));
  }

  /** The explanation of wrong variables needs it. */
  private static void keep(ExecutionInput input, PreparsedDocumentEntry entry) {
    if (entry.getDocument() != null) {
      input.getGraphQLContext().put(Document.class, entry.getDocument());
    }
  }

  /** The document of a request; null when it could not be read. */
  static @Nullable Document of(ExecutionInput input) {
    return input.getGraphQLContext().get(Document.class);
  }

  /** Its request keeps it, although it may make room for others meanwhile. */
  private static void hold(ExecutionInput input, int bytes) {
    RequestMemory memory = input.getGraphQLContext().get(RequestMemory.class);
    if (memory != null) {
      memory.hold(bytes);
    }
  }

  private static int nodes(Document document) {
    var count = new AtomicInteger();
    new NodeTraverser().preOrder(new Counter(count), document);
    return count.get();
  }

  /** The engine declares its visitors without their types. */
  @SuppressWarnings("rawtypes")
  private static final class Counter extends NodeVisitorStub {

    private final AtomicInteger count;

    private Counter(AtomicInteger count) {
      this.count = count;
    }

    @Override
    protected TraversalControl visitNode(Node node, TraverserContext<Node> context) {
      count.incrementAndGet();
      return TraversalControl.CONTINUE;
    }
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
