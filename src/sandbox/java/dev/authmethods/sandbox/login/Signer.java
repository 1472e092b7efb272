package dev.authmethods.sandbox.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;

/** A key made at start, with which an issuer signs its tokens and knows them again. */
final class Signer {

  private final RSAKey key;
  private final RSASSASigner signer;
  private final RSASSAVerifier verifier;

  private Signer(RSAKey key) throws JOSEException {
    this.key = key;
    this.signer = new RSASSASigner(key);
    this.verifier = new RSASSAVerifier(key);
  }

  static Signer generate() {
    try {
      return new Signer(new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate());
    } catch (JOSEException exception) {
      throw new IllegalStateException(exception);
    }
  }

  String sign(JWTClaimsSet claims) {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException exception) {
      throw new IllegalStateException(exception);
    }
    return token.serialize();
  }

  /** The claims of a token that this key signed; empty for everything else. */
  Optional<JWTClaimsSet> verify(String token) {
    try {
      var jwt = SignedJWT.parse(token);
      return jwt.verify(verifier) ? Optional.of(jwt.getJWTClaimsSet()) : Optional.empty();
    } catch (ParseException | JOSEException _) {
      return Optional.empty();
    }
  }

  String publicKeys() {
    return new JWKSet(key).toPublicJWKSet().toString();
  }
}
