package dev.authmethods.sandbox.login;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.GraphCloud;
import dev.authmethods.sandbox.directory.Persona;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.directory.TokenClaims;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The access tokens of the login (Microsoft identity platform: Access token claims reference). */
public final class Tokens {

  public static final int SECONDS = 3_599;

  private static final List<String> OF_THE_SIGN_IN = List.of("amr", "auth_time");

  private final Signer signer = Signer.generate();
  private final String authority;

  public Tokens(String authority) {
    this.authority = authority;
  }

  public Optional<TokenClaims> verify(String token) {
    return signer.verify(token).map(TokenClaims::new);
  }

  String publicKeys() {
    return signer.publicKeys();
  }

  /** A token in the v2.0 format for the gateway, with some claims replaced, or removed if the value is null. */
  public String forGateway(Persona persona, JsonNode overrides) {
    var claims = persona.application() ? applicationForGateway(persona) : personForGateway(persona);
    for (var override : overrides.properties()) {
      var value = override.getValue();
      claims.claim(override.getKey(), value.isNull() ? null : JsonTree.plain(value));
    }
    return signer.sign(claims.build());
  }

  /** The access token of somebody who has signed in to the pages of the gateway. */
  String forGateway(SignIn signIn) {
    var claims = JsonTree.object().put("auth_time", signIn.at().getEpochSecond());
    claims.set("amr", JsonTree.strings(signIn.authenticationMethods()));
    if (!signIn.contexts().isEmpty()) {
      claims.set("acrs", JsonTree.strings(signIn.contexts()));
    }
    return forGateway(signIn.persona(), claims);
  }

  /** Says to an application who has signed in (Microsoft identity platform: ID token claims reference). */
  String identity(SignIn signIn) {
    var persona = signIn.persona();
    var claims = lasting(persona.user().id())
      .audience(signIn.client().id())
      .issuer(authority + "/" + persona.tenantId() + "/v2.0")
      .claim("ver", "2.0")
      .claim("tid", persona.tenantId())
      .claim("preferred_username", persona.user().userPrincipalName())
      .claim("name", persona.user().displayName());
    return signer.sign(claims.claim("nonce", signIn.nonce()).build());
  }

  /**
   * A token in the v1.0 format, which Microsoft Graph asks for also at the v2.0 endpoint, for a user.
   *
   * @param assertion the token with which the user came; how and when the user has signed in is in both
   */
  String forGraph(
    GraphCloud cloud,
    ClientApplication client,
    DirectoryUser user,
    Collection<String> permissions,
    TokenClaims assertion
  ) {
    var claims = graph(cloud, client, user.id())
      .claim("idtyp", "user")
      .claim("scp", String.join(" ", permissions.stream().sorted().toList()));
    claims.claim("upn", user.userPrincipalName()).claim("unique_name", user.userPrincipalName());
    OF_THE_SIGN_IN.forEach(name -> claims.claim(name, assertion.set().getClaim(name)));
    return signer.sign(claims.claim("name", user.displayName()).claim("wids", templateIds(user)).build());
  }

  /** The same for an application itself. */
  String forGraph(GraphCloud cloud, ClientApplication client, Collection<String> permissions) {
    var claims = graph(cloud, client, client.id()).claim("idtyp", "app");
    return signer.sign(claims.claim("roles", permissions.stream().sorted().toList()).build());
  }

  private JWTClaimsSet.Builder graph(GraphCloud cloud, ClientApplication client, String subject) {
    return lasting(subject)
      .audience(cloud.resource())
      .issuer(cloud.issuer())
      .claim("ver", "1.0")
      .claim("tid", Tenant.CONTOSO)
      .claim("appid", client.id())
      .claim("app_displayname", client.displayName())
      .claim("appidacr", "1");
  }

  private JWTClaimsSet.Builder personForGateway(Persona persona) {
    return gateway(persona, Tenant.PLAYGROUND, "0")
      .claim("scp", "access_as_user")
      .claim("preferred_username", persona.user().userPrincipalName())
      .claim("name", persona.user().displayName())
      .claim("wids", templateIds(persona.user()));
  }

  private JWTClaimsSet.Builder applicationForGateway(Persona persona) {
    return gateway(persona, Tenant.DAEMON, "1").claim("idtyp", "app").claim("roles", List.of("access_as_application"));
  }

  private JWTClaimsSet.Builder gateway(Persona persona, String client, String proof) {
    return lasting(persona.user().id())
      .audience(Tenant.GATEWAY)
      .issuer(authority + "/" + persona.tenantId() + "/v2.0")
      .claim("ver", "2.0")
      .claim("tid", persona.tenantId())
      .claim("azp", client)
      .claim("azpacr", proof);
  }

  private static JWTClaimsSet.Builder lasting(String objectId) {
    var now = Instant.now().getEpochSecond();
    var builder = new JWTClaimsSet.Builder().subject(objectId).claim("oid", objectId);
    Map.of("iat", now, "nbf", now, "exp", now + SECONDS).forEach(builder::claim);
    return builder.claim("uti", UUID.randomUUID().toString());
  }

  private static List<String> templateIds(DirectoryUser user) {
    return user.roles().stream().map(Role::templateId).toList();
  }
}
