package dev.authmethods.gateway.change;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.error.ErrorTypes;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.NationalCloud;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An operation of Microsoft Graph: the permissions and roles that it needs, the clouds that offer it, and its
 * behaviour. The source is the page of Microsoft Graph on the operation.
 *
 * @param name              the mutation, which an idempotency key belongs to; for a read the field
 * @param errors            the sealed family of the mutation's errors, without the shared ones
 * @param otherErrors       the errors of other mutations too that it can answer, from the package {@code refusal}
 * @param clouds            the national clouds that offer it
 * @param permissions       the permissions of which the gateway's token needs one
 * @param roles             the roles of which a user needs one, the least privileged first
 * @param refusesOwnAccount whether callers cannot do it to their own account
 * @param needsObjectId     whether Microsoft Graph has to be given the user's object id
 * @param isRepeatable      whether the write does no harm when it is sent again while the first sending may still be carried out
 * @param makesSecret       whether the answer has a secret that is shown once
 */
public record Operation(
  String name,
  Class<? extends ExpectedError> errors,
  List<Class<? extends ExpectedError>> otherErrors,
  Set<NationalCloud> clouds,
  GraphPermissions permissions,
  List<DirectoryRole> roles,
  boolean refusesOwnAccount,
  boolean needsObjectId,
  boolean isRepeatable,
  boolean makesSecret
) {
  private static final List<DirectoryRole> WRITERS = List.of(
    DirectoryRole.AUTHENTICATION_ADMINISTRATOR,
    DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR
  );
  private static final List<DirectoryRole> READERS = List.of(
    DirectoryRole.GLOBAL_READER,
    DirectoryRole.AUTHENTICATION_ADMINISTRATOR,
    DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR
  );

  /** A read, in every cloud, by the roles that can read authentication methods. */
  public static Operation read(String field, GraphPermissions permissions) {
    return of(field, ExpectedError.class, permissions, READERS);
  }

  /** A write, in every cloud, by the roles that can change authentication methods. */
  public static Operation write(String mutation, Class<? extends ExpectedError> errors, GraphPermissions permissions) {
    return of(mutation, errors, permissions, WRITERS);
  }

  private static Operation of(
    String name,
    Class<? extends ExpectedError> errors,
    GraphPermissions permissions,
    List<DirectoryRole> roles
  ) {
    var clouds = EnumSet.allOf(NationalCloud.class);
    return new Operation(name, errors, List.of(), clouds, permissions, roles, false, false, true, false);
  }

  /** The same, offered to other roles. */
  public Operation by(List<DirectoryRole> others) {
    return copy(otherErrors, clouds, others, refusesOwnAccount, needsObjectId, isRepeatable, makesSecret);
  }

  /** The same, with other permissions. */
  public Operation needing(GraphPermissions others) {
    return new Operation(
      name,
      errors,
      otherErrors,
      clouds,
      others,
      roles,
      refusesOwnAccount,
      needsObjectId,
      isRepeatable,
      makesSecret
    );
  }

  /** The same, offered in these clouds. */
  public Operation in(Set<NationalCloud> others) {
    return copy(otherErrors, others, roles, refusesOwnAccount, needsObjectId, isRepeatable, makesSecret);
  }

  /** The same, answering errors of other mutations too. */
  public Operation alsoAnswering(List<Class<? extends ExpectedError>> others) {
    return copy(others, clouds, roles, refusesOwnAccount, needsObjectId, isRepeatable, makesSecret);
  }

  /** The same, not offered in one cloud. */
  public Operation notIn(NationalCloud cloud) {
    var others = EnumSet.copyOf(clouds);
    others.remove(cloud);
    return in(others);
  }

  /** The same, refused for the caller's own account. */
  public Operation notOnOwnAccount() {
    return copy(otherErrors, clouds, roles, true, needsObjectId, isRepeatable, makesSecret);
  }

  /** The same, with the user addressed by the object id only. */
  public Operation byObjectId() {
    return copy(otherErrors, clouds, roles, refusesOwnAccount, true, isRepeatable, makesSecret);
  }

  /** The same, never sent again while the first sending may still be carried out. */
  public Operation neverSentAgain() {
    return copy(otherErrors, clouds, roles, refusesOwnAccount, needsObjectId, false, makesSecret);
  }

  /** The same, answered with a secret that is shown once. */
  public Operation withSecret() {
    return copy(otherErrors, clouds, roles, refusesOwnAccount, needsObjectId, isRepeatable, true);
  }

  private Operation copy(
    List<Class<? extends ExpectedError>> otherErrors,
    Set<NationalCloud> clouds,
    List<DirectoryRole> roles,
    boolean refusesOwnAccount,
    boolean needsObjectId,
    boolean isRepeatable,
    boolean makesSecret
  ) {
    return new Operation(
      name,
      errors,
      otherErrors,
      clouds,
      permissions,
      roles,
      refusesOwnAccount,
      needsObjectId,
      isRepeatable,
      makesSecret
    );
  }

  /** The records of all errors that only some mutations answer and that this one can. */
  public List<Class<?>> declaredErrors() {
    return ErrorTypes.of(Stream.concat(Stream.of(errors), otherErrors.stream()).toList());
  }

  /** Whether it changes nothing. */
  boolean isRead() {
    return roles.equals(READERS);
  }
}
