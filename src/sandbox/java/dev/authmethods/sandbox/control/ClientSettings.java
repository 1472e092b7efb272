package dev.authmethods.sandbox.control;

import dev.authmethods.sandbox.directory.GraphCloud;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.Tenant;
import dev.authmethods.sandbox.login.ClientApplication;
import java.net.URI;
import java.util.Map;

/** The page that tells developers how to point a client at the sandbox, and the certificate that it has to trust. */
public final class ClientSettings {

  private static final String PAGE = """
  <!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>Sandbox: a local Microsoft Entra</title>
      <style>
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1b1a19 }
        table { border-collapse: collapse }
        th, td { text-align: left; padding: 0.3rem 1rem 0.3rem 0; border-bottom: 1px solid #d2d0ce }
        code, pre { font-family: ui-monospace, monospace; font-size: 0.9rem }
        pre { background: #f3f2f1; padding: 0.8rem; overflow-x: auto }
      </style>
    </head>
    <body>
      <main>
        <h1>Sandbox: a local Microsoft Entra</h1>
        <p>
          This is the sign-in service and Microsoft Graph of one invented tenant, Contoso. It listens on this machine alone. Any
          Microsoft Graph client can use it with these settings.
        </p>
        <table>
          <tr><th scope="row">Microsoft Graph</th><td><code>{{secureGraph}}</code> or <code>{{graph}}</code></td></tr>
          <tr><th scope="row">Authority</th><td><code>{{authority}}/{{tenant}}</code></td></tr>
          <tr><th scope="row">Tenant id</th><td><code>{{tenant}}</code></td></tr>
          <tr><th scope="row">Client id</th><td><code>{{client}}</code></td></tr>
          <tr><th scope="row">Client secret</th><td><code>{{secret}}</code></td></tr>
          <tr><th scope="row">Scope</th><td><code>{{scope}}</code></td></tr>
          <tr>
            <th scope="row">Certificate authority</th>
            <td><a href="{{control}}/ca.pem">{{control}}/ca.pem</a>, another one after each start</td>
          </tr>
        </table>
        <p>
          The secret is the same in every sandbox. It opens nothing else, so keep it out of tenants. Switch off instance discovery
          (authority validation) in the client, because Microsoft does not know this authority.
        </p>
        <h2>A token, and a first call</h2>
        <pre>
  curl -s {{control}}/ca.pem -o sandbox-ca.pem
  TOKEN=$(curl -s --cacert sandbox-ca.pem {{authority}}/{{tenant}}/oauth2/v2.0/token \\
    -d grant_type=client_credentials -d client_id={{client}} \\
    -d client_secret={{secret}} -d scope={{scope}} \\
    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
  curl -s --cacert sandbox-ca.pem {{secureGraph}}/users/megan@contoso.com/authentication/phoneMethods \\
    -H "Authorization: Bearer $TOKEN"</pre>
        <h2>On behalf of an administrator</h2>
        <p>
          Let a persona sign in to the client, and exchange that token. <a href="{{control}}/personas">The personas</a> differ in
          their roles.
        </p>
        <pre>
  ASSERTION=$(curl -s -X POST {{control}}/personas/auth-admin/token -d '{"claims":{"aud":"{{client}}"}}' \\
    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
  curl -s --cacert sandbox-ca.pem {{authority}}/{{tenant}}/oauth2/v2.0/token \\
    -d grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer -d requested_token_use=on_behalf_of \\
    -d client_id={{client}} -d client_secret={{secret}} -d assertion=$ASSERTION -d scope={{scope}}</pre>
        <h2>SDKs</h2>
        <p>
          The lines for C#, Go, Java, JavaScript, PHP, PowerShell and Python are in <code>src/docs/sandbox.md</code> of the
          gateway. The controls (reset, faults, throttling, consent) are in src/docs/sandbox.md.
        </p>
      </main>
    </body>
  </html>
  """;

  private final HttpReply page;
  private final HttpReply authorityPem;

  public ClientSettings(URI authority, URI graph, URI secureGraph, String authorityPem) {
    this.page = reply("text/html; charset=utf-8", filled(values(authority, graph, secureGraph))).with(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    );
    this.authorityPem = reply("application/x-pem-file", authorityPem);
  }

  HttpReply page() {
    return page;
  }

  /** The authority's certificate, for {@code curl --cacert} and what other clients call the same. */
  HttpReply authorityPem() {
    return authorityPem;
  }

  private static Map<String, String> values(URI authority, URI graph, URI secureGraph) {
    return Map.of(
      "authority",
      authority.toString(),
      "graph",
      graph.toString(),
      "secureGraph",
      secureGraph.toString(),
      "control",
      graph.resolve(Control.PREFIX).toString(),
      "tenant",
      Tenant.CONTOSO,
      "client",
      ClientApplication.DEVELOPER.id(),
      "secret",
      ClientApplication.DEVELOPMENT_SECRET,
      "scope",
      GraphCloud.GLOBAL.resource() + "/.default"
    );
  }

  private static String filled(Map<String, String> values) {
    var text = PAGE;
    for (var value : values.entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return text;
  }

  private static HttpReply reply(String type, String body) {
    return new HttpReply(200, Map.of("Content-Type", type), body);
  }
}
