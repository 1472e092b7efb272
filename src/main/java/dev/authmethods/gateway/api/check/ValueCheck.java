package dev.authmethods.gateway.api.check;

import static graphql.schema.GraphQLTypeUtil.isList;
import static graphql.schema.GraphQLTypeUtil.isNonNull;
import static graphql.schema.GraphQLTypeUtil.simplePrint;
import static graphql.schema.GraphQLTypeUtil.unwrapOne;

import dev.authmethods.gateway.api.problem.CloseNames;
import dev.authmethods.gateway.api.problem.GivenValue;
import dev.authmethods.gateway.api.problem.GivenValue.Kind;
import dev.authmethods.gateway.api.problem.GivenValue.Member;
import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.ProblemList;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.ShownName;
import dev.authmethods.gateway.api.problem.Suggestion;
import dev.authmethods.gateway.api.problem.Term;
import dev.authmethods.gateway.api.problem.ValuePath;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares values that a client gave with the types they should have, down to the last item and field. */
final class ValueCheck {

  private final CloseNames names;
  private final @Nullable NamePlaces places;
  private final ProblemList problems;
  private final VariableUses uses;
  private final List<SourceLocation> around;

  /**
   * @param places of the names in the document; null for values that are not in it
   * @param uses   takes the variables that stand within
   * @param around where in the document, for values that are not in it
   */
  ValueCheck(
    CloseNames names,
    @Nullable NamePlaces places,
    ProblemList problems,
    VariableUses uses,
    List<SourceLocation> around
  ) {
    this.names = names;
    this.places = places;
    this.problems = problems;
    this.uses = uses;
    this.around = around;
  }

  /**
   * Compares a value with a type. Without a known type it still checks the variables and names within the value.
   *
   * @param hasDefault whether the place of the value has a default, which a variable without a value leaves in force
   */
  void check(GivenValue value, @Nullable GraphQLType type, boolean hasDefault, ValuePath path) {
    if (problems.isFull()) {
      return;
    }
    if (value.kind() == Kind.VARIABLE) {
      uses.add(new VariableUse(value.text(), locations(value), type, hasDefault, path));
    } else if (type == null) {
      checkWithoutType(value, path);
    } else if (value.kind() == Kind.NULL) {
      checkNull(value, type, path);
    } else if (isNonNull(type)) {
      check(value, unwrapOne(type), hasDefault, path);
    } else if (isList(type)) {
      checkList(value, unwrapOne(type), path);
    } else {
      checkNamed(value, type, path);
    }
  }

  private void checkWithoutType(GivenValue value, ValuePath path) {
    value.members().forEach(member -> check(member.value(), null, false, path.to(member.name())));
    value.items().forEach(item -> check(item, null, false, path));
    checkTwice(value, path);
  }

  private void checkNull(GivenValue value, GraphQLType type, ValuePath path) {
    if (isNonNull(type)) {
      add(Reason.NULL_NOT_ALLOWED, value, path, simplePrint(type));
    }
  }

  /** A value that is not a list counts as a list of one. Source: the GraphQL specification, List, input coercion. */
  private void checkList(GivenValue value, GraphQLType itemType, ValuePath path) {
    if (value.kind() != Kind.LIST) {
      check(value, itemType, false, path);
      return;
    }
    var items = value.items();
    for (int index = 0; index < items.size() && !problems.isFull(); index++) {
      check(items.get(index), itemType, false, path.to(index));
    }
  }

  private void checkNamed(GivenValue value, GraphQLType type, ValuePath path) {
    switch (type) {
      case GraphQLInputObjectType object -> checkObject(value, object, path);
      case GraphQLEnumType values -> checkEnum(value, values, path);
      case GraphQLScalarType scalar -> checkScalar(value, scalar, path);
      // A type of answers alone; the variable's definition gets the error.
      default -> checkWithoutType(value, path);
    }
  }

  private void checkScalar(GivenValue value, GraphQLScalarType scalar, ValuePath path) {
    if (!value.fits(scalar)) {
      var expected = Term.of(scalar);
      switch (expected.verdict(value.kind())) {
        case OUT_OF_RANGE -> add(Reason.OUT_OF_RANGE, value, path, expected);
        case WRONG_FORMAT -> add(Reason.WRONG_FORMAT, value, path, scalar.getName());
        default -> add(Reason.WRONG_TYPE, value, path, expected, Term.kind(value.kind()));
      }
    }
    value.members().forEach(member -> check(member.value(), null, false, path.to(member.name())));
    value.items().forEach(item -> check(item, null, false, path));
  }

