package dev.authmethods.gateway.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.entra.ProtectionQuestion.Finding;
import dev.authmethods.gateway.entra.ProtectionQuestion.Subject;
import dev.authmethods.gateway.method.ObjectId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an answer leaves a doubt whether somebody is protected, it says nothing, and what says nothing protects. */
class ProtectionQuestionTests {

  private static final ObjectId KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  private static final ObjectId GROUP = new ObjectId("20000000-0000-4000-8000-000000000003");

  private static Finding read(Subject subject, String json) {
    var body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    var question = new ProtectionQuestion(KIM, subject, GROUP);
    return Json.read(body, in -> ProtectionQuestion.RESOURCE.json().apply(question, in));
  }

  private static void assertSaysNothing(Subject subject, String json) {
    assertThatThrownBy(() -> read(subject, json)).isInstanceOf(Json.NotUnderstood.class);
  }

  private static void assertFound(Protection protection, Subject subject, String json) {
    assertThat(read(subject, json)).isEqualTo(new Finding.Found(protection));
  }

  @Nested
  class AboutRestrictedUnits {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{'isManagementRestricted': 'true'}",
        "{'isManagementRestricted': 'false'}",
        "{'isManagementRestricted': 1}",
        "{'isManagementRestricted': [true]}",
        "{'isManagementRestricted': {}}",
        "{}",
        "{'error': {'code': 'x'}}",
        "{'id': '10000000-0000-4000-8000-000000000002', 'isManagementRestricted': false}",
        "{'isManagementRestricted': false, 'id': 'somebody'}",
        "{'id': null, 'isManagementRestricted': false}",
        "[]",
      }
    )
    void saysNothing(String json) {
      assertSaysNothing(Subject.RESTRICTED_MANAGEMENT, json);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{'isManagementRestricted': true}",
        "{'isManagementRestricted': true, 'isManagementRestricted': false}",
        "{'isManagementRestricted': false, 'isManagementRestricted': true}",
      }
    )
    void protects(String json) {
      assertFound(Protection.RESTRICTED, Subject.RESTRICTED_MANAGEMENT, json);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{'isManagementRestricted': false}",
        "{'id': '10000000-0000-4000-8000-000000000001', 'isManagementRestricted': null}",
      }
    )
    void doesNotProtect(String json) {
      assertFound(Protection.NONE, Subject.RESTRICTED_MANAGEMENT, json);
    }
  }

  @Nested
  class AboutTheProtectedGroup {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{'value': [{'@odata.type': '#microsoft.graph.group'}]}",
        "{'value': [{'id': 'x'}]}",
        "{'value': [{'id': '20000000-0000-4000-8000-000000000003', 'id': '20000000-0000-4000-8000-000000000004'}]}",
        "{'value': [null]}",
        "{'value': null}",
        "{'error': {'code': 'x'}}",
        "{}",
      }
    )
    void saysNothing(String json) {
      assertSaysNothing(Subject.GROUP_MEMBERSHIPS, json);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{'value': [{'id': '20000000-0000-4000-8000-000000000003'}]}",
        "{'value': [{'id': '20000000-0000-4000-8000-000000000002'}, {'id': '20000000-0000-4000-8000-000000000003'}]}",
        "{'value': [], '@odata.nextLink': 'https://graph.microsoft.com/v1.0/next'}",
      }
    )
    void protects(String json) {
      assertFound(Protection.GROUP, Subject.GROUP_MEMBERSHIPS, json);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{'value': []}",
        "{'value': [{'id': '20000000-0000-4000-8000-000000000002', 'displayName': null}], '@odata.nextLink': null}",
      }
    )
    void doesNotProtect(String json) {
      assertFound(Protection.NONE, Subject.GROUP_MEMBERSHIPS, json);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'id': '20000000-0000-4000-8000-000000000004'}", "{'id': null}", "{}" })
    void isNotThereUnlessTheAnswerIsAboutIt(String json) {
      assertSaysNothing(Subject.GROUP, json);
    }
  }

  @Nested
  class AboutMemberships {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{'value': [{'displayName': 'x', 'isAssignableToRole': true}]}",
        "{'value': [{'displayName': 'x', 'isAssignableToRole': false}]}",
        "{'value': [{'@odata.type': null, 'displayName': 'x'}]}",
        "{'value': [{'@odata.type': '#microsoft.graph.group', '@odata.type': '#microsoft.graph.device'}]}",
        "{'value': [{'@odata.type': '#microsoft.graph.group', 'isAssignableToRole': true, 'isAssignableToRole': false}]}",
        "{'value': [null]}",
        "{'value': ['x']}",
        "{'value': {}}",
        "{'value': null}",
        "{'error': {'code': 'x'}}",
      }
    )
    void saysNothing(String json) {
      assertSaysNothing(Subject.MEMBERSHIPS, json);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{'value': [{'@odata.type': '#microsoft.graph.group', 'displayName': 'x', 'isAssignableToRole': true}]}",
        "{'value': [{'@odata.type': '#microsoft.graph.group', 'displayName': 'x', 'isAssignableToRole': 'yes'}]}",
        "{'value': [{'@odata.type': '#microsoft.graph.group', 'displayName': 'x', 'isAssignableToRole': 1}]}",
        "{'value': [{'@odata.type': '#microsoft.graph.newGroup', 'isAssignableToRole': true}]}",
        "{'value': [], '@odata.nextLink': 5}",
        "{'@odata.nextLink': '', 'value': []}",
      }
    )
    void protects(String json) {
      assertFound(Protection.PRIVILEGED, Subject.MEMBERSHIPS, json);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{'value': [], '@odata.nextLink': null}",
        "{'value': [{'@odata.type': '#microsoft.graph.group', 'displayName': 'x', 'isAssignableToRole': null}]}",
        "{'value': [{'@odata.type': '#microsoft.graph.administrativeUnit', 'displayName': 'x'}]}",
      }
    )
    void doesNotProtect(String json) {
      assertFound(Protection.NONE, Subject.MEMBERSHIPS, json);
    }
  }
}
