import { afterAll, beforeAll, expect, it } from 'vitest';
import { DeskPage } from './desk';
import { GatewayProcess } from './gateway-process';
import { Playground } from './playground';

const playground = new Playground();
const desk = new DeskPage(playground);
let gateway: GatewayProcess;

beforeAll(async () => {
  gateway = await GatewayProcess.start();
  await playground.open({
    path: new URL('playground/desk.html', gateway.address).href,
    ready: (page) => page.getByRole('search').getByRole('textbox').waitFor(),
  });
}, 120_000);

afterAll(async () => {
  await playground.close();
  await gateway.kill();
});

it('the page says what is known, and loses nothing, when the gateway is killed in the middle of a change', async () => {
  // Microsoft takes its time, so that the gateway is at work when it is killed.
  await control('POST', 'faults', { match: { method: 'POST', path: '/phoneMethods' }, delayMs: 20_000 });
  await desk.find('kim@contoso.com');
  await desk.fill('+1 2065550120', 'MOBILE');
  const sent = desk.sent();
  await desk.button('Add phone').click();
  await arrived('POST', '/phoneMethods');
  await gateway.kill();

  await desk.page.getByText('No clear answer yet. Retrying in').waitFor();
  await desk.page.locator('.outcome[data-is=unknown]').waitFor();
  expect(await desk.outcome.textContent()).toContain(
    "We couldn't confirm that the phone was added. Try again: it won't be added twice.",
  );
  expect(await desk.person.getByRole('heading').textContent()).toBe('Kim Akers');
  expect(await desk.number.inputValue()).toBe('+1 2065550120');
  expect(await desk.user.isEditable()).toBe(false);

  // Its successor has the same Microsoft before it, as it was before the change.
  await gateway.restart();
  await desk.button('Try again').click();
  await desk.page.getByText('Added: Mobile').waitFor();
  expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(await control<object[]>('GET', 'writes')).toHaveLength(1);
  expect(await desk.method('Mobile').textContent()).toContain('20');
  expect(await desk.user.isEditable()).toBe(true);
});

it('a search without a gateway is said in words, and works again with one', async () => {
  await gateway.kill();
  await desk.find('archie');
  expect(await desk.failure.textContent()).toBe("The gateway didn't answer. Check your connection, then try again.");
  await gateway.restart();
  await desk.find('archie');
  await desk.choose('Grady Archie');
});

/** Waits until Microsoft's stand-in has heard of a call. */
async function arrived(method: string, path: string) {
  const isIt = (call: Call) => call.method === method && call.path.includes(path);
  while (!(await control<Call[]>('GET', 'requests')).some(isIt));
}

interface Call {
  method: string;
  path: string;
}

async function control<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(new URL(`sandbox/${path}`, gateway.address), {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${method} ${path}.`);
  return (method === 'GET' ? await response.json() : null) as Answer;
}
