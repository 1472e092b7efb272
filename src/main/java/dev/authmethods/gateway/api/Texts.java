package dev.authmethods.gateway.api;

import dev.authmethods.gateway.error.ExpectedError;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of {@code messages.properties}, in the language of a request. */
@Component
class Texts {

  private final MessageSource messages;

  Texts(MessageSource messages) {
    this.messages = messages;
  }

  String of(ExpectedError error, Locale locale) {
    return messages.getMessage(error.messageKey(), error.messageArguments().toArray(), locale);
  }

  String of(Failure failure, Locale locale) {
    return messages.getMessage("failure." + failure, null, locale);
  }

  String of(Limits.Excess excess, Locale locale) {
    return messages.getMessage("failure." + excess.key(), new Object[] { excess.limit() }, locale);
  }
}
