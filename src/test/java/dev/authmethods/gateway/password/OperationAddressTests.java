package dev.authmethods.gateway.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The place of an operation, as {@code Location} and global ids have it. */
class OperationAddressTests {

  private static final ObjectId ADELE = new ObjectId("10000000-0000-4000-8000-000000000002");
  private static final String GRAPH = "https://graph.microsoft.com/v1.0/users/x/authentication/operations/";
  private static final String QUERY = "?aadgdc=DUB02P&aadgsu=ssprprod-a";

  @Test
  void leadsToTheOperationOfTheLocation() {
    var address = OperationAddress.ofLocation(ADELE, GRAPH + "88e7560c-9ebf" + QUERY);

    assertThat(address).isEqualTo(new OperationAddress(ADELE, "88e7560c-9ebf", "DUB02P", "ssprprod-a"));
    assertThat(new OperationAddress(ADELE, "88e7560c-9ebf", "DUB02P", "ssprprod-a").path()).isEqualTo(
      "/users/10000000-0000-4000-8000-000000000002/authentication/operations/88e7560c-9ebf" + QUERY
    );
  }

  @Test
  void isTheSameFromAnyHostAndInAnyOrder() {
    var location = "http://elsewhere/x/authentication/operations/1?more=2&aadgsu=b&aadgdc=a";

    assertThat(OperationAddress.ofLocation(ADELE, location)).isEqualTo(new OperationAddress(ADELE, "1", "a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "",
      "1",
      "/authentication/operations/1",
      "/authentication/operations/1?aadgdc=a",
      "/authentication/operations/1?aadgdc=a&aadgsu=",
      "/authentication/operations/1?aadgdc=a&aadgsu=b%26c",
      "/authentication/operations/1/../2?aadgdc=a&aadgsu=b",
      "/authentication/operations/..?aadgdc=a&aadgsu=b",
      "/authentication/operations/1_2?aadgdc=a&aadgsu=b",
      "/authentication/operations/1?aadgdc=a&aadgsu=0123456789012345678901234567890123456789x",
      "/authentication/methods/1?aadgdc=a&aadgsu=b",
    }
  )
  void isNoneWhenItIsNotMadeOfNames(String location) {
    assertThat(OperationAddress.ofLocation(ADELE, location)).isNull();
  }

  @Test
  void isReadFromItsGlobalId() {
    var address = new OperationAddress(ADELE, "88e7560c-9ebf", "DUB02P", "ssprprod-a");

    var id = GlobalId.parse(address.id().toString());

    assertThat(id).isEqualTo(address.id());
    assertThat(OperationAddress.ofLocal(ADELE, address.id().local())).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = { "a", "a_b", "a_b_c_d", "a_b_c=", "a__c", "a_b_", "3179e48a-750b-4051-897c-87b9720928f7" })
  void isNoneFromAnotherGlobalId(String local) {
    assertThat(OperationAddress.ofLocal(ADELE, local)).isNull();
  }
}
