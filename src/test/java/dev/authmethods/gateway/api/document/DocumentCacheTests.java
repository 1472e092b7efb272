package dev.authmethods.gateway.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.api.ApiSettings;
import dev.authmethods.gateway.api.error.Messages;
import dev.authmethods.gateway.api.limit.LimitSettings;
import dev.authmethods.gateway.api.limit.Limits;
import graphql.ExecutionInput;
import graphql.InvalidSyntaxError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.support.StaticMessageSource;

/** Documents are read and validated once, as long as there is room for them. */
class DocumentCacheTests {

  private static final String VIEWER = "{ viewer { objectId } }";

  private final DocumentCache documents = new DocumentCache(limits());
  private final List<String> read = new ArrayList<>();

  private static DocumentLimits limits() {
    var settings = new Binder(new MapConfigurationPropertySource(Map.of("gateway.api.limits.characters", 200_000)));
    var texts = new Messages(new StaticMessageSource());
    var limits = new Limits(settings.bindOrCreate("gateway.api.limits", LimitSettings.class), texts);
    return new DocumentLimits(limits, texts, settings.bindOrCreate("gateway.api", ApiSettings.class));
  }

  private PreparsedDocumentEntry ask(String document) {
    return documents.getDocumentAsync(ExecutionInput.newExecutionInput(document).build(), this::parsed).join();
  }

  private PreparsedDocumentEntry parsed(ExecutionInput input) {
    read.add(input.getQuery());
    return new PreparsedDocumentEntry(Parser.parse(input.getQuery()));
  }

  private PreparsedDocumentEntry refused(ExecutionInput input) {
    read.add(input.getQuery());
    return new PreparsedDocumentEntry(new InvalidSyntaxError(List.of(), "no"));
  }

  @Test
  void areReadOnce() {
    assertThat(ask(VIEWER)).isSameAs(ask(VIEWER));
    assertThat(read).containsExactly(VIEWER);
  }

  @Test
  void areOthersWhenASingleCharacterDiffers() {
    ask(VIEWER);
    assertThat(ask(VIEWER + " ").getDocument()).isNotSameAs(ask(VIEWER).getDocument());
    assertThat(read).containsExactly(VIEWER, VIEWER + " ");
  }

  @Test
  void areReadAgainWhenTheyWereRefused() {
    var broken = ExecutionInput.newExecutionInput("{").build();
    documents.getDocumentAsync(broken, this::refused).join();
    documents.getDocumentAsync(broken, this::refused).join();
    assertThat(read).containsExactly("{", "{");
  }

  @Test
  void makeRoomForOthers() {
    var padding = " ".repeat(190_000);
    IntStream.range(0, 80).forEach(number -> ask("{ a" + number + padding + " }"));
    read.clear();
    IntStream.range(0, 80).forEach(number -> ask("{ a" + number + padding + " }"));
    assertThat(read).hasSizeGreaterThan(25);
  }
}
