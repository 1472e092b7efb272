import { pasted } from '../../src/credentials';
import { Gateway } from '../../src/form/gateway';

/** What a gateway answers, and what it was asked. */
export interface Answering {
  gateway: Gateway;
  asked: Request[];
}

type Request = { validateOnly?: boolean; idempotencyKey?: string } & { items: { idempotencyKey?: string }[] };

/** A gateway that gives these answers, one after the other; null stands for none. */
export function answering(...answers: (object | null)[]): Answering {
  const asked: Request[] = [];
  const fetcher: typeof fetch = (_, init) => {
    const { variables } = JSON.parse(init?.body as string) as { variables: { input: Request } };
    asked.push(variables.input);
    const answer = answers.shift() ?? null;
    if (answer === null) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(answer instanceof Response ? answer : Response.json(answer));
  };
  return { gateway: new Gateway('/graphql', pasted('token'), fetcher), asked };
}

export function refused(status = 401, message = 'The token has expired.'): Response {
  return Response.json({ errors: [{ message }] }, { status });
}
