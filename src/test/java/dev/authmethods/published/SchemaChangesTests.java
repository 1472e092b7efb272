package dev.authmethods.published;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One row for each kind of change: a sentence, a piece of a schema as it was published and as it is today, and the changes that
 * are to be found, {@code BREAKS}, {@code NOTICED} or {@code HARMLESS}; none means that there is nothing to tell.
 */
class SchemaChangesTests {

  private static final String EVERYWHERE = """
  type Query { ok: Boolean }
  directive @Size(min: Int = 0, max: Int = 2147483647, message: String = "m") on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  directive @ContainerSize(min: Int = 0, max: Int = 2147483647) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  directive @Pattern(regexp: String! = ".*") on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  directive @Odd on INPUT_FIELD_DEFINITION
  directive @upstreamCalls(reads: Int = 0, writes: Int = 0, each: String) on FIELD_DEFINITION
  """;

  @Nested
  class OfTypes {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      a type that is gone breaks;           type A { x: Int } type B { x: Int }; type A { x: Int };          BREAKS B: type -> nothing
      an input that is gone breaks;         input I { x: Int };                  ;                           BREAKS I: input -> nothing
      an enum that is gone breaks;          enum E { X };                        ;                           BREAKS E: enum -> nothing
      a union that is gone breaks;          type A { x: Int } union U = A;       type A { x: Int };          BREAKS U: union -> nothing
      a scalar that is gone breaks;         scalar S;                            ;                           BREAKS S: scalar -> nothing
      an interface that is gone breaks;     interface N { x: Int };              ;                           BREAKS N: interface -> nothing
      a type of another kind breaks;        type A { x: Int };                   interface A { x: Int };     BREAKS A: type -> interface
      a type with another name is gone;     type A { x: Int };                   type B { x: Int };          BREAKS A: type -> nothing, HARMLESS B: nothing -> type
      a new type is harmless;               ;                                    type A { x: Int };          HARMLESS A: nothing -> type
      a new enum is harmless;               ;                                    enum E { X };               HARMLESS E: nothing -> enum
      the same form is nothing;             'scalar S @specifiedBy(url: "a:1")'; 'scalar S @specifiedBy(url: "a:1")'; ''
      a scalar in another form breaks;      'scalar S @specifiedBy(url: "a:1")'; 'scalar S @specifiedBy(url: "a:2")'; BREAKS S@specifiedBy: a:1 -> a:2
      a scalar of any form now breaks;      'scalar S @specifiedBy(url: "a:1")'; scalar S;                   BREAKS S@specifiedBy: a:1 -> nothing
      a scalar that gets a form may;        scalar S; 'scalar S @specifiedBy(url: "a:1")';                   ''
      another description is nothing;       '"One." type A { "One." x: Int }';   '"Two." type A { "Two." x: Int }'; ''
      another order is nothing;             type A { x: Int y: Int };            type A { y: Int x: Int };   ''
      """
    )
    void areFound(String sentence, @Nullable String was, @Nullable String is, String found) {
      assertFound(was, is, found);
    }
  }

  @Nested
  class OfFields {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      a field that is gone breaks;              type A { x: Int y: Int };     type A { x: Int };     BREAKS A.y: Int -> nothing
      a deprecated field that is gone breaks;   type A { x: Int y: Int @deprecated };  type A { x: Int }; BREAKS A.y: Int -> nothing
      a field of an interface breaks as well;   interface A { x: Int y: Int }; interface A { x: Int }; BREAKS A.y: Int -> nothing
      a field with another name is gone;        type A { x: Int };            type A { y: Int };     BREAKS A.x: Int -> nothing, HARMLESS A.y: nothing -> Int
      a new field is harmless;                  type A { x: Int };            type A { x: Int y: Int }; HARMLESS A.y: nothing -> Int
      another type breaks;                      type A { x: Int };            type A { x: Float };   BREAKS A.x: Int -> Float
      what may be null now breaks;              type A { x: Int! };           type A { x: Int };     BREAKS A.x: Int! -> Int
      what is never null any more is harmless;  type A { x: Int };            type A { x: Int! };    HARMLESS A.x: Int -> Int!
      items that may be null now break;         type A { x: [Int!]! };        type A { x: [Int]! };  BREAKS A.x: [Int!]! -> [Int]!
      items that are never null are harmless;   type A { x: [Int] };          type A { x: [Int!]! }; HARMLESS A.x: [Int] -> [Int!]!
      a list breaks in the place of one;        type A { x: Int };            type A { x: [Int] };   BREAKS A.x: Int -> [Int]
      one breaks in the place of a list;        type A { x: [Int] };          type A { x: Int };     BREAKS A.x: [Int] -> Int
      a narrower family breaks generated code;  interface N { x: Int } type A implements N { x: Int } type B { y: N }; interface N { x: Int } type A implements N { x: Int } type B { y: A }; BREAKS B.y: N -> A
      what is deprecated is still there;        type A { x: Int };            'type A { x: Int @deprecated(reason: "y") }'; 'HARMLESS A.x@deprecated: nothing -> (reason: y)'
      another price may be noticed;             type A { x: Int @upstreamCalls(reads: 1) }; type A { x: Int @upstreamCalls(reads: 2) }; 'NOTICED A.x@upstreamCalls: (writes: 0, reads: 1) -> (writes: 0, reads: 2)'
      """
    )
    void areFound(String sentence, @Nullable String was, @Nullable String is, String found) {
      assertFound(was, is, found);
    }
  }

  @Nested
  class OfArguments {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      an argument that is gone breaks;            type A { x(a: Int b: Int): Int }; type A { x(a: Int): Int };        BREAKS A.x(b:): Int -> nothing
      another type breaks;                        type A { x(a: Int): Int };        type A { x(a: ID): Int };         BREAKS A.x(a:): Int -> ID
      null that is refused now breaks;            type A { x(a: Int): Int };        type A { x(a: Int!): Int };       BREAKS A.x(a:): Int -> Int!
      null that is refused breaks with a default; type A { x(a: Int): Int };        type A { x(a: Int! = 1): Int };   BREAKS A.x(a:): Int -> Int! = 1
      null that is accepted now is harmless;      type A { x(a: Int!): Int };       type A { x(a: Int): Int };        HARMLESS A.x(a:): Int! -> Int
      a new one that must be given breaks;        type A { x: Int };                type A { x(a: Int!): Int };       BREAKS A.x(a:): nothing -> Int!
      a new one that may be left out is harmless; type A { x: Int };                type A { x(a: Int): Int };        HARMLESS A.x(a:): nothing -> Int
      a new one that has a default is harmless;   type A { x: Int };                type A { x(a: Int! = 1): Int };   HARMLESS A.x(a:): nothing -> Int! = 1
      another default breaks;                     type A { x(a: Int = 1): Int };    type A { x(a: Int = 2): Int };    BREAKS A.x(a:): Int = 1 -> Int = 2
      a default where there was none breaks;      type A { x(a: Int): Int };        type A { x(a: Int = 1): Int };    BREAKS A.x(a:): Int -> Int = 1
      a default that is gone breaks;              type A { x(a: Int = 1): Int };    type A { x(a: Int): Int };        BREAKS A.x(a:): Int = 1 -> Int
      a default for what had to be given may;     type A { x(a: Int!): Int };       type A { x(a: Int! = 1): Int };   HARMLESS A.x(a:): Int! -> Int! = 1
      a tighter constraint breaks;                type A { x(a: [Int] @ContainerSize(max: 9)): Int }; type A { x(a: [Int] @ContainerSize(max: 8)): Int }; 'BREAKS A.x(a:)@ContainerSize: (min: 0, max: 9) -> (min: 0, max: 8)'
      """
    )
    void areFound(String sentence, @Nullable String was, @Nullable String is, String found) {
      assertFound(was, is, found);
    }
  }

  @Nested
  class OfInputs {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      a field that is gone breaks;                input I { a: Int b: Int };  input I { a: Int };         BREAKS I.b: Int -> nothing
      a deprecated field that is gone breaks;     input I { a: Int b: Int @deprecated }; input I { a: Int }; BREAKS I.b: Int -> nothing
      another type breaks;                        input I { a: Int };         input I { a: ID };          BREAKS I.a: Int -> ID
      null that is refused now breaks;            input I { a: Int };         input I { a: Int! };        BREAKS I.a: Int -> Int!
      items that must not be null now break;      input I { a: [Int] };       input I { a: [Int!] };      BREAKS I.a: [Int] -> [Int!]
      null that is accepted now is harmless;      input I { a: [Int!]! };     input I { a: [Int] };       HARMLESS I.a: [Int!]! -> [Int]
      a list breaks in the place of one;          input I { a: Int };         input I { a: [Int] };       BREAKS I.a: Int -> [Int]
      a new one that must be given breaks;        input I { a: Int };         input I { a: Int b: Int! }; BREAKS I.b: nothing -> Int!
      a new one that may be left out is harmless; input I { a: Int };         input I { a: Int b: Int };  HARMLESS I.b: nothing -> Int
      a new one that has a default is harmless;   input I { a: Int };         input I { a: Int b: Int! = 1 }; HARMLESS I.b: nothing -> Int! = 1
      another default breaks;                     input I { a: Int! = 1 };    input I { a: Int! = 2 };    BREAKS I.a: Int! = 1 -> Int! = 2
      a default where there was none breaks;      input I { a: Int };         input I { a: Int = 1 };     BREAKS I.a: Int -> Int = 1
      a default that is gone breaks;              input I { a: Int! = 1 };    input I { a: Int! };        BREAKS I.a: Int! = 1 -> Int!
      null with the same default is harmless;     input I { a: Int! = 1 };    input I { a: Int = 1 };     HARMLESS I.a: Int! = 1 -> Int = 1
      one field only breaks;                      input I { a: Int b: Int };  input I @oneOf { a: Int b: Int }; BREAKS I@oneOf: any fields -> exactly one field
      more fields than one may be noticed;        input I @oneOf { a: Int b: Int }; input I { a: Int b: Int }; NOTICED I@oneOf: exactly one field -> any fields
      what is deprecated is still there;          input I { a: Int };         'input I { a: Int @deprecated(reason: "y") }'; 'HARMLESS I.a@deprecated: nothing -> (reason: y)'
      """
    )
    void areFound(String sentence, @Nullable String was, @Nullable String is, String found) {
      assertFound(was, is, found);
    }
  }

  @Nested
  class OfConstraints {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      a new size breaks;                 input I { a: ID };                   input I { a: ID @Size(max: 9) };        'BREAKS I.a@Size: nothing -> (min: 0, max: 9)'
      a lower maximum breaks;            input I { a: ID @Size(max: 9) };     input I { a: ID @Size(max: 8) };        'BREAKS I.a@Size: (min: 0, max: 9) -> (min: 0, max: 8)'
      a higher minimum breaks;           input I { a: ID @Size(max: 9) };     input I { a: ID @Size(min: 1 max: 9) }; 'BREAKS I.a@Size: (min: 0, max: 9) -> (min: 1, max: 9)'
      a size that is moved breaks;       input I { a: ID @Size(min: 2 max: 8) }; input I { a: ID @Size(min: 3 max: 9) }; 'BREAKS I.a@Size: (min: 2, max: 8) -> (min: 3, max: 9)'
      a wider size may be noticed;       input I { a: ID @Size(min: 2 max: 8) }; input I { a: ID @Size(min: 1 max: 9) }; 'NOTICED I.a@Size: (min: 2, max: 8) -> (min: 1, max: 9)'
      a lower minimum may be;            input I { a: ID @Size(min: 2 max: 9) }; input I { a: ID @Size(min: 1 max: 9) }; 'NOTICED I.a@Size: (min: 2, max: 9) -> (min: 1, max: 9)'
      a size that is gone may be;        input I { a: ID @Size(max: 9) };     input I { a: ID };                      'NOTICED I.a@Size: (min: 0, max: 9) -> nothing'
      fewer items break;                 input I { a: [ID] @ContainerSize(max: 9) }; input I { a: [ID] @ContainerSize(max: 8) }; 'BREAKS I.a@ContainerSize: (min: 0, max: 9) -> (min: 0, max: 8)'
      more items may be noticed;         input I { a: [ID] @ContainerSize(max: 8) }; input I { a: [ID] @ContainerSize(max: 9) }; 'NOTICED I.a@ContainerSize: (min: 0, max: 8) -> (min: 0, max: 9)'
      a new pattern breaks;              input I { a: ID };                   'input I { a: ID @Pattern(regexp: "x") }'; BREAKS I.a@Pattern: nothing -> (regexp: x)
      another pattern breaks;            'input I { a: ID @Pattern(regexp: "x") }'; 'input I { a: ID @Pattern(regexp: "x?") }'; BREAKS I.a@Pattern: (regexp: x) -> (regexp: x?)
      a pattern that is gone may be;     'input I { a: ID @Pattern(regexp: "x") }'; input I { a: ID };                NOTICED I.a@Pattern: (regexp: x) -> nothing
      one that nobody here knows breaks; input I { a: Int };                  input I { a: Int @Odd };                BREAKS I.a@Odd: nothing -> ()
      its end may be noticed;            input I { a: Int @Odd };             input I { a: Int };                     NOTICED I.a@Odd: () -> nothing
      one by a new rule breaks;          input I { a: ID };                   'input I { "An id. Required by a rule." a: ID }'; BREAKS I.a: optional -> required by a rule
      the end of a rule is nothing;      'input I { "Required by a rule." a: ID }'; input I { a: ID };       ''
      a rule that stays is nothing;      'input I { "Required by a rule." a: ID }'; 'input I { "Required by a rule!" a: ID }'; ''
      another order is nothing;          input I { a: ID @Size(min: 1 max: 9) }; input I { a: ID @Size(max: 9 min: 1) };      ''
      another text is nothing;           input I { a: ID @Size(max: 9) };     'input I { a: ID @Size(max: 9 message: "x") }'; ''
      """
    )
    void areFound(String sentence, @Nullable String was, @Nullable String is, String found) {
      assertFound(was, is, found);
    }

    /** The place where it is used does not change its text. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      a lower maximum by default breaks; 9; 8; 'BREAKS I.a@Bound: (max: 9) -> (max: 8)'
      """
    )
    void ofADefinitionAreFoundWhereItIsUsed(String sentence, String was, String is, String found) {
      var sdl = "directive @Bound(max: Int = %s) on INPUT_FIELD_DEFINITION input I { a: ID @Bound }";
      assertFound(sdl.formatted(was), sdl.formatted(is), found);
    }
  }

  @Nested
  class OfEnums {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      a value that is gone breaks;              enum E { X Y };                    enum E { X };                    BREAKS E.Y: value -> nothing
      a deprecated value that is gone breaks;   enum E { X Y @deprecated };        enum E { X };                    BREAKS E.Y: value -> nothing
      a value with another name is gone;        enum E { X };                      enum E { Y };                    BREAKS E.X: value -> nothing, HARMLESS E.Y: nothing -> value
      a new value that is read may be noticed;  enum E { X } type A { e: [E!]! };  enum E { X Y } type A { e: [E!]! }; NOTICED E.Y: nothing -> value
      a new value that is only sent is not;     enum E { X } input I { e: E };     enum E { X Y } input I { e: E }; HARMLESS E.Y: nothing -> value
      a new value breaks where none may join;   '"So that a switch stays complete." enum E { X } type A { e: E }'; '"So that a switch stays complete." enum E { X Y } type A { e: E }'; BREAKS E.Y: nothing -> value
      no promise of today undoes that;          '"So that a switch stays complete." enum E { X } type A { e: E }'; enum E { X Y } type A { e: E }; BREAKS E.Y: nothing -> value
      what is deprecated is still there;        enum E { X Y };                    'enum E { X Y @deprecated(reason: "z") }'; 'HARMLESS E.Y@deprecated: nothing -> (reason: z)'
      """
    )
    void areFound(String sentence, @Nullable String was, @Nullable String is, String found) {
      assertFound(was, is, found);
    }
  }

  @Nested
  class OfFamilies {

    private static final String TYPES =
      "interface N { x: Int } type A implements N { x: Int } type B implements N { x: Int } type C { x: Int } ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      a member that is gone breaks;                 union U = A | B; union U = A;     BREAKS U|B: member -> nothing
      a new member may be noticed;                  union U = A;     union U = A | B; NOTICED U|B: nothing -> member
      one without the interface of all breaks;      union U = A | B; union U = A | B | C; BREAKS U|C: nothing -> member
      where there is none it may be noticed;        union U = A | C; union U = A | B | C; NOTICED U|B: nothing -> member
      """
    )
    void areFoundInUnions(String sentence, String was, String is, String found) {
      assertFound(TYPES + was, TYPES + is, found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      an interface that a type leaves breaks;       type A implements N { x: Int }; type A { x: Int }; BREAKS A&N: implemented -> nothing
      an interface that an interface leaves breaks; interface A implements N { x: Int }; interface A { x: Int }; BREAKS A&N: implemented -> nothing
      a type that joins may be noticed;             type A { x: Int }; type A implements N { x: Int }; NOTICED A&N: nothing -> implemented
      a new type that joins may be noticed;         ;                  type A implements N { x: Int }; 'NOTICED A&N: nothing -> implemented, HARMLESS A: nothing -> type'
      a new type of a new one is harmless;          ;                  interface M { x: Int } type A implements M { x: Int }; 'HARMLESS M: nothing -> interface, HARMLESS A: nothing -> type'
      each is looked at by itself;                  type A implements N & Node { x: Int }; type A implements N { x: Int }; BREAKS A&Node: implemented -> nothing
      """
    )
    void areFoundInInterfaces(String sentence, @Nullable String was, String is, String found) {
      var family = "interface N { x: Int } interface Node { x: Int } ";
      assertFound(family + Objects.requireNonNullElse(was, ""), family + is, found);
    }
  }

  @Nested
  class OfDirectives {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      one for documents that is gone breaks;     directive @d on FIELD;             ;                               BREAKS @d: directive -> nothing
      one for the schema that is gone may be;    directive @d on OBJECT;            ;                               NOTICED @d: directive -> nothing
      a new one is harmless;                     ;                                  directive @d on FIELD;          HARMLESS @d: nothing -> directive
      an argument that is gone breaks;           directive @d(a: Int) on FIELD;     directive @d on FIELD;          BREAKS @d(a:): Int -> nothing
      a new argument to be given breaks;         directive @d on FIELD;             directive @d(a: Int!) on FIELD; BREAKS @d(a:): nothing -> Int!
      another type breaks;                       directive @d(a: Int) on FIELD;     directive @d(a: ID) on FIELD;   BREAKS @d(a:): Int -> ID
      another default breaks;                    directive @d(a: Int = 1) on FIELD; directive @d(a: Int = 2) on FIELD; BREAKS @d(a:): Int = 1 -> Int = 2
      arguments for the schema are nothing;      directive @d(a: Int) on OBJECT;    directive @d on OBJECT;         ''
      a place that is gone breaks;               directive @d on FIELD | QUERY;     directive @d on QUERY;          'BREAKS @d: on [QUERY, FIELD] -> on [QUERY]'
      a new place is nothing;                    directive @d on QUERY;             directive @d on FIELD | QUERY;  ''
      what cannot be repeated any more breaks;   directive @d repeatable on FIELD;  directive @d on FIELD;          BREAKS @d: repeatable -> once
      what can be repeated still is nothing;     directive @d repeatable on FIELD;  directive @d repeatable on FIELD; ''
      """
    )
    void areFound(String sentence, @Nullable String was, @Nullable String is, String found) {
      assertFound(was, is, found);
    }
  }

  @Nested
  class OfOperations {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      another root breaks;      type M { x: Int } type O { x: Int } extend schema { mutation: M }; type M { x: Int } type O { x: Int } extend schema { mutation: O }; BREAKS schema.mutation: M -> O
      a root that is gone too;  type M { x: Int } extend schema { mutation: M }; type M { x: Int };                                                     BREAKS schema.mutation: M -> nothing
      a new root is nothing;    type M { x: Int }; type M { x: Int } extend schema { mutation: M };                                                     ''
      """
    )
    void areFound(String sentence, String was, String is, String found) {
      var root = "schema { query: Query } ";
      assertFound(root + was, root + is, found);
    }
  }

  @Nested
  class OfErrors {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
      delimiter = ';',
      textBlock = """
      another code breaks;          '"Bad. Code: `X`." type E { code: Int }'; '"Bad. Code: `Y`." type E { code: Int }'; BREAKS E.code: X -> Y
      a code in the next line may;  '"Bad. Code: `X`." type E { code: Int }'; '"Very bad. Code:  `X`." type E { code: Int }'; ''
      a code that is gone breaks;   '"Bad. Code: `X`." type E { code: Int }'; '"Bad." type E { code: Int }';             BREAKS E.code: X -> nothing
      a new code is nothing;        '"Bad." type E { code: Int }';            '"Bad. Code: `X`." type E { code: Int }'; ''
      """
    )
    void areFound(String sentence, String was, String is, String found) {
      assertFound(was, is, found);
    }
  }

  private static void assertFound(@Nullable String was, @Nullable String is, String found) {
    assertThat(SchemaChanges.between(schema(was), schema(is)))
      .extracting(change -> change.effect() + " " + change.name())
      .containsExactlyInAnyOrder(found.isEmpty() ? new String[0] : found.split(", (?=[A-Z]+ )", -1));
  }

  private static GraphQLSchema schema(@Nullable String piece) {
    return Schemas.read(EVERYWHERE + Objects.requireNonNullElse(piece, ""));
  }
}
