package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.method.ObjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One thing to find out about a user before it is known how the user is protected. */
record ProtectionQuestion(ObjectId user, Subject subject, @Nullable ObjectId group) {
  static final Resource<ProtectionQuestion, Finding> RESOURCE = new Resource<>(
    "protection",
    Service.DIRECTORY,
    question -> question.subject().permissions(),
    question -> question.subject().path(question.user().value()),
    ProtectionQuestion::read
  );

  /** The questions about a user. */
  static Stream<ProtectionQuestion> about(ObjectId user, Protection.Scope scope) {
    var ofEntra = switch (scope.rules()) {
      case NONE -> Stream.<ProtectionQuestion>empty();
      case RESTRICTED_MANAGEMENT -> Stream.of(ofRestriction(user));
      case ALL -> Subject.OF_ENTRA.stream().map(subject -> new ProtectionQuestion(user, subject, null));
    };
    return scope.group() == null ? ofEntra : Stream.concat(ofEntra, ofGroup(user, scope.group()));
  }

  /** A group that is gone would have no members: whether it is there is asked too. */
  private static Stream<ProtectionQuestion> ofGroup(ObjectId user, ObjectId group) {
    return Stream.of(
      new ProtectionQuestion(user, Subject.GROUP_MEMBERSHIPS, group),
      new ProtectionQuestion(group, Subject.GROUP, group)
    );
  }

  /** All that matters to a caller who reaches everybody whom a role for the whole tenant reaches. */
  static ProtectionQuestion ofRestriction(ObjectId user) {
    return new ProtectionQuestion(user, Subject.RESTRICTED_MANAGEMENT, null);
  }

  /** Whether the answer matters to how a user is protected. */
  boolean concerns(ObjectId other) {
    return subject == Subject.GROUP || user.equals(other);
  }

  private Finding read(JsonParser in) {
    return subject.read(user, Objects.requireNonNullElse(group, user), in);
  }

  /** The finding from an answer. */
  sealed interface Finding {
    /** How the user is protected, as far as the question goes. */
    record Found(Protection protection) implements Finding {}

    /**
     * Microsoft Graph names objects and keeps their properties back. Source:
     * https://learn.microsoft.com/graph/permissions-overview#limited-information-returned-for-inaccessible-member-objects
     */
    record Withheld(List<String> permissions) implements Finding {}
  }

  enum Subject {
    /**
     * Whether the user is in a restricted management administrative unit. Source:
     * https://learn.microsoft.com/graph/api/resources/user
     */
    RESTRICTED_MANAGEMENT,
    /**
     * Which roles were assigned to the user directly, custom ones too. Source:
     * https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments
     */
    ROLES,
    /**
     * Which groups the user is in, and which roles these have. Source:
     * https://learn.microsoft.com/graph/api/user-list-transitivememberof
     */
    MEMBERSHIPS,
    /** Which groups the user owns. Source: https://learn.microsoft.com/graph/api/user-list-ownedobjects */
    OWNED_OBJECTS,
    /**
     * Whether the user is in the protected group, directly or through others. Source:
     * https://learn.microsoft.com/graph/api/user-list-transitivememberof
     */
    GROUP_MEMBERSHIPS,
    /** Whether there is a protected group at all. Source: https://learn.microsoft.com/graph/api/group-get */
    GROUP;

    private static final List<Subject> OF_ENTRA = List.of(RESTRICTED_MANAGEMENT, ROLES, MEMBERSHIPS, OWNED_OBJECTS);

    private static final GraphPermissions TO_READ_ROLES = onlyAsApplication(
      "RoleManagement.Read.Directory",
      "RoleManagement.Read.All",
      "Directory.Read.All",
      "RoleManagement.ReadWrite.Directory",
      "Directory.ReadWrite.All"
    );

    private GraphPermissions permissions() {
      return switch (this) {
        case RESTRICTED_MANAGEMENT -> Entra.USERS;
        case ROLES -> TO_READ_ROLES;
        case MEMBERSHIPS, OWNED_OBJECTS -> Groups.PERMISSIONS;
        case GROUP_MEMBERSHIPS, GROUP -> Groups.TO_READ_ONE;
      };
    }

    private String path(String user) {
      return switch (this) {
        case RESTRICTED_MANAGEMENT -> "/users/" + user + "?$select=id,isManagementRestricted";
        case ROLES -> "/roleManagement/directory/roleAssignments?$filter=principalId%20eq%20'" +
          user +
          "'&$select=id,roleDefinitionId,directoryScopeId";
        case MEMBERSHIPS -> "/users/" +
          user +
          "/transitiveMemberOf?$select=id,displayName,isAssignableToRole,roleTemplateId&$top=999";
        case OWNED_OBJECTS -> "/users/" + user + "/ownedObjects?$select=id,displayName,isAssignableToRole&$top=999";
        case GROUP_MEMBERSHIPS -> "/users/" + user + "/transitiveMemberOf?$select=id&$top=999";
        case GROUP -> "/groups/" + user + "?$select=id";
      };
    }

    private Finding read(ObjectId user, ObjectId group, JsonParser in) {
      return switch (this) {
        case GROUP_MEMBERSHIPS -> strictest(in, Protection.GROUP, each -> membership(group, each));
        case GROUP -> existence(user, in);
        case RESTRICTED_MANAGEMENT -> restriction(user, in);
        case ROLES -> strictest(in, Protection.PRIVILEGED, Subject::role);
        case MEMBERSHIPS, OWNED_OBJECTS -> strictest(in, Protection.PRIVILEGED, Subject::object);
      };
    }

