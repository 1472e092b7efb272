package dev.authmethods.gateway.api.field;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.api.error.Messages;
import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.lookup.NodeSource;
import dev.authmethods.gateway.lookup.QueryRoot;
import dev.authmethods.gateway.lookup.RequestLookups;
import dev.authmethods.gateway.method.GlobalId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields that every feature has in common. */
@Controller
class SharedController {

  private final Messages texts;
  private final Map<String, NodeSource> nodes = new HashMap<>();

  SharedController(Messages texts, List<NodeSource> sources) {
    this.texts = texts;
    sources.forEach(source -> source.typeNames().forEach(type -> nodes.put(type, source)));
  }

  @SchemaMapping(typeName = "ExpectedError")
  String message(ExpectedError error, Locale locale) {
    return texts.of(error, locale);
  }

  @SchemaMapping(typeName = "ExpectedError")
  String code(ExpectedError error) {
    return error.code();
  }

  @SchemaMapping(typeName = "ExpectedError")
  ErrorCategory category(ExpectedError error) {
    return error.category();
  }

  @SchemaMapping(typeName = "ExpectedError")
  boolean retryable(ExpectedError error) {
    return error.retryable();
  }

  @SchemaMapping(typeName = "MutationPayload")
  QueryRoot query() {
    return new QueryRoot();
  }

  /** Null for an id of a type that nobody knows. */
  @QueryMapping
  CompletableFuture<? extends @Nullable Object> node(@Argument String id, RequestLookups lookups) {
    var parsed = GlobalId.parse(id);
    var source = parsed == null ? null : nodes.get(parsed.typeName());
    return parsed == null || source == null ? completedFuture(null) : source.find(parsed, lookups);
  }
}
