package dev.authmethods.gateway.api.check;

import dev.authmethods.gateway.api.problem.ValuePath;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks through a whole document for what does not fit the schema. */
final class DocumentCheck {

  private final Subject subject;
  private final DefinitionCheck definitions;
  private final Map<OperationDefinition, Usage> operations = new LinkedHashMap<>();
  private final Map<String, Usage> fragments = new LinkedHashMap<>();
  private final Map<SourceLocation, FieldSite> sites = new HashMap<>();

  DocumentCheck(Subject subject) {
    this.subject = subject;
    this.definitions = new DefinitionCheck(subject);
  }

  void check() {
    definitions.check();
    subject.document().getDefinitionsOfType(OperationDefinition.class).forEach(this::checkOperation);
    subject.document().getDefinitionsOfType(FragmentDefinition.class).forEach(this::checkFragment);
    var uses = new FragmentUseCheck(subject, fragments);
    uses.check(List.copyOf(operations.values()));
    operations.forEach((operation, usage) -> checkVariables(operation, usage, uses));
  }

  private void checkVariables(OperationDefinition operation, Usage usage, FragmentUseCheck uses) {
    if (!subject.problems().isFull()) {
      new VariableCheck(subject, operation).checkUses(variables(usage, uses));
    }
  }

  /** Of fields that the engine found in each other's way. */
  void checkConflict(List<SourceLocation> places) {
    new ConflictCheck(subject, sites).check(places);
  }

  private void checkOperation(OperationDefinition operation) {
    var root = root(operation);
    if (root == null) {
      definitions.addNotSupported(operation);
    }
    var selections = new SelectionCheck(subject, sites);
    new VariableCheck(subject, operation).checkDefinitions(selections.directives());
    selections.directives().check(operation.getDirectives(), place(operation));
    selections.check(operation.getSelectionSet(), root, ValuePath.ofRoot());
    operations.put(operation, selections.usage());
  }

  private @Nullable GraphQLObjectType root(OperationDefinition operation) {
    var schema = subject.types().schema();
    return switch (operation.getOperation()) {
      case QUERY -> schema.getQueryType();
      case MUTATION -> schema.getMutationType();
      case SUBSCRIPTION -> schema.getSubscriptionType();
    };
  }

  private static DirectiveLocation place(OperationDefinition operation) {
    return switch (operation.getOperation()) {
      case QUERY -> DirectiveLocation.QUERY;
      case MUTATION -> DirectiveLocation.MUTATION;
      case SUBSCRIPTION -> DirectiveLocation.SUBSCRIPTION;
    };
  }

  private void checkFragment(FragmentDefinition fragment) {
    var type = new FragmentTypeCheck(subject).check(fragment.getTypeCondition(), fragment);
    var selections = new SelectionCheck(subject, sites);
    selections.directives().check(fragment.getDirectives(), DirectiveLocation.FRAGMENT_DEFINITION);
    selections.check(fragment.getSelectionSet(), type, null);
    fragments.putIfAbsent(fragment.getName(), selections.usage());
  }

  private List<VariableUse> variables(Usage operation, FragmentUseCheck uses) {
    var all = new ArrayList<>(operation.variables());
    for (var name : uses.reached(operation)) {
      var fragment = fragments.get(name);
      if (fragment != null) {
        all.addAll(fragment.variables());
      }
    }
    return all;
  }
}
