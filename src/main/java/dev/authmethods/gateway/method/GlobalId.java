package dev.authmethods.gateway.method;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of an object across all types of this API: opaque to clients, carrying type, user and method. The user stands in it by
 * the object id, which never changes and is never reused: however a user is named, an object has one id, and it never comes to
 * lead to somebody else.
 *
 * <p>Not a secret and not a permission: the gateway checks a client that sends one as if the client had named the user.
 */
public sealed interface GlobalId {
  /** Some kinds of methods have GUIDs, and passkeys have texts of Base64 that can be as long as the ids of credentials. */
  Pattern METHOD_ID = Pattern.compile("[A-Za-z0-9_+=-]{1,1400}");

  /** The user that the object is, or belongs to. */
  UserKey user();

  /** The name of the object's type in the schema. */
  String typeName();

  /** The part that tells objects of one type and user apart; empty if there is only one. */
  String local();

  /** A user's id. */
  record OfUser(ObjectId user) implements GlobalId {
    @Override
    public String typeName() {
      return "User";
    }

    @Override
    public String local() {
      return "";
    }

    @Override
    public String toString() {
      return encode(this);
    }
  }

  /** The id of one of a user's methods, of the kind that the type names. */
  record OfMethod(String typeName, ObjectId user, String methodId) implements GlobalId {
    @Override
    public String local() {
      return methodId;
    }

    @Override
    public String toString() {
      return encode(this);
    }
  }

  /** An id that leads through the user's name, as earlier versions handed out: still read, never handed out again. */
  record OfMethodByName(String typeName, UserPrincipalName user, String methodId) implements GlobalId {
    @Override
    public String local() {
      return methodId;
    }

    @Override
    public String toString() {
      return encode(this);
    }
  }

  /** Reads an id that this API handed out; null when the text is none. */
  static @Nullable GlobalId parse(String text) {
    var parts = decode(text).split("/", -1);
    var user = parts.length == 3 ? UserKey.parse(parts[2]) : null;
    if (user == null) {
      return null;
    }
    var id = of(parts[0], parts[1], user);
    // Only a text that the gateway gave out itself: one object, one id.
    return id != null && id.toString().equals(text) ? id : null;
  }

  private static @Nullable GlobalId of(String typeName, String local, UserKey user) {
    if (typeName.equals("User")) {
      return user instanceof ObjectId id ? new OfUser(id) : null;
    }
    return METHOD_ID.matcher(local).matches() ? ofMethod(typeName, local, user) : null;
  }

  private static GlobalId ofMethod(String typeName, String methodId, UserKey user) {
    return switch (user) {
      case ObjectId id -> new OfMethod(typeName, id, methodId);
      case UserPrincipalName name -> new OfMethodByName(typeName, name, methodId);
    };
  }

  private static String encode(GlobalId id) {
    var text = id.typeName() + "/" + id.local() + "/" + id.user().value();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String text) {
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return "";
    }
  }
}
