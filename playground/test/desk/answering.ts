import { fixed } from '../fixed';
import { Gateway } from '../../src/desk/gateway';

/** What a gateway answers, and what it was asked. */
export interface Answering {
  gateway: Gateway;
  asked: Request[];
  headers: Headers[];
}

type Request = { validateOnly?: boolean; idempotencyKey?: string } & { items: { idempotencyKey?: string }[] };

/** A gateway that gives these answers, one after the other; null stands for none. */
export function answering(...answers: (object | null)[]): Answering {
  const asked: Request[] = [];
  const headers: Headers[] = [];
  const fetcher: typeof fetch = (_, init) => {
    const { variables } = JSON.parse(init?.body as string) as { variables: { input: Request } };
    asked.push(variables.input);
    headers.push(new Headers(init?.headers));
    const answer = answers.shift() ?? null;
    if (answer === null) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(answer instanceof Response ? answer : Response.json(answer));
  };
  return { gateway: new Gateway('/graphql', fixed('token'), fetcher), asked, headers };
}

export function refused(status = 401, message = 'The token has expired.'): Response {
  return Response.json({ errors: [{ message, extensions: { code: 'REFUSED' } }] }, { status });
}
