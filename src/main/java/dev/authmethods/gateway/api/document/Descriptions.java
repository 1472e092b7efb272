package dev.authmethods.gateway.api.document;

import graphql.org.antlr.v4.runtime.CharStreams;
import graphql.org.antlr.v4.runtime.Token;
import graphql.org.antlr.v4.runtime.TokenSource;
import graphql.parser.antlr.GraphqlLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The descriptions of operations, their variables and fragments, which the parser of graphql-java 26.0 does not know. Anywhere else,
 * such as before a query in shorthand, none is allowed. Source: <a href="https://spec.graphql.org/September2025/#sec-Language">GraphQL,
 * September 2025</a>, OperationDefinition, VariableDefinition, FragmentDefinition.
 */
final class Descriptions {

  private static final Set<String> OPERATIONS = Set.of("query", "mutation", "subscription");

  private final List<Token> found = new ArrayList<>();

  /** A string that is a description if the next token is what it describes. */
  private @Nullable Token candidate;

  private String previous = "";

  /** How many brackets of any kind are open. */
  private int depth;

  /** How many tokens of the definition were read, its description aside. */
  private int position;

  private boolean isOperation;
  private boolean isInVariables;

  private Descriptions() {}

  /**
   * The document with blanks in the place of its descriptions: all other parts stay in the client's places.
   *
   * @param limiting stops when there are too many tokens
   */
  static String blank(String document, UnaryOperator<TokenSource> limiting) {
    var lexer = new GraphqlLexer(CharStreams.fromString(document));
    // The text keeps a character that is no token, and the parser reports it.
    lexer.removeErrorListeners();
    var tokens = limiting.apply(lexer);
    var descriptions = new Descriptions();
    for (var token = tokens.nextToken(); token.getType() != Token.EOF; token = tokens.nextToken()) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        descriptions.read(token);
      }
    }
    return descriptions.blankIn(document);
  }

  private void read(Token token) {
    var text = token.getText();
    if (candidate != null && isDescribed(text)) {
      found.add(candidate);
    }
    candidate = token.getType() == GraphqlLexer.StringValue && isWhereDescriptionsAre() ? token : null;
    if (candidate == null) {
      pass(text);
    }
    previous = text;
  }

  private boolean isWhereDescriptionsAre() {
    return depth == 0 ? position == 0 : isInVariables && depth == 1 && !isDefaultValue();
  }

  private boolean isDefaultValue() {
    return previous.equals("=");
  }

  private boolean isDescribed(String text) {
    return depth == 0 ? OPERATIONS.contains(text) || text.equals("fragment") : text.equals("$");
  }

  private void pass(String text) {
    if (position == 0) {
      isOperation = OPERATIONS.contains(text);
    }
    switch (text) {
      case "(", "[", "{" -> open(text);
      case ")", "]", "}" -> close(text);
      default -> position++;
    }
  }

  /** Variables follow the type of an operation, or its name. */
  private void open(String bracket) {
    if (depth == 0) {
      isInVariables = isOperation && position <= 2 && bracket.equals("(");
    }
    depth++;
    position++;
  }

  /** A brace that closes the outermost ends a definition. */
  private void close(String bracket) {
    depth--;
    position = depth == 0 && bracket.equals("}") ? 0 : position + 1;
  }

  /** Tokens count characters as code points; so does the parser in the columns that it reports. */
  private String blankIn(String document) {
    if (found.isEmpty()) {
      return document;
    }
    var characters = document.codePoints().toArray();
    for (var description : found) {
      for (int at = description.getStartIndex(); at <= description.getStopIndex(); at++) {
        characters[at] = isLineBreak(characters[at]) ? characters[at] : ' ';
      }
    }
    return new String(characters, 0, characters.length);
  }

  private static boolean isLineBreak(int character) {
    return character == '\n' || character == '\r';
  }
}
