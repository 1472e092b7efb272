import { isRefusal, type Text } from '../../client';
import type { Credentials } from '../credentials';
import { LANGUAGE } from '../language';
import { post, readAnswer } from '../transport';
import { ERRORS } from './errors';

interface Answer<Result> {
  data?: Result | null;
  errors?: FieldError[];
}

/** Why a part of an answer is missing. */
export interface FieldError {
  readonly message: string;
  /** Where it is missing, from `data` down. */
  readonly path?: readonly (string | number)[];
}

/** Longer than the gateway takes to find out what became of a change. */
const LONGEST_WAIT_MS = 40_000;

/** The gateway, asked in somebody's name. Every failure is an `Error` whose message is for people. */
export class Gateway {
  readonly #path: string;
  readonly #credentials: Credentials;
  readonly #fetch: typeof fetch;

  constructor(path: string, credentials: Credentials, fetcher: typeof fetch = (...request) => fetch(...request)) {
    this.#path = path;
    this.#credentials = credentials;
    this.#fetch = fetcher;
  }

  async query<Result, Variables>(query: Text<Result, Variables>, variables: Variables): Promise<Result> {
    return (await this.read(query, variables)).data;
  }

  /** As `query`, with the errors of the parts that could not be read. */
  async read<Result, Variables>(
    query: Text<Result, Variables>,
    variables: Variables,
  ): Promise<{ data: Result; errors: readonly FieldError[] }> {
    const response = await this.#post(query, variables);
    const { data, errors = [] } = await this.#read<Result>(response);
    if (data) return { data, errors };
    if (response.status >= 500 && !isRefusal({ errors })) throw new Error(ERRORS.noAnswer);
    return refuse(errors);
  }

  /**
   * Null when it is open whether the mutation was carried out: no answer came, or none of the gateway's, such as a proxy's 502, or
   * one without data. Throws when it was refused before anything was done.
   */
  async mutate<Result, Variables>(mutation: Text<Result, Variables>, variables: Variables): Promise<Result | null> {
    const response = await this.#post(mutation, variables);
    if (response.status >= 500) return null;
    const answer = await this.#read<Result>(response);
    if (isRefusal(answer)) refuse(answer.errors);
    return answer.data ?? null;
  }

  #post(query: string, variables: unknown): Promise<Response> {
    return post(this.#path, this.#credentials, { query, variables }, (...request) => this.#answerTo(...request));
  }

  /** That no answer came is told as a proxy would. */
  async #answerTo(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const headers = new Headers(init?.headers);
    headers.set('Accept-Language', LANGUAGE);
    try {
      return await this.#fetch(input, { ...init, headers, signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
    } catch {
      return new Response(null, { status: 504 });
    }
  }

  async #read<Result>(response: Response): Promise<Answer<Result>> {
    try {
      return await readAnswer(response);
    } catch {
      return { errors: [{ message: ERRORS.brokenOff }] };
    }
  }
}

function refuse(errors: Answer<unknown>['errors'] = []): never {
  throw new Error(errors.length > 0 ? errors.map(({ message }) => message).join(' ') : ERRORS.withoutReason);
}

/** What went wrong, for people. */
export function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
