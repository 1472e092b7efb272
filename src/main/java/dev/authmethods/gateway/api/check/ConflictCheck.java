package dev.authmethods.gateway.api.check;

import static graphql.schema.GraphQLTypeUtil.simplePrint;

import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.ShownName;
import graphql.language.Argument;
import graphql.language.AstComparator;
import graphql.language.Field;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells how fields differ that have one response name and cannot be merged, as the engine reports them: it names their
 * places.
 */
record ConflictCheck(Subject subject, Map<SourceLocation, FieldSite> sites) {
  /**
   * @param places of the fields
   */
  void check(List<SourceLocation> places) {
    var fields = places.stream().map(sites::get).filter(Objects::nonNull).toList();
    if (fields.size() > 1) {
      var first = fields.getFirst();
      fields
        .stream()
        .skip(1)
        .map(other -> difference(first, other))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(problem -> subject.problems().add(placed(problem, fields).around(places)));
    }
  }

  private static @Nullable Problem difference(FieldSite one, FieldSite other) {
    var field = one.field();
    var name = ShownName.of(field.getResultKey());
    if (!field.getName().equals(other.field().getName()) && canBeOfOneObject(one, other)) {
      return Problem.of(
        Reason.FIELD_CONFLICT,
        List.of(),
        name,
        ShownName.of(field.getName()),
        ShownName.of(other.field().getName())
      );
    }
    if (canBeOfOneObject(one, other) && !haveSameArguments(field, other.field())) {
      return Problem.of(Reason.FIELD_CONFLICT, List.of(), name).because("ARGUMENTS");
    }
    return differentTypes(name, one.definition(), other.definition());
  }

  private static @Nullable Problem differentTypes(
    String name,
    @Nullable GraphQLFieldDefinition one,
    @Nullable GraphQLFieldDefinition other
  ) {
    if (one == null || other == null) {
      return null;
    }
    var type = simplePrint(one.getType());
    var otherType = simplePrint(other.getType());
    return type.equals(otherType)
      ? null
      : Problem.of(Reason.FIELD_CONFLICT, List.of(), name, type, otherType).because("TYPES");
  }

  private static boolean canBeOfOneObject(FieldSite one, FieldSite other) {
    return (
      Objects.equals(one.parent(), other.parent()) ||
      !(one.parent() instanceof GraphQLObjectType && other.parent() instanceof GraphQLObjectType)
    );
  }

  private static boolean haveSameArguments(Field one, Field other) {
    return (
      one.getArguments().size() == other.getArguments().size() &&
      one
        .getArguments()
        .stream()
        .allMatch(argument -> isAmong(argument, other.getArguments()))
    );
  }

  private static boolean isAmong(Argument argument, List<Argument> others) {
    return others
      .stream()
      .anyMatch(
        other ->
          other.getName().equals(argument.getName()) && AstComparator.sameValue(other.getValue(), argument.getValue())
      );
  }

  /** The fields, each behind those around it that make them meet. */
  private static Problem placed(Problem problem, List<FieldSite> fields) {
    Set<SourceLocation> places = new LinkedHashSet<>();
    fields.forEach(field -> places.addAll(wayTo(field, fields)));
    return new Problem(
      problem.reason(),
      problem.key(),
      problem.arguments(),
      List.copyOf(places),
      problem.around(),
      problem.path(),
      problem.suggestion()
    );
  }

  private static List<SourceLocation> wayTo(FieldSite field, List<FieldSite> all) {
    var way = new ArrayList<SourceLocation>();
    for (FieldSite at = field; at != null && !isAroundAll(at, all); at = at.outer()) {
      way.addFirst(at.field().getSourceLocation());
    }
    return way;
  }

  private static boolean isAroundAll(FieldSite outer, List<FieldSite> fields) {
    return fields.stream().allMatch(field -> isAround(outer, field));
  }

  private static boolean isAround(FieldSite outer, FieldSite field) {
    for (FieldSite at = field.outer(); at != null; at = at.outer()) {
      if (at.field().equals(outer.field())) {
        return true;
      }
    }
    return false;
  }
}
