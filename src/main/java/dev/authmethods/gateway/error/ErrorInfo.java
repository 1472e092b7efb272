package dev.authmethods.gateway.error;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The properties that every error of one type shares. Each {@link ExpectedError} carries it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ErrorInfo {
  /** The kind of failure. */
  ErrorCategory category();

  /** Whether the same request can succeed later without any change. */
  boolean retryable() default false;
}
