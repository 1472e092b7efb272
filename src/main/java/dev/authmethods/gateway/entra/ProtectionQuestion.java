package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.method.ObjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One thing to find out about a user before it is known how the user is protected. */
record ProtectionQuestion(ObjectId user, Subject subject) {
  static final Resource<ProtectionQuestion, Finding> RESOURCE = new Resource<>(
    "protection",
    Service.DIRECTORY,
    question -> question.subject().permissions(),
    question -> question.subject().path(question.user().value()),
    (question, in) -> question.subject().read(question.user(), in)
  );

  /** The questions about a user. */
  static Stream<ProtectionQuestion> about(ObjectId user, boolean privileged) {
    return privileged
      ? Stream.of(ofRestriction(user))
      : Stream.of(Subject.values()).map(subject -> new ProtectionQuestion(user, subject));
  }

  /** All that matters to a caller who reaches everybody whom a role for the whole tenant reaches. */
  static ProtectionQuestion ofRestriction(ObjectId user) {
    return new ProtectionQuestion(user, Subject.RESTRICTED_MANAGEMENT);
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
    OWNED_OBJECTS;

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
      };
    }

    private Finding read(ObjectId user, JsonParser in) {
      return switch (this) {
        case RESTRICTED_MANAGEMENT -> restriction(user, in);
        case ROLES -> strictest(in, Subject::role);
        case MEMBERSHIPS, OWNED_OBJECTS -> strictest(in, Subject::object);
      };
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
    private static Finding strictest(JsonParser in, Function<JsonParser, Finding> item) {
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
              strictest = found(Protection.PRIVILEGED);
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
