package dev.authmethods.gateway.api.schema;

import dev.authmethods.gateway.error.ErrorTypes;
import graphql.schema.GraphQLObjectType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.stereotype.Component;

/** Compares the schema with the code behind it at the start, every type of it, and starts only when they agree. */
@Component
class SchemaInspection implements GraphQlSourceBuilderCustomizer {

  private final Map<String, Class<?>> errors;

  SchemaInspection(ErrorTypes errors) {
    this.errors = errors.all().stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
  }

  @Override
  public void customize(SchemaResourceBuilder builder) {
    builder.inspectSchemaMappings(
      types -> types.classResolver((type, _) -> errorRecord(type)),
      SchemaInspection::refuseUnlessEmpty
    );
  }

  /** Spring itself does not find the errors: it looks for the members of a union next to its interface's controller. */
  private List<Class<?>> errorRecord(GraphQLObjectType type) {
    var record = errors.get(type.getName());
    return record == null ? List.of() : List.of(record);
  }

  private static void refuseUnlessEmpty(SchemaReport report) {
    if (!findings(report).allMatch(Collection::isEmpty)) {
      throw new IllegalStateException("The schema and the code disagree: " + report);
    }
  }

  private static Stream<Collection<?>> findings(SchemaReport report) {
    var ofFields = Stream.of(report.unmappedRegistrations(), report.fieldNullnessErrors());
    var ofArguments = Stream.of(report.unmappedArguments(), report.argumentNullnessErrors());
    var lists = Stream.<Collection<?>>of(report.unmappedFields(), report.skippedTypes());
    return Stream.concat(lists, Stream.concat(ofFields, ofArguments).map(Map::keySet));
  }
}
