import { AddPhoneText, isRefusal, settle, type AddPhoneMethodInput, type Patience, type Text } from '../..';
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
 * Null when it is open whether it was carried out: no answer came, half of one, or one that is none of the gateway's, such as a
 * proxy's page, or `data` is null. Throws when it was refused before anything was done.
 */
async function send<Result, Variables>(
  gateway: Gateway,
  query: Text<Result, Variables>,
  variables: Variables,
): Promise<Result | null> {
  const answer = await post(gateway, JSON.stringify({ query, variables }));
  if (isRefusal(answer)) throw new Error(answer.errors.map(({ message }) => message).join(' '));
  return (answer as { data?: Result | null } | null)?.data ?? null;
}

/** Null when no answer came, or none that can be read, or one that tells of a fault. */
async function post(gateway: Gateway, body: string): Promise<unknown> {
  try {
    const response = await fetch(gateway.url, { method: 'POST', headers: headersFor(gateway), body });
    return response.status >= 500 ? null : await response.json();
  } catch {
    return null;
  }
}
