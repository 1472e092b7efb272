import { beforeEach, describe, expect, it } from 'vitest';
import type { Patience } from '..';
import * as apollo from '../examples/apollo/add-phone';
import * as plain from '../examples/fetch/add-phone';
import type { Gateway } from '../examples/gateway';
import * as relay from '../examples/relay/add-phone';
import * as urql from '../examples/urql/add-phone';
import { before, type Answer, type Proxy } from './proxy';
import { gateway, sandbox } from './sandbox';

const WRITES = { method: 'POST', path: '/phoneMethods' };
const READS = { method: 'GET', path: '/phoneMethods' };
const READS_OF_ONE_REQUEST = 3;
interface Phone {
  user: { userPrincipalName: string };
  phoneNumber: string;
  phoneType: 'MOBILE';
}

const PHONE: Phone = {
  user: { userPrincipalName: 'kim@contoso.com' },
  phoneNumber: '+1 2065550120',
  phoneType: 'MOBILE',
};

type Example = (gateway: Gateway, input: Phone, patience?: Patience) => Promise<string[]>;

const EXAMPLES: Record<string, Example> = {
  fetch: plain.addPhone,
  apollo: (gateway, input, patience) => apollo.addPhone(apollo.clientFor(gateway), input, patience),
  urql: (gateway, input, patience) => urql.addPhone(urql.clientFor(gateway), input, patience),
  relay: (gateway, input, patience) => relay.addPhone(relay.environmentFor(gateway), input, patience),
};

/** Answers after which it is open what became of a mutation. */
const OPEN: Answer[] = [
  'is cut',
  'is broken',
  'breaks off',
  'is half of one',
  'is a page',
  'is null',
  'says something else',
  'is 408',
  'is 413',
  "is a proxy's 429",
  'is a fault',
  'is 502',
];

const AT_ONCE: Patience = { wait: () => Promise.resolve() };

beforeEach(() => sandbox.reset());

describe.each(Object.entries(EXAMPLES))('the example for %s', (_, addPhone) => {
  it('adds a phone', async () => {
    expect(await addPhone(await gateway(), PHONE)).toEqual(['Added: +1 2065550120']);
    expect(await sandbox.writes()).toMatchObject([{ phoneNumber: '+1 2065550120' }]);
  });

  it('says why a phone was not added', async () => {
    const malformed = { ...PHONE, phoneNumber: '+1 (206) 555-0120' };
    expect(await addPhone(await gateway(), malformed)).toEqual(['phoneNumber: Did you mean +1 2065550120?']);
    expect(await addPhone(await gateway('global-reader'), PHONE)).toEqual([
      expect.stringMatching(/^the whole: This takes one of the roles Authentication Administrator, /),
    ]);
    expect(await sandbox.writes()).toEqual([]);
  });

  it('repeats with the same key when the gateway does not know what became of it', async () => {
    await sandbox.fault({ match: WRITES, apply: true, status: 504 });
    await sandbox.fault({ match: READS, status: 503, times: READS_OF_ONE_REQUEST });
    await using proxy = await before(await gateway());
    expect(await addPhone(proxy.gateway, PHONE)).toEqual([expect.stringMatching(/^Added: /)]);
    await expectOnceOfTwo(proxy);
  });

  it.each(OPEN)('repeats with the same key when the answer %s', async (first) => {
    await using proxy = await before(await gateway(), first);
    expect(await addPhone(proxy.gateway, PHONE, AT_ONCE)).toEqual([expect.stringMatching(/^Added: /)]);
    await expectOnceOfTwo(proxy);
  });

  it('tells the key to ask again with when it is refused after an answer that was lost', async () => {
    await using proxy = await before(await gateway(), 'is cut', 'is 401');
    const [why, whatNow = ''] = await addPhone(proxy.gateway, PHONE, AT_ONCE);
    expect(why).toContain('It was refused.');
    expect(whatNow).toContain(`not known yet. Ask again later, with the key ${proxy.keys[0]}.`);
    const idempotencyKey = proxy.keys[1] ?? '';
    expect(await addPhone(proxy.gateway, PHONE, { idempotencyKey })).toEqual([expect.stringMatching(/^Added: /)]);
    expect(new Set(proxy.keys).size).toBe(1);
    expect(await sandbox.writes()).toHaveLength(1);
  });

  it.each(['is 401', 'is 401 as JSON'] as const)('does not repeat when the answer %s', async (first) => {
    await using proxy = await before(await gateway(), first);
    await expect(addPhone(proxy.gateway, PHONE, AT_ONCE)).rejects.toThrow();
    expect(proxy.keys).toHaveLength(1);
  });

  it('does not repeat what the gateway refuses to look at', async () => {
    await using proxy = await before({ ...(await gateway()), token: 'none' });
    await expect(addPhone(proxy.gateway, PHONE)).rejects.toThrow();
    expect(proxy.keys).toHaveLength(1);
  });
});

/** Sent twice, done once. */
async function expectOnceOfTwo({ keys }: Proxy) {
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}$/), keys[0]]);
  expect(await sandbox.writes()).toHaveLength(1);
}
