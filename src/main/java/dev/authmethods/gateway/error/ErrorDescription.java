package dev.authmethods.gateway.error;

import java.util.Locale;
import java.util.Objects;

/** The description of a type of error: read from the class once, since every answer needs it. */
record ErrorDescription(String code, ErrorCategory category, boolean retryable) {
  private static final String SUFFIX = "Error";

  private static final ClassValue<ErrorDescription> BY_TYPE = new ClassValue<>() {
    @Override
    protected ErrorDescription computeValue(Class<?> type) {
      var info = Objects.requireNonNull(type.getAnnotation(ErrorInfo.class), () -> type + " has no @ErrorInfo");
      return new ErrorDescription(code(type.getSimpleName()), info.category(), info.retryable());
    }
  };

  static ErrorDescription of(ExpectedError error) {
    return BY_TYPE.get(error.getClass());
  }

  /** {@code USER_NOT_FOUND} for {@code UserNotFoundError}: the schema's name of the type, which never changes either. */
  private static String code(String typeName) {
    var name = typeName.endsWith(SUFFIX) ? typeName.substring(0, typeName.length() - SUFFIX.length()) : typeName;
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
