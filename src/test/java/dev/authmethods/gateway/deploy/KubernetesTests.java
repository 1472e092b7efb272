package dev.authmethods.gateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The manifests for Kubernetes, read into its types: a field that these do not have, or of another type, is an error. */
class KubernetesTests {

  private static final Path FOLDER = Path.of("src/main/deploy/kubernetes");
  private static final Path BASE = FOLDER.resolve("base");
  private static final Path SETTINGS = Path.of("src/docs/settings.md");
  private static final Pattern SETTING = Pattern.compile("^\\| `([a-z.-]+)`", Pattern.MULTILINE);

  private static final Map<String, Class<?>> TYPES = Map.of(
    "v1/Service",
    Service.class,
    "v1/ServiceAccount",
    ServiceAccount.class,
    "apps/v1/Deployment",
    Deployment.class,
    "autoscaling/v2/HorizontalPodAutoscaler",
    HorizontalPodAutoscaler.class,
    "networking.k8s.io/v1/NetworkPolicy",
    NetworkPolicy.class,
    "policy/v1/PodDisruptionBudget",
    PodDisruptionBudget.class
  );

  private static final ObjectMapper STRICT = new ObjectMapper().setAnnotationIntrospector(
    new JacksonAnnotationIntrospector() {
      @Override
      public Boolean hasAnySetter(Annotated setter) {
        // The types would keep unknown fields.
        return false;
      }
    }
  );

  private static Map<String, Object> yaml(Path file) throws IOException {
    return new Yaml().load(Files.readString(file));
  }

  private static <T> T read(String file, Class<T> type) throws IOException {
    return STRICT.convertValue(yaml(BASE.resolve(file)), type);
  }

  private static Deployment deployment() throws IOException {
    return read("deployment.yaml", Deployment.class);
  }

  private static Container gateway() throws IOException {
    return deployment().getSpec().getTemplate().getSpec().getContainers().getFirst();
  }

  private static Stream<String> names(Object list) {
    return list instanceof List<?> several ? several.stream().map(String::valueOf) : Stream.empty();
  }

  @ParameterizedTest
  @ValueSource(strings = { "base", "production" })
  void haveTheFieldsOfTheirTypesOnly(String folder) throws IOException {
    try (var files = Files.newDirectoryStream(FOLDER.resolve(folder), "*.yaml")) {
      for (var file : files) {
        var manifest = yaml(file);
        if (!"Kustomization".equals(manifest.get("kind"))) {
          var type = TYPES.get(manifest.get("apiVersion") + "/" + manifest.get("kind"));
          assertThat(type).as("type of %s", file).isNotNull();
          STRICT.convertValue(manifest, type);
        }
      }
    }
  }

  @Test
  void areAllInTheBase() throws IOException {
    try (var files = Files.list(BASE)) {
      assertThat(names(yaml(BASE.resolve("kustomization.yaml")).get("resources"))).containsExactlyInAnyOrderElementsOf(
        files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
          .toList()
      );
    }
  }

  @Test
  void findWhatTheOverlayNames() throws IOException {
    var production = FOLDER.resolve("production");
    var overlay = yaml(production.resolve("kustomization.yaml"));
    assertThat(names(overlay.get("resources"))).allSatisfy(base ->
      assertThat(production.resolve(base).resolve("kustomization.yaml")).exists()
    );
    assertThat(overlay.get("patches")).asString().contains("path=service-account.yaml");
    assertThat(overlay.get("images"))
      .asString()
      .contains("name=" + gateway().getImage() + ",");
  }

  @ParameterizedTest
  @ValueSource(strings = { "kubernetes/base/gateway.env", "kubernetes/production/gateway.env", "compose/gateway.env" })
  void setSettingsThatThereAre(String file) throws IOException {
    var known = SETTING.matcher(Files.readString(SETTINGS))
      .results()
      .map(setting -> setting.group(1).replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
      .collect(Collectors.toSet());
    var set = Files.readAllLines(FOLDER.resolveSibling(file))
      .stream()
      .filter(line -> !line.startsWith("#"))
      .map(line -> line.split("=", 2)[0]);
    assertThat(set).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void giveAStopItsTime() throws IOException {
    var pod = deployment().getSpec().getTemplate().getSpec();
    var hook = gateway().getLifecycle().getPreStop().getSleep().getSeconds();
    var delayAndRequests = 5 + 20;
    assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(hook + delayAndRequests);
  }

  @Test
  void askForProbesAtThePortOfTheActuator() throws IOException {
    var gateway = gateway();
    assertThat(
      Stream.of(gateway.getStartupProbe(), gateway.getReadinessProbe(), gateway.getLivenessProbe())
    ).allSatisfy(probe -> assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management"));
    var port = Files.readAllLines(BASE.resolve("gateway.env"))
      .stream()
      .filter(line -> line.startsWith("MANAGEMENT_SERVER_PORT="))
      .map(line -> Integer.valueOf(line.split("=", 2)[1]));
    assertThat(port).singleElement().isEqualTo(gateway.getPorts().getLast().getContainerPort());
  }

  @Test
  void selectThePodsOfTheGateway() throws IOException {
    var labels = deployment().getSpec().getTemplate().getMetadata().getLabels();
    var selectors = Stream.of(
      deployment().getSpec().getSelector().getMatchLabels(),
      read("service.yaml", Service.class).getSpec().getSelector(),
      read("network-policy.yaml", NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels(),
      read("disruption-budget.yaml", PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels()
    );
    assertThat(selectors).allSatisfy(selector -> assertThat(labels).isNotEmpty().containsAllEntriesOf(selector));
  }

  /** Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/ (restricted) */
  @Test
  void runTheGatewayAsARestrictedPod() throws IOException {
    var pod = deployment().getSpec().getTemplate().getSpec().getSecurityContext();
    assertThat(pod.getRunAsNonRoot()).isTrue();
    assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    var container = gateway().getSecurityContext();
    assertThat(container.getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
  }

  @Test
  void boundMemoryAndNotTheProcessor() throws IOException {
    assertThat(gateway().getResources().getLimits()).containsOnlyKeys("memory");
  }
}
