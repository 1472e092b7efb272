import { describe, expect, it } from 'vitest';
import { AddPhoneText } from '../../client';
import { answering, refused } from './answering';

const INPUT = { input: { user: { id: 'u' }, phoneNumber: '+1 2065550120' } };

describe('a mutation', () => {
  it('is sent with the token, and asks for messages in the language of the page', async () => {
    const { gateway, headers } = answering({ data: {} });
    await gateway.mutate(AddPhoneText, INPUT);
    expect(headers.map((sent) => [sent.get('Authorization'), sent.get('Accept-Language')])).toEqual([
      ['Bearer token', 'en'],
    ]);
  });

  it.each([
    ['no answer came', null],
    ['a proxy answered', new Response('Bad gateway', { status: 502 })],
    ['the answer broke off', new Response('{"data": {"addPh', { status: 200 })],
    ['there is no data', { data: null, errors: [{ message: 'Something went wrong here.' }] }],
  ])('may have been carried out when %s', async (_, answer) => {
    expect(await answering(answer).gateway.mutate(AddPhoneText, INPUT)).toBeNull();
  });

  it('was not when the gateway refused to look at it', async () => {
    await expect(answering(refused()).gateway.mutate(AddPhoneText, INPUT)).rejects.toThrow('The token has expired.');
  });
});
