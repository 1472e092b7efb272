package dev.authmethods.sandbox.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.authmethods.sandbox.directory.TokenClaims;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** How an application proves to be itself: a secret, a certificate, or a federated issuer's word. */
public final class ClientProofs {

  private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String EXCHANGE = "api://AzureADTokenExchange";
  private static final String FEDERATED_ISSUER = "https://issuer.contoso.com";
  private static final String FEDERATED_SUBJECT = "system:serviceaccount:contoso:gateway";

  private final String secret = randomSecret();
  private final List<X509Certificate> certificates = new CopyOnWriteArrayList<>();
  private final Signer federatedIssuer = Signer.generate();

  public String secret() {
    return secret;
  }

  public void register(X509Certificate certificate) {
    certificates.add(certificate);
  }

  /** A token of the federated issuer that this client trusts (Microsoft Entra: workload identity federation). */
  public String mintFederatedToken() {
    var claims = new JWTClaimsSet.Builder().issuer(FEDERATED_ISSUER).subject(FEDERATED_SUBJECT).audience(EXCHANGE);
    var expires = Date.from(Instant.now().plusSeconds(Tokens.SECONDS));
    return federatedIssuer.sign(claims.expirationTime(expires).jwtID(UUID.randomUUID().toString()).build());
  }

  /** The application that asks, once it has proved to be that one. */
  ClientApplication check(TokenRequest request, List<String> audiences) {
    var clientId = request.require("client_id");
    var client = ClientApplication.withId(clientId).orElseThrow(() -> unknown(clientId));
    if (client.isSinglePage()) {
      refuseProof(request);
    } else if (request.find("client_assertion").isPresent()) {
      checkAssertion(client, request, audiences);
    } else {
      checkSecret(client, request);
    }
    return client;
  }

  private static void refuseProof(TokenRequest request) {
    if (request.find("client_secret").isPresent() || request.find("client_assertion").isPresent()) {
      var text = "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.";
      throw LoginError.invalidClient(700025, text);
    }
  }

  static LoginError unknown(String clientId) {
    var text = "Application with identifier '" + clientId + "' was not found in the directory 'Contoso'.";
    return LoginError.of(400, "unauthorized_client", 700016, text);
  }

  private String secretOf(ClientApplication client) {
    return client == ClientApplication.GATEWAY ? secret : ClientApplication.DEVELOPMENT_SECRET;
  }

  private void checkSecret(ClientApplication client, TokenRequest request) {
    var given = request.find("client_secret").orElseThrow(ClientProofs::missing);
    if (!MessageDigest.isEqual(given.getBytes(UTF_8), secretOf(client).getBytes(UTF_8))) {
      throw LoginError.invalidClient(7000215, "Invalid client secret provided.");
    }
  }

  /** A grant that needs a proof came without one. */
  static LoginError missing() {
    var text = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
    return LoginError.invalidClient(7000218, text);
  }

  private void checkAssertion(ClientApplication client, TokenRequest request, List<String> audiences) {
    if (!request.require("client_assertion_type").equals(ASSERTION_TYPE)) {
      throw LoginError.invalidRequest(900144, "The client assertion type is not supported.");
    }
    var assertion = request.require("client_assertion");
    try {
      var jwt = SignedJWT.parse(assertion);
      if (client == ClientApplication.GATEWAY && FEDERATED_ISSUER.equals(jwt.getJWTClaimsSet().getIssuer())) {
        checkFederated(assertion);
      } else {
        checkCertificate(client, jwt, audiences);
      }
    } catch (ParseException | JOSEException _) {
      throw badAssertion(50027, "JWT token is invalid or malformed.");
    }
  }

  private void checkFederated(String assertion) {
    var claims = federatedIssuer.verify(assertion).map(TokenClaims::new).orElseThrow(ClientProofs::badSignature);
    if (!claims.text("sub").equals(FEDERATED_SUBJECT)) {
      throw badAssertion(700213, "No matching federated identity record found for presented assertion subject.");
    }
    if (!claims.isFor(EXCHANGE)) {
      throw badAssertion(700212, "No matching federated identity record found for presented assertion audience.");
    }
    refuseExpired(claims);
  }

  private void checkCertificate(ClientApplication client, SignedJWT jwt, List<String> audiences)
    throws JOSEException, ParseException {
    var certificate = certificateOf(jwt).orElseThrow(() ->
      badAssertion(700027, "The certificate with identifier used to sign the client assertion is not registered.")
    );
    if (!jwt.verify(new RSASSAVerifier((RSAPublicKey) certificate.getPublicKey()))) {
      throw badSignature();
    }
    var claims = new TokenClaims(jwt.getJWTClaimsSet());
    if (!claims.text("iss").equals(client.id()) || !claims.text("sub").equals(client.id())) {
      throw badAssertion(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
    }
    if (audiences.stream().noneMatch(claims::isFor)) {
      throw badAssertion(700023, "Client assertion audience claim does not match Realm issuer.");
    }
    refuseExpired(claims);
  }

  /** The registered certificate that the header names by its SHA-256 or, as older clients do, its SHA-1 thumbprint. */
  private Optional<X509Certificate> certificateOf(SignedJWT jwt) {
    var header = jwt.getHeader().toJSONObject();
    return certificates
      .stream()
      .filter(
        each ->
          names(header, "x5t#S256", thumbprint(each, "SHA-256")) || names(header, "x5t", thumbprint(each, "SHA-1"))
      )
      .findFirst();
  }

  /** MSAL writes thumbprints in plain base64, the standard requires the URL-safe form, and the login takes either. */
  private static boolean names(Map<String, Object> header, String member, String thumbprint) {
    var written = String.valueOf(header.get(member));
    return thumbprint.equals(written.replace('+', '-').replace('/', '_').replace("=", ""));
  }

  private static String thumbprint(X509Certificate certificate, String algorithm) {
    try {
      return Base64URL.encode(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded())).toString();
    } catch (GeneralSecurityException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private static void refuseExpired(TokenClaims claims) {
    if (claims.isExpired()) {
      throw badAssertion(700024, "Client assertion is not within its valid time range.");
    }
  }

  private static LoginError badSignature() {
    return badAssertion(700027, "Client assertion failed signature validation.");
  }

  private static LoginError badAssertion(int code, String text) {
    return LoginError.invalidClient(code, text);
  }

  private static String randomSecret() {
    var bytes = new byte[30];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
