package dev.authmethods.published;

import graphql.language.TypeKind;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.diff.DiffCategory;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import java.util.List;
import java.util.Objects;

/** What graphql-java takes for a break: only what operations lead to, and never a directive. */
final class SecondOpinion {

  private final GraphQLSchema current;

  private SecondOpinion(GraphQLSchema current) {
    this.current = current;
  }

  static List<Change> of(GraphQLSchema published, GraphQLSchema current) {
    var reporter = new CapturingReporter();
    new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(published, current), reporter);
    var opinion = new SecondOpinion(current);
    return reporter
      .getBreakages()
      .stream()
      .filter(event -> !opinion.isFalseAlarm(event))
      .map(SecondOpinion::change)
      .distinct()
      .toList();
  }

  /** It asks for what is not null, and does not look whether there is a default. */
  private boolean isFalseAlarm(DiffEvent event) {
    return (
      event.getCategory() == DiffCategory.STRICTER &&
      switch (current.getType(event.getTypeName())) {
        case GraphQLInputObjectType input -> hasDefault(input, event);
        case GraphQLFieldsContainer type -> event.getComponents().size() == 1 && hasDefault(type, event);
        case null, default -> false;
      }
    );
  }

  /** Components are the two types when it is about a field that was there before. */
  private static boolean hasDefault(GraphQLInputObjectType type, DiffEvent event) {
    return event.getComponents().isEmpty() && type.getField(event.getFieldName()).hasSetDefaultValue();
  }

  /** The component is the argument that is new. */
  private static boolean hasDefault(GraphQLFieldsContainer type, DiffEvent event) {
    var field = Objects.requireNonNull(type.getFieldDefinition(event.getFieldName()));
    return Objects.requireNonNull(field.getArgument(event.getComponents().getFirst())).hasSetDefaultValue();
  }

  private static Change change(DiffEvent event) {
    return Change.breaks(coordinate(event), "as published", "otherwise", event.getReasonMsg());
  }

  private static String coordinate(DiffEvent event) {
    if (event.getTypeKind() == TypeKind.Operation) {
      return "schema." + event.getComponents().getFirst();
    }
    if (event.getFieldName() != null) {
      return event.getTypeName() + "." + event.getFieldName();
    }
    return event.getCategory() == DiffCategory.INVALID || event.getComponents().isEmpty()
      ? event.getTypeName()
      : event.getTypeName() + partOf(event) + event.getComponents().getFirst();
  }

  private static String partOf(DiffEvent event) {
    return switch (event.getTypeKind()) {
      case Union -> "|";
      case Object -> "&";
      default -> ".";
    };
  }
}
