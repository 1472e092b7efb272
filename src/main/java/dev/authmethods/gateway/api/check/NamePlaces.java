package dev.authmethods.gateway.api.check;

import graphql.language.Node;
import graphql.language.SourceLocation;
import graphql.org.antlr.v4.runtime.CharStreams;
import graphql.org.antlr.v4.runtime.Token;
import graphql.parser.antlr.GraphqlLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The places of the names in a document: the engine's nodes know where they begin, which is rarely at their names. */
final class NamePlaces {

  private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

  private final String text;
  private @Nullable List<Token> names;

  /**
   * @param text of the document, which the engine has read already
   */
  NamePlaces(String text) {
    this.text = text;
  }

  /**
   * The place of a name within a node, or the node's own when it is not there.
   *
   * @param skipped the number of names before it, such as the keyword {@code fragment}
   */
  List<SourceLocation> within(Node<?> node, int skipped) {
    var begin = node.getSourceLocation();
    return begin == null
      ? List.of()
      : names()
          .stream()
          .filter(name -> !isBefore(name, begin))
          .skip(skipped)
          .limit(1)
          .map(NamePlaces::place)
          .toList();
  }

  /** The place of the last name before another place, such as that of a field before its value. */
  List<SourceLocation> before(@Nullable SourceLocation place) {
    return place == null
      ? List.of()
      : names()
          .reversed()
          .stream()
          .filter(name -> isBefore(name, place))
          .limit(1)
          .map(NamePlaces::place)
          .toList();
  }

  private List<Token> names() {
    var known = names;
    if (known == null) {
      known = read();
      names = known;
    }
    return known;
  }

  private List<Token> read() {
    var lexer = new GraphqlLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    var found = new ArrayList<Token>();
    for (var token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL && NAME.matcher(token.getText()).matches()) {
        found.add(token);
      }
    }
    return found;
  }

  private static boolean isBefore(Token token, SourceLocation place) {
    var at = place(token);
    return at.getLine() < place.getLine() || (at.getLine() == place.getLine() && at.getColumn() < place.getColumn());
  }

  /** The lexer counts columns from zero. */
  private static SourceLocation place(Token token) {
    return new SourceLocation(token.getLine(), token.getCharPositionInLine() + 1);
  }
}
