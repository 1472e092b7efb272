import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, fetchExchange } from 'urql';
import { beforeEach, describe, expect, it } from 'vitest';
import { UpdatePhoneDocument, UsersDocument, type UsersQuery } from '..';
import { clientFor } from '../examples/apollo/add-phone';
import { headersFor, type Gateway } from '../examples/gateway';
import { environmentFor } from '../examples/relay/add-phone';
import { listPhones, phonesInStore, updatePhone } from '../examples/relay/list-phones';
import { gateway, sandbox } from './sandbox';

type UserRef = { userPrincipalName: string } | { objectId: string } | { id: string };

/** A front end that has listed a user's phones and keeps them in its cache. */
interface FrontEnd {
  list(by: UserRef): Promise<string[]>;
  update(user: UserRef, phoneNumber: string): Promise<unknown>;
  cached(by: UserRef): Promise<string[]>;
}

const MEGAN = { userPrincipalName: 'megan@contoso.com' };
const NAMES: UserRef[] = [
  MEGAN,
  { userPrincipalName: 'MEGAN@Contoso.COM' },
  { objectId: '10000000-0000-4000-8000-000000000011' },
  { id: Buffer.from('User//10000000-0000-4000-8000-000000000011').toString('base64url') },
];
const NUMBER = '+1 2065550177';

const CACHES: Record<string, (gateway: Gateway) => FrontEnd> = { apollo, relay, urql };

beforeEach(() => sandbox.reset());

describe.each(Object.entries(CACHES))('the cache of %s', (_, start) => {
  it.each(NAMES)('shows a number that was changed for %j', async (user) => {
    const frontEnd = start(await gateway());
    expect(await frontEnd.list(MEGAN)).toEqual(['+1 XXXXXXXX01']);
    await frontEnd.update(user, NUMBER);
    expect(await frontEnd.cached(MEGAN)).toEqual(['+1 XXXXXXXX77']);
    expect(await sandbox.writes()).toMatchObject([{ phoneNumber: NUMBER }]);
  });

  it.each(NAMES)('shows in the list that was read for %j what was changed by the name', async (user) => {
    const frontEnd = start(await gateway());
    expect(await frontEnd.list(user)).toEqual(['+1 XXXXXXXX01']);
    await frontEnd.update(MEGAN, NUMBER);
    expect(await frontEnd.cached(user)).toEqual(['+1 XXXXXXXX77']);
  });
});

function apollo(gateway: Gateway): FrontEnd {
  const client = clientFor(gateway);
  return {
    async list(by) {
      return numbersOf((await client.query({ query: UsersDocument, variables: { by: [by] } })).data);
    },
    update: (user, phoneNumber) =>
      client.mutate({
        mutation: UpdatePhoneDocument,
        variables: { input: { user, phoneNumber, phoneType: 'MOBILE' } },
      }),
    cached: (by) => Promise.resolve(numbersOf(client.readQuery({ query: UsersDocument, variables: { by: [by] } }))),
  };
}

function relay(gateway: Gateway): FrontEnd {
  const environment = environmentFor(gateway);
  return {
    list: (by) => listPhones(environment, by),
    update: (user, phoneNumber) => updatePhone(environment, { user, phoneNumber, phoneType: 'MOBILE' }),
    cached: (by) => Promise.resolve(phonesInStore(environment, by)),
  };
}

function urql(gateway: Gateway): FrontEnd {
  const client = new Client({
    url: gateway.url,
    exchanges: [cacheExchange(), fetchExchange],
    fetchOptions: () => ({ headers: headersFor(gateway) }),
    preferGetMethod: false,
  });
  const read = async (by: UserRef, requestPolicy: 'network-only' | 'cache-only') =>
    numbersOf((await client.query(UsersDocument, { by: [by] }, { requestPolicy })).data);
  return {
    list: (by) => read(by, 'network-only'),
    update: (user, phoneNumber) =>
      client.mutation(UpdatePhoneDocument, { input: { user, phoneNumber, phoneType: 'MOBILE' } }).toPromise(),
    cached: (by) => read(by, 'cache-only'),
  };
}

function numbersOf(data: UsersQuery | null | undefined): string[] {
  return (data?.users[0]?.user?.phoneMethods ?? []).map(({ phoneNumber }) => phoneNumber ?? '');
}
