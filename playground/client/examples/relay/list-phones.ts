import {
  commitMutation,
  createOperationDescriptor,
  fetchQuery,
  getRequest,
  graphql,
  type Environment,
} from 'relay-runtime';
import type { listPhonesQuery, listPhonesQuery$data, UserRef } from '../../generated/relay/listPhonesQuery.graphql';
import type {
  listPhonesUpdateMutation,
  UpdatePhoneMethodInput,
} from '../../generated/relay/listPhonesUpdateMutation.graphql';

const QUERY = graphql`
  query listPhonesQuery($by: UserRef!) {
    user(by: $by) {
      id
      phoneMethods {
        id
        phoneNumber
      }
    }
  }
`;

/** What shows the user's phones changes with it: the phone has one id, however the user is named. */
const MUTATION = graphql`
  mutation listPhonesUpdateMutation($input: UpdatePhoneMethodInput!) {
    updatePhoneMethod(input: $input) {
      phoneMethod {
        id
        phoneNumber
      }
      confirmation
    }
  }
`;

/** The numbers of a user's phones, read from the gateway. */
export async function listPhones(environment: Environment, by: UserRef): Promise<string[]> {
  return numbersOf(await fetchQuery<listPhonesQuery>(environment, QUERY, { by }).toPromise());
}

/** The same as the store has them now. */
export function phonesInStore(environment: Environment, by: UserRef): string[] {
  const { fragment } = createOperationDescriptor(getRequest(QUERY), { by });
  return numbersOf(environment.lookup(fragment).data as unknown as listPhonesQuery$data | undefined);
}

function numbersOf(data: listPhonesQuery$data | undefined): string[] {
  return (data?.user?.phoneMethods ?? []).map(({ phoneNumber }) => phoneNumber ?? '');
}

/** Changes a phone; how the change is known to be made, or null. */
export function updatePhone(environment: Environment, input: UpdatePhoneMethodInput): Promise<string | null> {
  return new Promise((resolve, reject) => {
    commitMutation<listPhonesUpdateMutation>(environment, {
      mutation: MUTATION,
      variables: { input },
      onCompleted: ({ updatePhoneMethod }) => {
        resolve(updatePhoneMethod.confirmation ?? null);
      },
      onError: reject,
    });
  });
}
