package dev.authmethods.gateway.api.check;

import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.ShownName;
import dev.authmethods.gateway.api.problem.Suggestion;
import dev.authmethods.gateway.api.problem.Term;
import dev.authmethods.gateway.api.schema.ServedDirectives;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.schema.GraphQLDirective;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the directives of one part of a document with those that the schema knows. */
record DirectiveCheck(Subject subject, VariableUses uses) {
  /** The directives that stand at one place. */
  void check(List<Directive> directives, DirectiveLocation place) {
    Map<String, Directive> first = new HashMap<>();
    for (var directive : directives) {
      if (subject.problems().isFull()) {
        return;
      }
      var definition = ServedDirectives.find(subject.types().schema(), directive.getName());
      check(directive, definition, place);
      var before = first.putIfAbsent(directive.getName(), directive);
      if (before != null && definition != null && definition.isNonRepeatable()) {
        subject
          .problems()
          .add(Problem.of(Reason.DUPLICATE_DIRECTIVE, Subject.places(before, directive), shown(directive)));
      }
    }
  }

  private void check(Directive directive, @Nullable GraphQLDirective definition, DirectiveLocation place) {
    if (definition == null) {
      addUnknown(directive, place);
    } else if (!definition.validLocations().contains(place)) {
      subject
        .problems()
        .add(
          Problem.of(
            Reason.MISPLACED_DIRECTIVE,
            Subject.places(directive),
            shown(directive),
            new Term("place." + place, List.of())
          )
        );
    }
    new ArgumentCheck(
      subject,
      uses,
      directive,
      shown(directive),
      definition == null ? null : definition.getArguments(),
      Reason.UNKNOWN_DIRECTIVE_ARGUMENT,
      Reason.MISSING_DIRECTIVE_ARGUMENT
    ).check(directive.getArguments());
  }

  /** The engine takes the arguments for those of the field. */
  private void addUnknown(Directive directive, DirectiveLocation place) {
    var others = ServedDirectives.of(subject.types().schema())
      .stream()
      .filter(other -> other.validLocations().contains(place))
      .map(GraphQLDirective::getName)
      .toList();
    var around = directive.getArguments().stream().map(Argument::getSourceLocation).filter(Objects::nonNull).toList();
    subject.problems().add(
      Problem.of(Reason.UNKNOWN_DIRECTIVE, Subject.places(directive), shown(directive))
        .around(around)
        .meaning(withSign(subject.names().ofSchema(directive.getName(), others)))
    );
  }

  private static String shown(Directive directive) {
    return "@" + ShownName.of(directive.getName());
  }

  private static Suggestion withSign(Suggestion suggestion) {
    return new Suggestion(suggestion.form(), suggestion.names().stream().map("@"::concat).toList());
  }
}
