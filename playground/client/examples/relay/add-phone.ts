import {
  commitMutation,
  Environment,
  graphql,
  Network,
  RecordSource,
  Store,
  type GraphQLResponse,
} from 'relay-runtime';
import { isRefusal, settle, type AddPhoneMethodErrorFieldsFragment, type Patience } from '../..';
import type {
  AddPhoneMethodInput,
  addPhoneMutation,
  addPhoneMutation$data,
} from '../../generated/relay/addPhoneMutation.graphql';
import { headersFor, type Gateway } from '../gateway';
import { report, type AddPhonePayload } from '../report';
import type { Unfolded } from './unfolded';

const MUTATION = graphql`
  mutation addPhoneMutation($input: AddPhoneMethodInput!) {
    addPhoneMethod(input: $input) {
      phoneMethod {
        id
        phoneNumber
        phoneType
      }
      confirmation
      replayed
      errors {
        __typename
        ... on ExpectedError {
          message
          code
          category
          path
          retryable
        }
        ... on InvalidPhoneNumberError {
          reason
          expectedFormat
          suggestion
          invisibleCharacter
        }
        ... on InvalidInputError {
          constraint
        }
        ... on PhoneTypeRequiredError {
          allowedTypes
        }
        ... on PhoneTypeAlreadyRegisteredError {
          existing {
            id
            methodId
            phoneNumber
            phoneType
            smsSignInState
            createdDateTime
          }
          sameNumber
        }
        ... on MobilePhoneRequiredError {
          requiredType
        }
        ... on SmsSignInRegistrationFailedError {
          smsSignInState
        }
        ... on PermissionDeniedError {
          requiredPermissions
          acceptedRoles
          isTargetProtected
        }
        ... on CloudNotSupportedError {
          cloud
          supportedClouds
        }
        ... on UserNotReadyError {
          retryAfterSeconds
        }
        ... on UpstreamThrottledError {
          retryAfterSeconds
        }
        ... on UpstreamUnavailableError {
          retryAfterSeconds
        }
        ... on UpstreamRefusedError {
          upstreamCode
          upstreamRequestId
        }
        ... on OutcomeUnknownError {
          retryAfterSeconds
        }
        ... on IdempotencyKeyInFlightError {
          retryAfterSeconds
        }
      }
    }
  }
`;

/** An environment for all requests. */
export function environmentFor(gateway: Gateway): Environment {
  const network = Network.create(async ({ text: query }, variables) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(gateway.url, { method: 'POST', headers: headersFor(gateway), body });
    if (response.status >= 500) throw new TypeError(response.statusText);
    const answer = await read(response);
    if (!isRefusal(answer) && !hasData(answer)) throw new TypeError('The gateway does not say what became of it.');
    return answer as GraphQLResponse;
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}

/** Null when it broke off, or is none of the gateway's. */
async function read(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function hasData(answer: unknown): boolean {
  return ((answer as { data?: unknown } | null)?.data ?? null) !== null;
}

/** Adds a phone with Relay. */
export async function addPhone(
  environment: Environment,
  input: AddPhoneMethodInput,
  patience?: Patience,
): Promise<string[]> {
  const outcome = await settle((idempotencyKey) => commit(environment, { ...input, idempotencyKey }), patience);
  return report(outcome);
}

/** Null when it is open whether it was carried out: as fetch does, the network then fails with a TypeError. */
function commit(environment: Environment, input: AddPhoneMethodInput): Promise<AddPhonePayload | null> {
  return new Promise((resolve, reject) => {
    commitMutation<addPhoneMutation>(environment, {
      mutation: MUTATION,
      variables: { input },
      onCompleted: ({ addPhoneMethod }) => {
        resolve(payloadOf(addPhoneMethod));
      },
      onError: (failure) => {
        if (failure instanceof TypeError) resolve(null);
        else reject(failure);
      },
    });
  });
}

type RelayPayload = addPhoneMutation$data['addPhoneMethod'];
type Errors = Unfolded<RelayPayload['errors'][number], AddPhoneMethodErrorFieldsFragment>;

/** The mutation selects in each type of error what the kit's own does, so that its errors can be matched like those. */
function payloadOf(payload: RelayPayload): AddPhonePayload {
  return { ...payload, errors: payload.errors as readonly Errors[] };
}
