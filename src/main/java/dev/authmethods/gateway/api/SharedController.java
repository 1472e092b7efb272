package dev.authmethods.gateway.api;

import dev.authmethods.gateway.entra.Answer;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.GlobalId;
import graphql.schema.DataFetchingEnvironment;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields that every feature has in common. */
@Controller
class SharedController {

  private final Texts texts;

  SharedController(Texts texts) {
    this.texts = texts;
  }

  @SchemaMapping(typeName = "ExpectedError")
  String message(ExpectedError error, Locale locale) {
    return texts.of(error, locale);
  }

  @SchemaMapping(typeName = "ExpectedError")
  boolean retryable(ExpectedError error) {
    return error.retryable();
  }

  @SchemaMapping(typeName = "MutationPayload")
  Root query() {
    return new Root();
  }

  /** Each type that is a node has a lookup of its own name. */
  @QueryMapping
  CompletableFuture<@Nullable Object> node(@Argument String id, DataFetchingEnvironment field) {
    var parsed = GlobalId.parse(id);
    DataLoader<GlobalId, Answer<Object>> nodes = parsed == null ? null : field.getDataLoader(parsed.typeName());
    return parsed == null || nodes == null
      ? CompletableFuture.completedFuture(null)
      : nodes.load(parsed).thenApply(Answer::visible);
  }

  /** Where all queries begin. */
  record Root() {}
}
