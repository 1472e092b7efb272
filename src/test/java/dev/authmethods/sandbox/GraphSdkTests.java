package dev.authmethods.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.identity.ClientSecretCredentialBuilder;
import com.microsoft.graph.core.authentication.AzureIdentityAuthenticationProvider;
import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.directoryobjects.getbyids.GetByIdsPostRequestBody;
import com.microsoft.graph.models.AuthenticationMethod;
import com.microsoft.graph.models.AuthenticationPhoneType;
import com.microsoft.graph.models.PhoneAuthenticationMethod;
import com.microsoft.graph.models.PhoneAuthenticationMethodCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.authentication.phonemethods.PhoneMethodsRequestBuilder;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.SdkCredentials;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SDK that the gateway uses, against the sandbox. */
class GraphSdkTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String KIM = "10000000-0000-4000-8000-000000000001";

  private static GraphServiceClient client(String persona) {
    var token = entra.graphToken(persona);
    var provider = new BaseBearerTokenAuthenticationProvider(new FixedToken(token));
    var client = new GraphServiceClient(provider, new OkHttpClient());
    client.getRequestAdapter().setBaseUrl(entra.sandbox().graphEndpoint().toString());
    return client;
  }

  private static PhoneMethodsRequestBuilder phones(GraphServiceClient client, String user) {
    return client.users().byUserId(user).authentication().phoneMethods();
  }

  private static PhoneAuthenticationMethod phone(String number) {
    var phone = new PhoneAuthenticationMethod();
    phone.setPhoneNumber(number);
    phone.setPhoneType(AuthenticationPhoneType.Mobile);
    return phone;
  }

  private static List<String> numbers(PhoneMethodsRequestBuilder phones) {
    var held = requireNonNull(requireNonNull(phones.get()).getValue());
    return held
      .stream()
      .map(phone -> requireNonNull(phone.getPhoneNumber()))
      .toList();
  }

  @Test
  void listsUsersAcrossPages() {
    var users = client("global-reader").users();

    var first = requireNonNull(users.get(request -> request.queryParameters.top = 10));
    var second = requireNonNull(users.withUrl(requireNonNull(first.getOdataNextLink())).get());

    assertThat(first.getValue()).hasSize(10);
    assertThat(second.getValue()).hasSize(10).extracting(User::getId).doesNotContain(KIM);
  }

  @Test
  void findsAGuestByName() {
    var guest = client("global-reader").users().byUserId("ext_user_fabrikam.com#EXT#@contoso.com").get();

    assertThat(requireNonNull(guest).getDisplayName()).isEqualTo("External User");
  }

  @Test
  void findsUsersByIds() {
    var body = new GetByIdsPostRequestBody();
    body.setIds(List.of(KIM, "00000000-0000-4000-8000-00000000dead"));
    body.setTypes(List.of("user"));

    var found = client("global-reader").directoryObjects().getByIds().post(body);

    assertThat(requireNonNull(found).getValue()).singleElement().isInstanceOf(User.class);
  }

  @Test
  void addsReadsChangesAndDeletesAPhone() {
    var phones = phones(client("privileged-auth-admin"), KIM);

    var added = requireNonNull(phones.post(phone("+1 2065550199")));
    var single = phones.byPhoneAuthenticationMethodId(requireNonNull(added.getId()));

    assertThat(single.patch(phone("+1 2065550198"))).isNull();
    assertThat(numbers(phones)).containsExactly("+1 2065550198");
    single.disableSmsSignIn().post();
    single.enableSmsSignIn().post();
    single.delete();
    assertThat(numbers(phones)).isEmpty();
  }

  @Test
  void readsMethodsOfEveryKind() {
    var methods = client("global-reader").users().byUserId("miriam@contoso.com").authentication().methods().get();

    assertThat(requireNonNull(methods).getValue())
      .extracting(AuthenticationMethod::getOdataType)
      .doesNotHaveDuplicates()
      .hasSize(7);
    assertThat(methods.getValue()).hasAtLeastOneElementOfType(PhoneAuthenticationMethod.class);
  }

  @Test
  void readsErrors() {
    var phones = phones(client("privileged-auth-admin"), "megan@contoso.com");

    var error = catchThrowableOfType(ODataError.class, () -> phones.post(phone("+1 2065550199")));

    assertThat(error.getResponseStatusCode()).isEqualTo(400);
    var details = requireNonNull(error.getError());
    assertThat(details.getCode()).isEqualTo("badRequest");
    assertThat(requireNonNull(details.getInnerError()).getRequestId()).isNotEmpty();
  }

  @Test
  void readsABatch() throws IOException {
    var client = client("global-reader");
    var batch = new BatchRequestContent(client);
    var megan = batch.addBatchRequestStep(phones(client, "megan@contoso.com").toGetRequestInformation());
    var nobody = batch.addBatchRequestStep(phones(client, "nobody@contoso.com").toGetRequestInformation());

    var answers = client.getBatchRequestBuilder().post(batch, Map.of());

    var phones = answers.getResponseById(
      megan,
      PhoneAuthenticationMethodCollectionResponse::createFromDiscriminatorValue
    );
    assertThat(requireNonNull(phones).getValue()).hasSize(1);
    assertThat(answers.getResponsesStatusCode()).containsEntry(megan, 200).containsEntry(nobody, 404);
  }

  /** As the documentation builds it: credential, scopes, and the SDK's own HTTP client with all it adds to a call. */
  @Test
  void worksAsTheDocumentationBuildsIt() throws Exception {
    var credential = SdkCredentials.signingInTo(entra, new ClientSecretCredentialBuilder())
      .clientId(entra.sandbox().developerClientId())
      .clientSecret(entra.sandbox().developerClientSecret())
      .build();
    var provider = new AzureIdentityAuthenticationProvider(
      credential,
      new String[] { "localhost" },
      LocalEntra.DEFAULT_SCOPE
    );
    var graphClient = new GraphServiceClient(provider, trusting(GraphClientFactory.create()).build());
    graphClient.getRequestAdapter().setBaseUrl(entra.sandbox().secureGraphEndpoint().toString());
    var phones = phones(graphClient, KIM);

    var added = requireNonNull(phones.post(phone("+1 2065550199")));

    assertThat(added.getId()).isEqualTo("3179e48a-750b-4051-897c-87b9720928f7");
    var mobile = requireNonNull(phones.get(request -> request.queryParameters.filter = "phoneType eq 'mobile'"));
    assertThat(mobile.getValue()).hasSize(1);
    var first = requireNonNull(graphClient.users().get(request -> request.queryParameters.top = 5));
    var next = requireNonNull(first.getOdataNextLink());
    assertThat(next).startsWith("https://localhost:");
    assertThat(requireNonNull(graphClient.users().withUrl(next).get()).getValue()).hasSize(5);
  }

  private static OkHttpClient.Builder trusting(OkHttpClient.Builder client) throws Exception {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(entra.trusted());
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return client.sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0]);
  }

  private record FixedToken(String token) implements AccessTokenProvider {
    @Override
    public String getAuthorizationToken(URI uri, @Nullable Map<String, Object> additionalAuthenticationContext) {
      return token;
    }

    @Override
    public AllowedHostsValidator getAllowedHostsValidator() {
      return new AllowedHostsValidator("localhost");
    }
  }
}