    /** A group without an id might be the protected one. */
    private static Finding membership(ObjectId group, JsonParser in) {
      var id = Json.understood(ObjectId.parse(Json.understood(properties(in).get("id"))));
      return found(id.equals(group) ? Protection.GROUP : Protection.NONE);
    }

    private static Finding existence(ObjectId group, JsonParser in) {
      var id = Json.understood(ObjectId.parse(Json.understood(properties(in).get("id"))));
      Json.understood(id.equals(group) ? id : null);
      return found(Protection.NONE);
    }

    /** A property that is missing answers nothing. A property of another object does not either. */
    private static Finding restriction(ObjectId user, JsonParser in) {
      Finding found = null;
      Json.enterObject(in);
      for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
        switch (name) {
          case "id" -> Json.understood(user.equals(ObjectId.parse(Json.understood(Json.text(in)))) ? user : null);
          case "isManagementRestricted" -> found = stricter(found, restriction(in));
          default -> in.skipChildren();
        }
      }
      return Json.understood(found);
    }

    /** Null means false; what is neither true nor false means nothing. */
    private static Finding restriction(JsonParser in) {
      return switch (in.currentToken()) {
        case VALUE_TRUE -> found(Protection.RESTRICTED);
        case VALUE_FALSE, VALUE_NULL -> found(Protection.NONE);
        default -> throw new Json.NotUnderstood();
      };
    }

    private static Finding role(JsonParser in) {
      var role = properties(in);
      return found(protectionBy(role.get("roleDefinitionId"), role.get("directoryScopeId")));
    }

    /** A role for a part of the tenant may be one for a restricted unit. */
    private static Protection protectionBy(@Nullable String role, @Nullable String scope) {
      return role != null && "/".equals(scope) && DirectoryRole.isReachedByAuthenticationAdministrators(role)
        ? Protection.NONE
        : Protection.PRIVILEGED;
    }

    /** Of what has no type nobody can say that it is no group. */
    private static Finding object(JsonParser in) {
      var object = properties(in);
      return switch (Json.understood(object.get("@odata.type"))) {
        case "#microsoft.graph.group" -> group(object);
        case "#microsoft.graph.directoryRole" -> directoryRole(object.get("roleTemplateId"));
        default -> assignable(object);
      };
    }

    /** Every group has a name: one without was withheld. */
    private static Finding group(Map<String, String> group) {
      return group.containsKey("displayName") ? assignable(group) : new Finding.Withheld(Groups.TO_READ);
    }

    /** If it is missing, or null, roles cannot be assigned to the object. */
    private static Finding assignable(Map<String, String> object) {
      var assignable = object.getOrDefault("isAssignableToRole", "false");
      return found("false".equals(assignable) ? Protection.NONE : Protection.PRIVILEGED);
    }

    /** The question {@link #ROLES} asks for the properties that were withheld here too. */
    private static Finding directoryRole(@Nullable String role) {
      return found(role == null ? Protection.NONE : protectionBy(role, "/"));
    }

    /** The strictest of what the items say; what is on another page is not known, and protects. */
    private static Finding strictest(JsonParser in, Protection unknown, Function<JsonParser, Finding> item) {
      Finding strictest = null;
      Json.enterObject(in);
      for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
        switch (name) {
          case "value" -> strictest = stricter(
            strictest,
            Json.items(in, item).stream().reduce(found(Protection.NONE), Subject::stricter)
          );
          case "@odata.nextLink" -> {
            if (in.currentToken() != JsonToken.VALUE_NULL) {
              strictest = found(unknown);
            }
            in.skipChildren();
          }
          default -> in.skipChildren();
        }
      }
      return Json.understood(strictest);
    }

    private static Finding stricter(@Nullable Finding one, Finding other) {
      return one == null || rank(other) > rank(one) ? other : one;
    }

    private static int rank(Finding finding) {
      return switch (finding) {
        case Finding.Found(var protection) when protection != Protection.NONE -> 2;
        case Finding.Withheld _ -> 1;
        case Finding.Found _ -> 0;
      };
    }

    private static Finding found(Protection protection) {
      return new Finding.Found(protection);
    }

    /** The texts and truth values of an object; one that is there twice, and not the same, means nothing. */
    private static Map<String, String> properties(JsonParser in) {
      var properties = new HashMap<String, String>();
      Json.enterObject(in);
      for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
        if (in.currentToken().isScalarValue() && in.currentToken() != JsonToken.VALUE_NULL) {
          var value = in.getValueAsString("");
          Json.understood(value.equals(properties.getOrDefault(name, value)) ? value : null);
          properties.put(name, value);
        }
        in.skipChildren();
      }
      return properties;
    }

    private static GraphPermissions onlyAsApplication(String... names) {
      return new GraphPermissions(List.of(names), List.of(names));
    }
  }

  private static final class Groups {

    static final List<String> TO_READ = List.of("GroupMember.Read.All", "Group.Read.All", "Directory.Read.All");
    static final GraphPermissions TO_READ_ONE = new GraphPermissions(TO_READ, TO_READ);
    static final GraphPermissions PERMISSIONS = new GraphPermissions(
      TO_READ,
      List.of(
        "User.Read.All",
        "GroupMember.Read.All",
        "Group.Read.All",
        "Directory.Read.All",
        "Directory.ReadWrite.All"
      )
    );
  }
}
