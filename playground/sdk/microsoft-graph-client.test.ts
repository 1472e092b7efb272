import type { TokenCredential } from '@azure/identity';
import { Client, GraphError, PageIterator, type PageCollection } from '@microsoft/microsoft-graph-client';
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { GRAPH, SCOPES, application, control, onBehalfOf } from './sandbox.ts';

interface Phone {
  id: string;
  phoneNumber: string;
  phoneType: string;
}

interface Email {
  id: string;
  emailAddress: string;
}

const EMAIL = '3ddfcfc8-9383-446f-83cc-3ab9be4be18f';
const MOBILE = '3179e48a-750b-4051-897c-87b9720928f7';

function clientOf(credential: TokenCredential): Client {
  return Client.initWithMiddleware({
    authProvider: new TokenCredentialAuthenticationProvider(credential, { scopes: SCOPES }),
    baseUrl: GRAPH.href,
    customHosts: new Set([GRAPH.hostname]),
  });
}

beforeEach(() => control('POST', 'reset'));

describe('the JavaScript snippets of the documentation', () => {
  it('create, read, update and delete a phone', async () => {
    const client = clientOf(await onBehalfOf('privileged-auth-admin'));
    const phoneAuthenticationMethod = { phoneNumber: '+1 2065555555', phoneType: 'mobile' };

    const created = (await client
      .api('/users/kim@contoso.com/authentication/phoneMethods')
      .post(phoneAuthenticationMethod)) as Phone;
    expect(created).toMatchObject({ id: MOBILE, phoneNumber: '+1 2065555555' });

    const single = client.api(`/users/kim@contoso.com/authentication/phoneMethods/${MOBILE}`);
    await single.update({ phoneNumber: '+1 2065555554', phoneType: 'mobile' });
    expect(((await single.get()) as Phone).phoneNumber).toBe('+1 2065555554');

    await single.delete();
    const left = (await client.api('/users/kim@contoso.com/authentication/phoneMethods').get()) as { value: Phone[] };
    expect(left.value).toEqual([]);
  });

  it('create, read, update and delete an email method', async () => {
    const client = clientOf(await onBehalfOf('privileged-auth-admin'));
    const emailAuthenticationMethod = { emailAddress: 'kim@example.com' };

    const created = (await client
      .api('/users/kim@contoso.com/authentication/emailMethods')
      .post(emailAuthenticationMethod)) as Email;
    expect(created).toMatchObject({ id: EMAIL, emailAddress: 'kim@example.com' });

    const single = client.api(`/users/kim@contoso.com/authentication/emailMethods/${EMAIL}`);
    await single.update({ emailAddress: 'kim@example.net' });
    expect(((await single.get()) as Email).emailAddress).toBe('kim@example.net');

    await single.delete();
    const left = (await client.api('/users/kim@contoso.com/authentication/emailMethods').get()) as { value: Email[] };
    expect(left.value).toEqual([]);
  });

  it('filter', async () => {
    const phones = (await clientOf(application())
      .api('/users/diego@contoso.com/authentication/phoneMethods')
      .filter("phoneType eq 'mobile'")
      .get()) as { value: Phone[] };

    expect(phones.value.map((phone) => phone.phoneType)).toEqual(['mobile']);
  });

  it('search with a count', async () => {
    const found = (await clientOf(application())
      .api('/users')
      .header('ConsistencyLevel', 'eventual')
      .search('"displayName:kim"')
      .select(['displayName'])
      .count(true)
      .get()) as { '@odata.count': number; value: unknown[] };

    expect(found['@odata.count']).toBe(1);
    expect(found.value).toEqual([{ displayName: 'Kim Akers' }]);
  });

  it('iterate over pages', async () => {
    const client = clientOf(application());
    const first = (await client.api('/users').top(400).select('id').get()) as PageCollection;
    let users = 0;

    await new PageIterator(client, first, () => ++users > 0).iterate();

    expect(users).toBeGreaterThan(1000);
  });

  it('send a batch', async () => {
    const batch = {
      requests: [{ id: '1', method: 'GET', url: '/users/megan@contoso.com/authentication/phoneMethods' }],
    };

    const { responses } = (await clientOf(application()).api('/$batch').post(batch)) as {
      responses: { status: number; body: { value: Phone[] } }[];
    };

    expect(responses[0]).toMatchObject({ status: 200, body: { value: [{ phoneType: 'mobile' }] } });
  });

  it('read what is refused', async () => {
    const client = clientOf(await onBehalfOf('global-reader'));

    const refused = client
      .api('/users/kim@contoso.com/authentication/phoneMethods')
      .post({ phoneNumber: '+1 2065555555', phoneType: 'mobile' });

    await expect(refused).rejects.toSatisfy(
      (error: unknown) => error instanceof GraphError && error.statusCode === 403 && error.code === 'accessDenied',
    );
  });
});
