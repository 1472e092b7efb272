package dev.authmethods.sandbox.directory;

import static java.util.Locale.ROOT;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The users of the tenant, by object id and by user principal name. */
public final class Directory {

  private final List<DirectoryUser> users;
  private final SignInSessions sessions;
  private final Passwords passwords;
  private final Map<String, DirectoryUser> byKey = new HashMap<>();

  public Directory(List<DirectoryUser> users, SignInSessions sessions, Passwords passwords) {
    this.sessions = sessions;
    this.passwords = passwords;
    this.users = List.copyOf(users);
    for (var user : users) {
      byKey.put(user.id().toLowerCase(ROOT), user);
      byKey.put(user.userPrincipalName().toLowerCase(ROOT), user);
    }
  }

  public List<DirectoryUser> users() {
    return users;
  }

  /** Every property of a user that is filled in for some. */
  public ObjectNode properties(DirectoryUser user) {
    return user
      .allProperties()
      .put(SignInSessions.PROPERTY, sessions.validFrom(user).toString())
      .put(Passwords.PROPERTY, passwords.lastChange(user).map(Instant::toString).orElse(null));
  }

  public Optional<DirectoryUser> find(String idOrName) {
    return Optional.ofNullable(byKey.get(idOrName.toLowerCase(ROOT)));
  }
}
