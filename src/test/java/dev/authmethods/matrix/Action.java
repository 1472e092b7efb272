package dev.authmethods.matrix;

import static dev.authmethods.matrix.Persona.Role.AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.matrix.Persona.Role.HELPDESK_ADMINISTRATOR;
import static dev.authmethods.matrix.Persona.Role.PASSWORD_ADMINISTRATOR;
import static dev.authmethods.matrix.Persona.Role.USER_ADMINISTRATOR;

import dev.authmethods.matrix.Persona.Role;
import java.util.Locale;
import java.util.Set;

/**
 * A row of the matrix: a mutation of the schema, or a field of a user that not everybody may read. The name of the constant is that of
 * the field.
 */
enum Action {
  ADD_PHONE_METHOD(Subject.PHONE, false, "create"),
  ADD_PHONE_METHODS(Subject.PHONE, false, "create"),
  SET_PHONE_METHOD(Subject.PHONE, false, "create update"),
  UPDATE_PHONE_METHOD(Subject.PHONE, false, "update"),
  DELETE_PHONE_METHOD(Subject.PHONE, true, "delete"),
  ENABLE_SMS_SIGN_IN(Subject.PHONE, true, "enable"),
  DISABLE_SMS_SIGN_IN(Subject.PHONE, true, "disable"),
  ADD_EMAIL_METHOD(Subject.EMAIL, false, "create"),
  SET_EMAIL_METHOD(Subject.EMAIL, false, "create update"),
  UPDATE_EMAIL_METHOD(Subject.EMAIL, false, "update"),
  DELETE_EMAIL_METHOD(Subject.EMAIL, true, "delete"),
  CREATE_TEMPORARY_ACCESS_PASS(Subject.PASS, false, "create"),
  CREATE_TEMPORARY_ACCESS_PASSES(Subject.PASS, false, "create"),
  DELETE_TEMPORARY_ACCESS_PASS(Subject.PASS, false, "delete"),
  DELETE_AUTHENTICATION_METHOD(Subject.PHONE, true, "delete"),
  RESET_MFA(Subject.EVERY_KIND, false, "delete revokeSignInSessions"),
  REVOKE_SIGN_IN_SESSIONS(Subject.SESSIONS, true, "revokeSignInSessions"),
  RESET_PASSWORD(Subject.PASSWORD, false, "resetPassword"),
  PHONE_METHODS(Subject.PHONE),
  EMAIL_METHOD(Subject.EMAIL),
  TEMPORARY_ACCESS_PASS(Subject.PASS),
  AUTHENTICATION_METHODS(Subject.EVERY_KIND),
  PASSKEYS(Subject.EVERY_KIND);

  /** The part of Microsoft Graph that it is about, which decides on permissions. */
  enum Subject {
    PHONE,
    EMAIL,
    PASS,
    PASSWORD,
    SESSIONS,
    EVERY_KIND,
  }

  private final Subject subject;
  private final boolean isForOwn;
  private final String writes;

  Action(Subject subject) {
    this(subject, true, "");
  }

  Action(Subject subject, boolean isForOwn, String writes) {
    this.subject = subject;
    this.isForOwn = isForOwn;
    this.writes = writes;
  }

  Subject subject() {
    return subject;
  }

  boolean isRead() {
    return writes.isEmpty();
  }

  boolean isRefusedToOwn() {
    return !isForOwn;
  }

  /** Whether it may consist of such a write of Microsoft Graph, in the words of the sandbox. */
  boolean writes(String operation) {
    return (" " + writes + " ").contains(" " + operation + " ");
  }

  /** The roles that reach some users. Source: the page of the operation, and permissions-reference of Entra. */
  Set<Role> limited() {
    return switch (subject) {
      case PASSWORD -> Set.of(
        AUTHENTICATION_ADMINISTRATOR,
        HELPDESK_ADMINISTRATOR,
        PASSWORD_ADMINISTRATOR,
        USER_ADMINISTRATOR
      );
      case SESSIONS -> Set.of(AUTHENTICATION_ADMINISTRATOR, HELPDESK_ADMINISTRATOR, USER_ADMINISTRATOR);
      case PHONE, EMAIL, PASS, EVERY_KIND -> Set.of(AUTHENTICATION_ADMINISTRATOR);
    };
  }

  /** The field of the schema. */
  String field() {
    var words = name().toLowerCase(Locale.ROOT).split("_", -1);
    var field = new StringBuilder(words[0]);
    for (int at = 1; at < words.length; at++) {
      field.append(words[at].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[at].substring(1));
    }
    return field.toString();
  }
}
