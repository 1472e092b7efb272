package dev.authmethods.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What graphql-java finds in what a query leads to; nothing of it may be lost, and no false alarm may be in it. */
class SecondOpinionTests {

  private static final String QUERY = """
  type Query { a(i: I): A n: N u: U e: E }
  """;
  private static final String TYPES = """
  interface N { x: Int } type A implements N { x: Int y(b: Int): Int! } type B { z: Int } union U = A | B enum E { X Y }
  input I { p: Int q: Int = 1 }
  """;

  @Test
  void countsWhereTheOwnOneSeesNoBreak() {
    var seen = Change.breaks("A.x(a:)", "Int", "ID", "");
    var harmless = Change.harmless("A.y", "Int", "Int!");
    var sameAsSeen = Change.breaks("A.x", "as published", "otherwise", "");
    var overlooked = Change.breaks("A.y", "as published", "otherwise", "");
    assertThat(SchemaChanges.completed(List.of(harmless, seen), List.of(sameAsSeen, overlooked))).containsExactly(
      seen,
      overlooked,
      harmless
    );
  }

  @Test
  void isThatAnOperationIsGone() {
    var found = SecondOpinion.of(
      Schemas.read("type Query { x: Int } type Mutation { x: Int }"),
      Schemas.read("type Query { x: Int }")
    );
    assertThat(found).extracting(Change::place).containsExactly("schema.mutation");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
    delimiter = ';',
    textBlock = """
    z: Int;                    w: Int;                        B.z
    Y };                       };                             E.Y
    p: Int;                    p: Int!;                       I.p
    p: Int;                    '';                            I.p
    q: Int = 1;                q: Int! = 1;                   I.q
    p: Int;                    p: Int o: Int!;                I.o
    p: Int;                    p: Int o: Int! = 1;            ''
    y(b: Int);                 y(b: Int, c: Int! = 1);        ''
    y(b: Int);                 y(b: Int, c: Int!);            A.y
    y(b: Int);                 y;                             A.y
    y(b: Int);                 y(b: Float);                   A.y
    Int!;                      Int;                           A.y
    | B;                       '';                            U|B
    type A implements N;       type A;                        A&N
    enum E { X Y };            scalar E;                      E
    """
  )
  void isThatItBreaks(String was, String is, String place) {
    var current = TYPES.replace(was, is);
    var found = SecondOpinion.of(Schemas.read(QUERY + TYPES), Schemas.read(QUERY + current));
    assertThat(found)
      .extracting(Change::place)
      .containsExactlyInAnyOrder(place.isEmpty() ? new String[0] : new String[] { place });
  }
}
