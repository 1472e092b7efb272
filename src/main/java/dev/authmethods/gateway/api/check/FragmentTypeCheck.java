package dev.authmethods.gateway.api.check;

import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.ShownName;
import graphql.language.Node;
import graphql.language.SourceLocation;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether there is a type that a fragment is on, and whether it has fields. */
record FragmentTypeCheck(Subject subject) {
  /** As in {@code fragment Name on Type}. */
  private static final int BEHIND_FRAGMENT_NAME_ON = 3;

  /** The type; null when it is not there or has no fields. */
  @Nullable
  GraphQLCompositeType check(TypeName condition, Node<?> fragment) {
    var place = place(condition, fragment);
    var type = subject.types().named(condition.getName());
    if (type == null) {
      subject.problems().add(unknown(subject, condition, place).around(Subject.places(fragment)));
    } else if (!(type instanceof GraphQLCompositeType)) {
      subject
        .problems()
        .add(
          Problem.of(Reason.FRAGMENT_ON_LEAF, place, ShownName.of(condition.getName())).around(Subject.places(fragment))
        );
    }
    return type instanceof GraphQLCompositeType fields ? fields : null;
  }

  /** The engine forgets it for fragments with a name. */
  private List<SourceLocation> place(TypeName condition, Node<?> fragment) {
    return condition.getSourceLocation() == null
      ? subject.places().within(fragment, BEHIND_FRAGMENT_NAME_ON)
      : Subject.places(condition);
  }

  /** There is no type of this name. */
  static Problem unknown(Subject subject, TypeName type, List<SourceLocation> places) {
    return Problem.of(Reason.UNKNOWN_TYPE, places, ShownName.of(type.getName())).meaning(
      subject.names().ofSchema(type.getName(), subject.types().names())
    );
  }
}
