package dev.authmethods.gateway.api.check;

import static graphql.schema.GraphQLTypeUtil.simplePrint;
import static graphql.schema.GraphQLTypeUtil.unwrapAll;

import dev.authmethods.gateway.api.problem.CloseNames;
import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.ShownName;
import dev.authmethods.gateway.api.problem.Suggestion;
import dev.authmethods.gateway.api.problem.ValuePath;
import graphql.introspection.Introspection;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what one operation or fragment selects with the schema, and notes what it uses. */
final class SelectionCheck {

  private static final String OF_GRAPHQL = "__";

  private final Subject subject;
  private final Map<SourceLocation, FieldSite> sites;
  private final List<VariableUse> variables = new ArrayList<>();
  private final List<FragmentSpread> spreads = new ArrayList<>();
  private final DirectiveCheck directives;
  private final FragmentTypeCheck fragmentTypes;

  /**
   * @param sites takes every field
   */
  SelectionCheck(Subject subject, Map<SourceLocation, FieldSite> sites) {
    this.subject = subject;
    this.sites = sites;
    this.directives = new DirectiveCheck(subject, variables::add);
    this.fragmentTypes = new FragmentTypeCheck(subject);
  }

  DirectiveCheck directives() {
    return directives;
  }

  Usage usage() {
    return new Usage(spreads, variables);
  }

  /**
   * @param parent the type whose fields are selected; null when it is unknown
   * @param path   from the root; null in a fragment, which has many places
   */
  void check(SelectionSet selections, @Nullable GraphQLCompositeType parent, @Nullable ValuePath path) {
    check(selections, parent, path, null);
  }

  private void check(
    SelectionSet selections,
    @Nullable GraphQLCompositeType parent,
    @Nullable ValuePath path,
    @Nullable FieldSite outer
  ) {
    for (Selection<?> selection : selections.getSelections()) {
      if (subject.problems().isFull()) {
        return;
      }
      switch (selection) {
        case Field field -> checkField(field, parent, path, outer);
        case InlineFragment fragment -> checkInline(fragment, parent, path, outer);
        case FragmentSpread spread -> checkSpread(spread, parent);
        default -> throw new IllegalStateException("A selection of a kind that GraphQL does not have");
      }
    }
  }

  private void checkField(
    Field field,
    @Nullable GraphQLCompositeType parent,
    @Nullable ValuePath path,
    @Nullable FieldSite outer
  ) {
    var definition = parent == null ? null : subject.types().field(parent, field.getName());
    var below = path == null ? null : path.to(field.getResultKey());
    if (parent != null && definition == null) {
      add(unknown(field, parent), below);
    }
    new ArgumentCheck(
      subject,
      variables::add,
      field,
      (parent == null ? "" : parent.getName() + ".") + ShownName.of(field.getName()),
      definition == null ? null : definition.getArguments(),
      Reason.UNKNOWN_ARGUMENT,
      Reason.MISSING_ARGUMENT
    ).check(field.getArguments());
    directives.check(field.getDirectives(), DirectiveLocation.FIELD);
    var site = new FieldSite(field, parent, definition, outer);
    sites.put(field.getSourceLocation(), site);
    checkBelow(site, below);
  }

  private void checkBelow(FieldSite site, @Nullable ValuePath path) {
    var field = site.field();
    var type = site.definition() == null ? null : unwrapAll(site.definition().getType());
    var composite = type instanceof GraphQLCompositeType fields ? fields : null;
    if (field.getSelectionSet() != null) {
      if (site.definition() != null && composite == null) {
        add(needless(field, site.definition()), path);
      }
      check(field.getSelectionSet(), composite, path, site);
    } else if (site.definition() != null && composite != null) {
      add(withoutSelection(field, site.definition()), path);
    }
  }

