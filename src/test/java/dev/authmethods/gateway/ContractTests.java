package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.graphql.execution.GraphQlSource;

/** What clients were promised: more may come, but nothing of this goes or changes its type. */
@GatewayTest
class ContractTests {

  /** A type and what it has; the plus sign stands for the fields of every error. */
  private static final String PROMISED = """
  Query viewer:Viewer! node(id:ID!):Node user(by:UserRef!):User users(by:[UserRef!]!):[UserLookup!]!
  Mutation addPhoneMethod(input:AddPhoneMethodInput!):AddPhoneMethodPayload! \
    updatePhoneMethod(input:UpdatePhoneMethodInput!):UpdatePhoneMethodPayload! \
    deletePhoneMethod(input:DeletePhoneMethodInput!):DeletePhoneMethodPayload! \
    enableSmsSignIn(input:EnableSmsSignInInput!):EnableSmsSignInPayload! \
    disableSmsSignIn(input:DisableSmsSignInInput!):DisableSmsSignInPayload!
  Node id:ID!
  Viewer objectId:String! tenantId:String! username:String roles:[String!]!
  UserRef id:ID objectId:String userPrincipalName:String
  User id:ID! objectId:String! userPrincipalName:String displayName:String phoneMethods:[PhoneMethod!] \
    phoneEligibility:[PhoneEligibility!]
  UserLookup user:User errors:[UserLookupError!]!
  PhoneEligibility phoneType:PhoneType! canAdd:Boolean! blockedBy:[AddPhoneMethodError!]!
  AuthenticationMethod id:ID! methodId:String! createdDateTime:DateTime
  PhoneMethod id:ID! methodId:String! createdDateTime:DateTime phoneNumber:String phoneType:PhoneType \
    smsSignInState:SmsSignInState
  AddPhoneMethodInput user:UserRef! phoneNumber:String! phoneType:PhoneType validateOnly:Boolean! \
    clientMutationId:String
  AddPhoneMethodPayload phoneMethod:PhoneMethod user:User errors:[AddPhoneMethodError!]! clientMutationId:String \
    query:Query!
  ExpectedError message:String! code:String! category:ErrorCategory! path:[String!]! retryable:Boolean!
  InvalidPhoneNumberError + reason:InvalidPhoneNumberReason! expectedFormat:String! suggestion:String
  InvalidInputError + constraint:String!
  PhoneTypeRequiredError + allowedTypes:[PhoneType!]!
  PhoneTypeAlreadyRegisteredError + existing:PhoneMethod!
  MobilePhoneRequiredError + requiredType:PhoneType!
  OwnAccountNotAllowedError +
  UserNotFoundError +
  PermissionDeniedError + requiredPermissions:[String!]! acceptedRoles:[String!]!
  CloudNotSupportedError + cloud:NationalCloud! supportedClouds:[NationalCloud!]!
  UpstreamThrottledError + retryAfterSeconds:Float
  UpstreamUnavailableError + retryAfterSeconds:Float
  UpstreamRefusedError + upstreamCode:String! upstreamRequestId:String
  PhoneType MOBILE ALTERNATE_MOBILE OFFICE
  SmsSignInState NOT_SUPPORTED NOT_ALLOWED_BY_POLICY NOT_ENABLED PHONE_NUMBER_NOT_UNIQUE READY NOT_CONFIGURED \
    UNKNOWN
  ErrorCategory INVALID_INPUT CONFLICT NOT_FOUND FORBIDDEN UNSUPPORTED THROTTLED UNAVAILABLE
  InvalidPhoneNumberReason MISSING_PLUS MISSING_SPACE UNKNOWN_COUNTRY_CODE INVALID_CHARACTERS TOO_SHORT TOO_LONG \
    INVALID_EXTENSION REFUSED_UPSTREAM
  NationalCloud GLOBAL US_GOVERNMENT_L4 US_GOVERNMENT_L5 CHINA_21VIANET
  UserLookupError UserNotFoundError PermissionDeniedError UpstreamThrottledError UpstreamUnavailableError
  AddPhoneMethodError InvalidPhoneNumberError InvalidInputError PhoneTypeRequiredError \
    PhoneTypeAlreadyRegisteredError MobilePhoneRequiredError OwnAccountNotAllowedError UserNotFoundError \
    PermissionDeniedError CloudNotSupportedError UpstreamThrottledError UpstreamUnavailableError \
    UpstreamRefusedError
  """;
  private static final List<String> OF_EVERY_ERROR = List.of(
    "message:String!",
    "code:String!",
    "category:ErrorCategory!",
    "path:[String!]!",
    "retryable:Boolean!"
  );

  @ParameterizedTest
  @MethodSource
  void keeps(String type, List<String> members, Gateway gateway) {
    assertThat(members(gateway.bean(GraphQlSource.class).schema(), type)).containsAll(members);
  }

  static Stream<Arguments> keeps() {
    return PROMISED.lines()
      .map(line -> List.of(line.split(" +", -1)))
      .map(words -> Arguments.of(words.getFirst(), promised(words)));
  }

  private static List<String> promised(List<String> words) {
    return words
      .stream()
      .skip(1)
      .flatMap(word -> "+".equals(word) ? OF_EVERY_ERROR.stream() : Stream.of(word))
      .toList();
  }

  private static List<String> members(GraphQLSchema schema, String type) {
    return switch (schema.getType(type)) {
      case GraphQLFieldsContainer container -> container.getFields().stream().map(ContractTests::field).toList();
      case GraphQLInputObjectType input -> input
        .getFields()
        .stream()
        .map(field -> typed(field, field.getType()))
        .toList();
      case GraphQLEnumType values -> names(values.getValues());
      case GraphQLUnionType union -> names(union.getTypes());
      case null, default -> List.of();
    };
  }

  private static String field(GraphQLFieldDefinition field) {
    var arguments = field
      .getArguments()
      .stream()
      .map(argument -> typed(argument, argument.getType()))
      .collect(Collectors.joining(",", "(", ")"));
    return (
      field.getName() + ("()".equals(arguments) ? "" : arguments) + ":" + GraphQLTypeUtil.simplePrint(field.getType())
    );
  }

  private static String typed(GraphQLNamedSchemaElement element, GraphQLType type) {
    return element.getName() + ":" + GraphQLTypeUtil.simplePrint(type);
  }

  private static List<String> names(List<? extends GraphQLSchemaElement> elements) {
    return elements
      .stream()
      .map(element -> ((GraphQLNamedSchemaElement) element).getName())
      .toList();
  }
}
