import { AddPhoneText, settle, type AddPhoneMethodInput, type Patience, type Text } from '../..';
import { headersFor, type Gateway } from '../gateway';
import { report } from '../report';

/** Adds a phone with nothing but what a browser has. */
export async function addPhone(gateway: Gateway, input: AddPhoneMethodInput, patience?: Patience): Promise<string[]> {
  const outcome = await settle(async (idempotencyKey) => {
    const data = await send(gateway, AddPhoneText, { input: { ...input, idempotencyKey } });
    return data?.addPhoneMethod ?? null;
  }, patience);
  return report(outcome);
}

/**
 * Null when it is open whether it was carried out: no answer came, or one that is none of the gateway's, such as a proxy's 502, or
 * `data` is null. Without `data` it was refused before anything was done.
 */
async function send<Result, Variables>(
  gateway: Gateway,
  query: Text<Result, Variables>,
  variables: Variables,
): Promise<Result | null> {
  const response = await post(gateway, JSON.stringify({ query, variables }));
  if (response === null || response.status >= 500) return null;
  const { data, errors } = (await response.json()) as { data?: Result | null; errors?: { message: string }[] };
  if (data === undefined) throw new Error(errors?.map(({ message }) => message).join(' ') ?? response.statusText);
  return data;
}

async function post(gateway: Gateway, body: string): Promise<Response | null> {
  try {
    return await fetch(gateway.url, { method: 'POST', headers: headersFor(gateway), body });
  } catch {
    return null;
  }
}
