package dev.authmethods.gateway.api.error;

import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.Suggestion;
import dev.authmethods.gateway.api.problem.Term;
import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of {@code messages.properties}, in the language of a request. */
@Component
public class Messages {

  private final MessageSource messages;

  public Messages(MessageSource messages) {
    this.messages = messages;
  }

  /** The message of an error in a payload; a {@code NoSuchMessageException} when no text has its key. */
  public String of(ExpectedError error, Locale locale) {
    return messages.getMessage(error.messageKey(), error.messageArguments().toArray(), locale);
  }

  /** The message of a GraphQL error with this code. */
  public String of(ErrorCode failure, Locale locale) {
    return messages.getMessage("failure." + failure, null, locale);
  }

  /** The message about an exceeded limit, with the limit in it. */
  public String of(ExceededLimit excess, Locale locale) {
    return messages.getMessage("failure." + excess.key(), new Object[] { excess.limit() }, locale);
  }

  /** The message about a problem of a document or its variables. */
  public String of(Problem problem, Locale locale) {
    var arguments = problem
      .arguments()
      .stream()
      .map(argument -> argument instanceof Term term ? of(term, locale) : argument)
      .toArray();
    var text = messages.getMessage(problem.key(), arguments, locale);
    return problem.suggestion().names().isEmpty() ? text : text + " " + of(problem.suggestion(), locale);
  }

  private String of(Term term, Locale locale) {
    return messages.getMessage(term.key(), term.arguments().toArray(), locale);
  }

  private String of(Suggestion suggestion, Locale locale) {
    var names = suggestion.names().stream().map("\"%s\""::formatted).toList();
    return messages.getMessage("suggestion." + suggestion.form(), new Object[] { choice(names, locale) }, locale);
  }

  /** As in: a, b or c. */
  private String choice(List<String> names, Locale locale) {
    if (names.size() == 1) {
      return names.getFirst();
    }
    var butTheLast = names
      .stream()
      .limit(names.size() - 1L)
      .collect(Collectors.joining(", "));
    return messages.getMessage("suggestion.or", new Object[] { butTheLast, names.getLast() }, locale);
  }
}
