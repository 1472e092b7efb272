package dev.authmethods.gateway.api.document;

import static java.util.function.Predicate.not;

import dev.authmethods.gateway.api.ApiSettings;
import dev.authmethods.gateway.api.error.ErrorCode;
import dev.authmethods.gateway.api.error.ExceededLimit;
import dev.authmethods.gateway.api.error.Messages;
import dev.authmethods.gateway.api.limit.Limits;
import dev.authmethods.gateway.api.limit.RootFields;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The limits of a document that do not depend on its variables. The gateway counts once, after it has parsed the
 * document and before it validates it, which would take longer. The number of tokens alone bounds directives and lists:
 * a document full of them takes no more work than one full of fields, or than one with several lists.
 */
@Component
public class DocumentLimits {

  private static final Set<String> ASK_FOR_THE_SCHEMA = Set.of(
    Introspection.SchemaMetaFieldDef.getName(),
    Introspection.TypeMetaFieldDef.getName()
  );

  private final Limits limits;
  private final Messages texts;
  private final boolean introspection;

  DocumentLimits(Limits limits, Messages texts, ApiSettings settings) {
    this.limits = limits;
    this.texts = texts;
    this.introspection = settings.introspection();
  }

  /** The document as the engine's parser can read it. Ends the request if it is too long. */
  String readable(String document, Locale locale) {
    var characters = new ExceededLimit(
      ErrorCode.TOO_MANY_CHARACTERS,
      limits.settings().characters(),
      (long) document.length()
    );
    if (!characters.isNone()) {
      throw limits.refusal(List.of(characters), locale);
    }
    var text = DocumentText.of(document);
    var excesses = Stream.of(
      new ExceededLimit(ErrorCode.TOKEN_TOO_LONG, limits.settings().wordLength(), (long) text.longestWord()),
      new ExceededLimit(ErrorCode.TOKEN_TOO_LONG, limits.settings().textLength(), (long) text.longestText())
    )
      .filter(not(ExceededLimit::isNone))
      .toList();
    if (!excesses.isEmpty()) {
      throw limits.refusal(excesses, locale);
    }
    return text.hasStringOutsideOfBraces()
      ? Descriptions.blank(document, tokens -> limits.limiting(tokens, locale))
      : document;
  }

  /** Ends the request if the document exceeds a limit. */
  public void check(Document document, Locale locale) {
    var count = Count.of(document);
    if (!introspection && count.introspection != null) {
      throw new AbortExecutionException(List.of(closed(count.introspection, locale)));
    }
    var excesses = excesses(document, count);
    if (!excesses.isEmpty()) {
      throw limits.refusal(excesses, locale);
    }
  }

  /** The engine itself looks at the root only, and what mutations answer leads to the root of queries. */
  private GraphQLError closed(Field field, Locale locale) {
    return RequestErrors.error(ErrorCode.INTROSPECTION_DISABLED, texts, locale, field);
  }

  private List<ExceededLimit> excesses(Document document, Count count) {
    var settings = limits.settings();
    var inTotal = Stream.of(
      new ExceededLimit(ErrorCode.TOO_MANY_ALIASES, settings.aliases(), count.aliases),
      new ExceededLimit(ErrorCode.TOO_MANY_FRAGMENTS, settings.fragments(), count.fragments),
      new ExceededLimit(ErrorCode.TOO_DEEP, settings.depth(), FragmentDepth.of(document))
    );
    var ofOperations = document
      .getDefinitionsOfType(OperationDefinition.class)
      .stream()
      .map(operation -> ofRoot(operation, document));
    return Stream.concat(ofOperations, inTotal).filter(not(ExceededLimit::isNone)).toList();
  }

  private ExceededLimit ofRoot(OperationDefinition operation, Document document) {
    return limits.ofRoot(operation, RootFields.of(operation, document).count());
  }

  /** Counts the parts of a document, each fragment once. The engine declares its visitors without their types. */
  @SuppressWarnings("rawtypes")
  private static final class Count extends NodeVisitorStub {

    private long aliases;
    private long fragments;
    private @Nullable Field introspection;

    static Count of(Document document) {
      var count = new Count();
      new NodeTraverser().preOrder(count, document);
      return count;
    }

    @Override
    public TraversalControl visitField(Field field, TraverserContext<Node> context) {
      aliases += field.getAlias() == null ? 0 : 1;
      if (introspection == null && ASK_FOR_THE_SCHEMA.contains(field.getName())) {
        introspection = field;
      }
      return TraversalControl.CONTINUE;
    }

    @Override
    public TraversalControl visitFragmentDefinition(FragmentDefinition fragment, TraverserContext<Node> context) {
      fragments++;
      return TraversalControl.CONTINUE;
    }
  }
}