  private void checkEnum(GivenValue value, GraphQLEnumType values, ValuePath path) {
    if (value.fits(values)) {
      return;
    }
    var single = value.items().size() == 1 ? value.items().getFirst() : value;
    var close = names.ofSchema(
      single.text(),
      values.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList()
    );
    if (value.kind() == Kind.STRING && value.location() != null) {
      problems.add(problem(Reason.ENUM_VALUE_IN_QUOTES, value, path, values.getName()).meaning(close));
    } else if (value.kind() == Kind.STRING || value.kind() == Kind.ENUM) {
      addUnknown(value, values, path, close);
    } else {
      problems.add(problem(Reason.WRONG_TYPE, value, path, Term.of(values), Term.kind(value.kind())).meaning(close));
    }
  }

  /** A string that is nowhere near a name of the schema may be anything, and is not repeated. */
  private void addUnknown(GivenValue value, GraphQLEnumType values, ValuePath path, Suggestion close) {
    var isName = value.kind() == Kind.ENUM || !close.names().isEmpty();
    var problem = isName
      ? problem(Reason.UNKNOWN_ENUM_VALUE, value, path, values.getName(), ShownName.of(value.text())).because("NAMED")
      : problem(Reason.UNKNOWN_ENUM_VALUE, value, path, values.getName());
    problems.add(problem.meaning(close));
  }

  private void checkObject(GivenValue value, GraphQLInputObjectType type, ValuePath path) {
    if (value.kind() != Kind.OBJECT) {
      add(Reason.WRONG_TYPE, value, path, Term.of(type), Term.kind(value.kind()));
      value.items().forEach(item -> check(item, null, false, path));
      return;
    }
    checkMissing(value, type, path);
    for (var member : value.members()) {
      if (problems.isFull()) {
        return;
      }
      checkMember(member, type, path.to(member.name()));
    }
    checkTwice(value, path);
    if (type.isOneOf()) {
      checkOneOf(value, type, path);
    }
  }

  private void checkMissing(GivenValue value, GraphQLInputObjectType type, ValuePath path) {
    var given = value.members().stream().map(Member::name).toList();
    type
      .getFieldDefinitions()
      .stream()
      .filter(field -> isNonNull(field.getType()) && !field.hasSetDefaultValue() && !given.contains(field.getName()))
      .forEach(field -> add(Reason.MISSING_INPUT_FIELD, value, path.to(field.getName()), simplePrint(field.getType())));
  }

  private void checkMember(Member member, GraphQLInputObjectType type, ValuePath path) {
    var field = type.getFieldDefinition(member.name());
    if (field == null) {
      addUnknown(member, type, path);
      check(member.value(), null, false, path);
    } else {
      check(member.value(), field.getType(), field.hasSetDefaultValue(), path);
    }
  }

  private void addUnknown(Member member, GraphQLInputObjectType type, ValuePath path) {
    var fields = type.getFieldDefinitions().stream().map(GraphQLInputObjectField::getName).toList();
    problems.add(
      Problem.of(
        Reason.UNKNOWN_INPUT_FIELD,
        place(member),
        path.toString(),
        type.getName(),
        ShownName.of(member.name())
      )
        .at(path)
        .around(around)
        .meaning(names.ofSchema(member.name(), fields))
    );
  }

  private void checkTwice(GivenValue value, ValuePath path) {
    Map<String, Member> first = new HashMap<>();
    for (var member : value.members()) {
      var before = first.putIfAbsent(member.name(), member);
      if (before != null) {
        var field = path.to(member.name());
        var both = Stream.concat(place(before).stream(), place(member).stream()).toList();
        problems.add(
          Problem.of(Reason.DUPLICATE_INPUT_FIELD, both, field.toString()).at(field).around(locations(value))
        );
      }
    }
  }

  private void checkOneOf(GivenValue value, GraphQLInputObjectType type, ValuePath path) {
    var members = value.members();
    if (members.size() != 1) {
      add(Reason.NOT_ONE_OF, value, path, type.getName(), String.valueOf(members.size()));
    } else if (members.getFirst().value().kind() == Kind.NULL) {
      var only = members.getFirst();
      var both = Stream.of(only.value(), value)
        .flatMap(one -> locations(one).stream())
        .distinct()
        .toList();
      problems.add(
        Problem.of(Reason.ONE_OF_IS_NULL, both, path.to(only.name()).toString(), type.getName())
          .at(path.to(only.name()))
          .around(around)
      );
    }
  }

  /** The engine's fields of objects do not know where they are. */
  private List<SourceLocation> place(Member member) {
    return places == null ? around : places.before(member.value().location());
  }

  private void add(Reason reason, GivenValue value, ValuePath path, Object... more) {
    problems.add(problem(reason, value, path, more));
  }

  private Problem problem(Reason reason, GivenValue value, ValuePath path, Object... more) {
    var arguments = new Object[more.length + 1];
    arguments[0] = path.toString();
    System.arraycopy(more, 0, arguments, 1, more.length);
    return Problem.of(reason, locations(value), arguments).at(path).around(around);
  }

  private List<SourceLocation> locations(GivenValue value) {
    return value.location() == null ? around : List.of(value.location());
  }
}
