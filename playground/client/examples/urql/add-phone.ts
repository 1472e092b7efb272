import { cacheExchange, Client, fetchExchange, type OperationResult } from 'urql';
import { AddPhoneDocument, isRefusal, settle, type AddPhoneMethodInput, type Patience } from '../..';
import { headersFor, type Gateway } from '../gateway';
import { report } from '../report';

/** A client for all requests. */
export function clientFor(gateway: Gateway): Client {
  return new Client({
    url: gateway.url,
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: () => ({ headers: headersFor(gateway) }),
  });
}

/** Adds a phone with urql. */
export async function addPhone(client: Client, input: AddPhoneMethodInput, patience?: Patience): Promise<string[]> {
  const outcome = await settle(async (idempotencyKey) => {
    const result = await client.mutation(AddPhoneDocument, { input: { ...input, idempotencyKey } });
    if (result.error && wasRefused(result)) throw result.error;
    return result.data?.addPhoneMethod ?? null;
  }, patience);
  return report(outcome);
}

/** Whether it was refused before anything was done. Otherwise it is open whether it was carried out. */
function wasRefused({ data, error }: OperationResult): boolean {
  const { status } = (error?.response ?? { status: Infinity }) as { status: number };
  return status < 500 && isRefusal({ data: data as unknown, errors: error?.graphQLErrors });
}
