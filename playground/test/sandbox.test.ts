import { describe, expect, it, vi } from 'vitest';
import { Sandbox } from '../src/sandbox/sandbox';

function answering(status: number) {
  return vi.fn<typeof fetch>(() => Promise.resolve(new Response(null, { status })));
}

function asked(fetcher: ReturnType<typeof answering>) {
  return fetcher.mock.calls.map(([path, init]) => [init?.method, path, init?.body]);
}

describe('preparing the sandbox', () => {
  it('resets it first and then puts in what is to go wrong, in that order', async () => {
    const fetcher = answering(204);
    await new Sandbox('/sandbox', fetcher).prepare([{ status: 429 }, { status: 503 }]);
    expect(asked(fetcher)).toEqual([
      ['POST', '/sandbox/reset', null],
      ['POST', '/sandbox/faults', '{"status":429}'],
      ['POST', '/sandbox/faults', '{"status":503}'],
    ]);
  });

  it('fails when the sandbox refuses', async () => {
    await expect(new Sandbox('/sandbox', answering(400)).prepare([])).rejects.toThrow('400');
  });
});
