package dev.authmethods.sandbox.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.sandbox.directory.Persona;
import dev.authmethods.sandbox.http.HttpReply;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages of the login: HTML without a script, which may send its form to the login, and on to the application, alone. */
final class SignInPage {

  /** Everybody who can sign in somewhere; an application cannot. */
  static final List<Persona> OFFERED = Persona.ALL.stream()
    .filter(persona -> !persona.application())
    .toList();

  private static final String STYLE = """
  :root { color-scheme: light dark }
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 26rem; padding: 1.5rem 1rem }
  h1 { font-size: 1.4rem; margin: 0 }
  form { display: grid; gap: 0.5rem; margin-top: 1rem }
  button { font: inherit; text-align: start; padding: 0.6rem 0.8rem; cursor: pointer }
  button span { display: block; font-size: 0.875rem; overflow-wrap: anywhere }
  """;

  private SignInPage() {}

  /** Asks who signs in; the account that was meant comes first. */
  static HttpReply choice(AuthorizeRequest request) {
    var hint = request.find("login_hint").orElse("");
    var accounts = OFFERED.stream()
      .sorted(Comparator.comparing(persona -> !isMeant(persona, hint)))
      .map(persona -> account(persona, isMeant(persona, hint)))
      .collect(Collectors.joining());
    var text = "<p>Choose who signs in to %s. This is the sandbox: no password is asked.</p>".formatted(
      escaped(ClientApplication.PLAYGROUND.displayName())
    );
    var more = SignIn.contextsIn(request.find("claims").orElse("")).isEmpty()
      ? ""
      : "<p>More verification is asked for: your choice counts as a second factor.</p>";
    var form = "<form method=\"post\">" + hidden(request) + accounts + cancel() + "</form>";
    return page(200, "Sign in", text + more + form, PageAccess.originOf(request.require("redirect_uri")));
  }

  static HttpReply signedOut() {
    return page(200, "You signed out", "<p>You can close this window.</p>", "");
  }

  /** An error that concerns no application, or one that must not hear of it. */
  static HttpReply refusal(LoginError refusal, String correlationId) {
    var text = "<p>%s</p><p>You can close this window.</p>".formatted(escaped(refusal.description(correlationId)));
    return page(refusal.status(), "Sorry, but we’re having trouble signing you in.", text, "");
  }

  static HttpReply redirect(String address) {
    return guarded(new HttpReply(302, Map.of("Location", address), ""), "");
  }

  private static boolean isMeant(Persona persona, String hint) {
    return persona.user().userPrincipalName().equalsIgnoreCase(hint);
  }

  private static String account(Persona persona, boolean isMeant) {
    return "<button name=\"%s\" value=\"%s\"%s>%s<span>%s · %s</span></button>".formatted(
      AuthorizeRequest.PERSONA,
      escaped(persona.name()),
      isMeant ? " autofocus" : "",
      escaped(persona.user().displayName()),
      escaped(persona.user().userPrincipalName()),
      escaped(persona.can())
    );
  }

  /** No persona has this name. */
  private static String cancel() {
    return "<button name=\"%s\" value=\"-\">Cancel</button>".formatted(AuthorizeRequest.PERSONA);
  }

  private static String hidden(AuthorizeRequest request) {
    return request
      .fields()
      .entrySet()
      .stream()
      .map(field ->
        "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(field.getKey(), escaped(field.getValue()))
      )
      .collect(Collectors.joining());
  }

  private static HttpReply page(int status, String title, String content, String next) {
    var html = """
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s · Sandbox</title>
        <style>%2$s</style>
      </head>
      <body>
        <main>
          <h1>%1$s</h1>
          %3$s
        </main>
      </body>
    </html>
    """.formatted(title, STYLE, content);
    return guarded(new HttpReply(status, Map.of("Content-Type", "text/html; charset=utf-8"), html), next);
  }

  /** The browser applies form-action to the redirect that follows too. */
  private static HttpReply guarded(HttpReply reply, String next) {
    var policy = String.join(
      "; ",
      "default-src 'none'",
      "style-src 'sha256-" + hash(STYLE) + "'",
      "form-action 'self' " + next,
      "base-uri 'none'",
      "frame-ancestors 'none'"
    );
    return reply.with(
      Map.of(
        "Content-Security-Policy",
        policy.strip(),
        "Cache-Control",
        "no-store",
        "Referrer-Policy",
        "same-origin",
        "X-Content-Type-Options",
        "nosniff"
      )
    );
  }

  private static String hash(String text) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private static String escaped(String text) {
    return text
      .replace("&", "&amp;")
      .replace("<", "&lt;")
      .replace(">", "&gt;")
      .replace("\"", "&quot;")
      .replace("'", "&#39;");
  }
}