  private Problem unknown(Field field, GraphQLCompositeType parent) {
    return Problem.of(
      Reason.UNKNOWN_FIELD,
      Subject.places(field),
      ShownName.of(field.getName()),
      parent.getName()
    ).meaning(meantBy(field.getName(), parent));
  }

  private Suggestion meantBy(String name, GraphQLCompositeType parent) {
    if (name.startsWith(OF_GRAPHQL)) {
      return CloseNames.of(name, fieldsOfGraphQl(parent));
    }
    var types = subject.names().isSchemaTold() ? subject.types().typesWith(name, parent) : List.<String>of();
    return types.isEmpty()
      ? subject.names().ofSchema(name, subject.types().fieldNames(parent))
      : new Suggestion(Suggestion.Form.FRAGMENT, types.stream().limit(CloseNames.MAX).toList());
  }

  private List<String> fieldsOfGraphQl(GraphQLCompositeType parent) {
    var isAsked = subject.names().isSchemaTold() && parent.equals(subject.types().schema().getQueryType());
    var ofTheSchema = Stream.of(Introspection.SchemaMetaFieldDef, Introspection.TypeMetaFieldDef).filter(_ -> isAsked);
    return Stream.concat(Stream.of(Introspection.TypeNameMetaFieldDef), ofTheSchema)
      .map(GraphQLFieldDefinition::getName)
      .toList();
  }

  private static Problem needless(Field field, GraphQLFieldDefinition definition) {
    return Problem.of(
      Reason.SELECTION_NOT_ALLOWED,
      Subject.firstPlace(field.getSelectionSet(), field),
      definition.getName(),
      simplePrint(definition.getType())
    ).around(Subject.places(field));
  }

  private static Problem withoutSelection(Field field, GraphQLFieldDefinition definition) {
    return Problem.of(
      Reason.SELECTION_REQUIRED,
      Subject.places(field),
      definition.getName(),
      simplePrint(definition.getType())
    ).meaning(new Suggestion(Suggestion.Form.NAME, List.of(definition.getName() + " { ... }")));
  }

  private void checkInline(
    InlineFragment fragment,
    @Nullable GraphQLCompositeType parent,
    @Nullable ValuePath path,
    @Nullable FieldSite outer
  ) {
    var condition = fragment.getTypeCondition();
    var type = condition == null ? parent : fragmentTypes.check(condition, fragment);
    if (type != null && parent != null && subject.types().areApart(type, parent)) {
      add(Problem.of(Reason.IMPOSSIBLE_FRAGMENT, Subject.places(fragment), type.getName(), parent.getName()), path);
    }
    directives.check(fragment.getDirectives(), DirectiveLocation.INLINE_FRAGMENT);
    check(fragment.getSelectionSet(), type, path, outer);
  }

  private void checkSpread(FragmentSpread spread, @Nullable GraphQLCompositeType parent) {
    spreads.add(spread);
    directives.check(spread.getDirectives(), DirectiveLocation.FRAGMENT_SPREAD);
    var fragment = subject.fragments().get(spread.getName());
    if (fragment == null) {
      subject
        .problems()
        .add(
          Problem.of(Reason.UNKNOWN_FRAGMENT, subject.places().within(spread, 0), ShownName.of(spread.getName()))
            .around(Subject.places(spread))
            .meaning(CloseNames.of(spread.getName(), subject.fragments().keySet()))
        );
      return;
    }
    var type = subject.types().named(fragment.getTypeCondition().getName());
    if (type instanceof GraphQLCompositeType fields && parent != null && subject.types().areApart(fields, parent)) {
      subject
        .problems()
        .add(
          Problem.of(
            Reason.IMPOSSIBLE_FRAGMENT,
            Subject.places(spread),
            fields.getName(),
            parent.getName(),
            ShownName.of(spread.getName())
          ).because("NAMED")
        );
    }
  }

  private void add(Problem problem, @Nullable ValuePath path) {
    subject.problems().add(path == null ? problem : problem.at(path));
  }
}
