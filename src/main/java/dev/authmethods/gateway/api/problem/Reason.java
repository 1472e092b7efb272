package dev.authmethods.gateway.api.problem;

/**
 * Why a document or its variables do not fit the schema: {@code extensions.reason} of the error. A reason never changes its
 * meaning; new ones may come. Its text is in {@code messages.properties} under {@code problem.} and its name.
 */
public enum Reason {
  /** The text is no GraphQL. */
  SYNTAX_ERROR,

  /** The request names an operation that the document does not have. */
  UNKNOWN_OPERATION,
  /** The document has several operations, and the request names none. */
  OPERATION_NAME_REQUIRED,

  /** The document defines a part of a schema. */
  NOT_EXECUTABLE,
  /** The document has another operation in addition to one without a name. */
  ANONYMOUS_OPERATION_NOT_ALONE,
  /** The schema has no operations of this type. */
  OPERATION_NOT_SUPPORTED,
  /** A subscription selects several fields of its root. */
  SUBSCRIPTION_NOT_ONE_FIELD,
  /** A subscription selects introspection at its root. */
  SUBSCRIPTION_OF_INTROSPECTION,

  DUPLICATE_OPERATION,
  DUPLICATE_FRAGMENT,
  DUPLICATE_VARIABLE,
  DUPLICATE_ARGUMENT,
  DUPLICATE_INPUT_FIELD,
  DUPLICATE_DIRECTIVE,
  /** Two {@code @defer} or {@code @stream} have the same label. */
  DUPLICATE_LABEL,

  UNKNOWN_TYPE,
  UNKNOWN_FIELD,
  UNKNOWN_ARGUMENT,
  UNKNOWN_DIRECTIVE_ARGUMENT,
  UNKNOWN_DIRECTIVE,
  /** The directive may not be used at this kind of place. */
  MISPLACED_DIRECTIVE,
  UNKNOWN_FRAGMENT,
  UNUSED_FRAGMENT,
  FRAGMENT_CYCLE,
  /** The condition of a fragment is a type that has no fields. */
  FRAGMENT_ON_LEAF,
  /** No object can have both the type around the fragment and the fragment's own. */
  IMPOSSIBLE_FRAGMENT,
  /** The field has a type with fields, of which none is selected. */
  SELECTION_REQUIRED,
  /** The field has a type without fields, but the document selects some. */
  SELECTION_NOT_ALLOWED,
  /** Two fields of one response name have different names, arguments or types. */
  FIELD_CONFLICT,

  /** A required argument of a field or directive is missing. */
  MISSING_ARGUMENT,
  MISSING_DIRECTIVE_ARGUMENT,
  /** A required variable has no value. */
  MISSING_VARIABLE,
  /** A required field of an input object is missing. */
  MISSING_INPUT_FIELD,
  UNKNOWN_INPUT_FIELD,
  UNKNOWN_ENUM_VALUE,
  /** An enum value is written as a string in the document. */
  ENUM_VALUE_IN_QUOTES,
  NULL_NOT_ALLOWED,
  /** The value is of another kind than the type takes. */
  WRONG_TYPE,
  /** The value is of the right kind, and no value of this scalar. */
  WRONG_FORMAT,
  /** The number has no place in 32 bits, or in a double. */
  OUT_OF_RANGE,
  /** Not exactly one field of a {@code @oneOf} input object is given. */
  NOT_ONE_OF,
  /** The one field of a {@code @oneOf} input object is null. */
  ONE_OF_IS_NULL,

  UNDEFINED_VARIABLE,
  UNUSED_VARIABLE,
  /** The variable has a type that only answers have. */
  NOT_AN_INPUT_TYPE,
  /** The variable is used where values of another type go. */
  VARIABLE_OF_OTHER_TYPE,

  /** There are more errors than are answered. */
  TOO_MANY_ERRORS,
  /** Anything else about the document. */
  INVALID_DOCUMENT,
  /** Anything else about the variables. */
  INVALID_VARIABLES,
}
