import type { TokenCredential } from '@azure/identity';
import { AzureIdentityAuthenticationProvider } from '@microsoft/kiota-authentication-azure';
import { createGraphServiceClient, GraphRequestAdapter, type GraphServiceClient } from '@microsoft/msgraph-sdk';
import { AuthenticationPhoneTypeObject } from '@microsoft/msgraph-sdk/models/index.js';
import '@microsoft/msgraph-sdk-users';
import { beforeEach, describe, expect, it } from 'vitest';
import { GRAPH, SCOPES, application, control, onBehalfOf } from './sandbox.ts';

const MOBILE = '3179e48a-750b-4051-897c-87b9720928f7';

function clientOf(credential: TokenCredential): GraphServiceClient {
  const allowedHosts = new Set([GRAPH.hostname]);
  const provider = new AzureIdentityAuthenticationProvider(credential, SCOPES, undefined, allowedHosts);
  const adapter = new GraphRequestAdapter(provider);
  adapter.baseUrl = new URL('v1.0', GRAPH).href;
  return createGraphServiceClient(adapter);
}

beforeEach(() => control('POST', 'reset'));

describe('the TypeScript SDK', () => {
  it('creates, updates and deletes a phone', async () => {
    const client = clientOf(await onBehalfOf('privileged-auth-admin'));
    const phones = client.users.byUserId('kim@contoso.com').authentication.phoneMethods;

    const created = await phones.post({
      phoneNumber: '+1 2065555555',
      phoneType: AuthenticationPhoneTypeObject.Mobile,
    });
    expect(created?.id).toBe(MOBILE);

    const single = phones.byPhoneAuthenticationMethodId(MOBILE);
    await single.patch({ phoneNumber: '+1 2065555554', phoneType: AuthenticationPhoneTypeObject.Mobile });
    expect((await single.get())?.phoneNumber).toBe('+1 2065555554');

    await single.delete();
    expect((await phones.get())?.value).toEqual([]);
  });

  it('follows pages', async () => {
    const users = clientOf(application()).users;

    const first = await users.get({ queryParameters: { top: 10, select: ['id', 'displayName'] } });
    const next = await users.withUrl(first?.odataNextLink ?? '').get();

    expect(first?.value).toHaveLength(10);
    expect(next?.value?.[0]?.id).not.toBe(first?.value?.[0]?.id);
  });

  it('reads what is refused', async () => {
    const phones = clientOf(application()).users.byUserId('megan@contoso.com').authentication.phoneMethods;

    const refused = phones.post({ phoneNumber: '+1 2065555555', phoneType: AuthenticationPhoneTypeObject.Mobile });

    await expect(refused).rejects.toMatchObject({ responseStatusCode: 400 });
  });
});
