import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, buildSchema, parse, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { catalogueOf, type CatalogueEntry } from '../src/catalogue/catalogue';
import { EXAMPLES, type Example } from '../src/examples';

/** Why an error has no example. Who adds an error adds an example, or a reason here. */
const WITHOUT_EXAMPLE = {
  AccessPassMultiUseNotAllowedError:
    'Takes a policy that allows passes for one use only, and that of the sandbox allows more.',
  ApplicationNotAllowedError:
    'Takes a gateway that acts as an application, and the one of the sandbox acts for the caller.',
  CloudNotSupportedError: 'Depends on the cloud that the gateway is set up for, and the sandbox is in the global one.',
  GatewayConfigurationError: 'Takes a caller for whom the gateway has not yet got a token for Microsoft Graph.',
  IdempotencyKeyInFlightError: 'Takes two requests at the same time, and an example is one.',
  IdempotencyKeysLostError: 'Takes a store of keys that was emptied, and the sandbox run lets every key pass then.',
  SmsSignInRegistrationFailedError:
    'Takes a number that Microsoft Graph refuses and does not save, and the sandbox saves it.',
  StepUpRequiredError: 'Takes a caller who has a key, and the personas of the sandbox have none.',
  UserNotReadyError: 'Takes a user whom Microsoft Graph does not know everywhere yet, and the sandbox knows all.',
};

const SMALL = buildSchema(`
  interface ExpectedError { code: String! category: ErrorCategory! }
  enum ErrorCategory {
    "Correct it."
    INVALID_INPUT
    "Wait."
    THROTTLED
  }
  "Too long. Code: \`TOO_LONG\`."
  type TooLongError implements ExpectedError {
    "\`TOO_LONG\`"
    code: String!
    "\`INVALID_INPUT\`"
    category: ErrorCategory!
    "The most."
    max: Int!
  }
  union AddError = TooLongError
  interface Node { id: ID! }
  type User implements Node { id: ID! eligibility: [Eligibility!] }
  type Eligibility { blockedBy: [AddError!]! }
  type Result { errors: [AddError!]! user: User }
  type Payload { results: [Result!]! query: Query }
  type Query { user: User }
  type Mutation { add: Payload!  addAll: [Payload!]! }
`);

describe('catalogueOf', () => {
  it('tells all of an error that the schema tells', () => {
    const example = { name: '01-long', expects: ['TooLongError'] } as Example;
    const other = { name: '02-other', expects: ['OtherError'] } as Example;
    expect(catalogueOf(SMALL, [example, other])).toEqual([
      {
        category: 'INVALID_INPUT',
        description: 'Correct it.',
        entries: [
          {
            name: 'TooLongError',
            description: 'Too long.',
            code: 'TOO_LONG',
            category: 'INVALID_INPUT',
            fields: [{ name: 'max', type: 'Int!', description: 'The most.' }],
            answeredBy: ['User.eligibility', 'add', 'addAll'],
            examples: [example],
          },
        ],
      },
    ]);
  });

  it('is empty for a schema without expected errors', () => {
    expect(catalogueOf(buildSchema('type Query { a: Int }'), [])).toEqual([]);
  });
});

const schemaFolder = new URL('../../schema/', import.meta.url);

describe.skipIf(!existsSync(schemaFolder))('the catalogue of this schema', () => {
  it('has every error in its category, with a code and something that answers it', () => {
    const all = entries();
    const declared = schema().getPossibleTypes(schema().getType('ExpectedError') as never);
    expect(all.map(({ name }) => name).sort()).toEqual(declared.map(({ name }) => name).sort());
    expect(all.filter(({ code, answeredBy }) => code === '' || answeredBy.length === 0)).toEqual([]);
  });

  it('has an example of every error that one request to the sandbox can lead to', () => {
    const without = entries().filter(({ examples }) => examples.length === 0);
    expect(without.map(({ name }) => name).sort()).toEqual(Object.keys(WITHOUT_EXAMPLE).sort());
  });

  it('finds bulk, lookups and eligibility too', () => {
    const places = (name: string) => entries().find((entry) => entry.name === name)?.answeredBy;
    expect(places('UserNotFoundError')).toContain('users');
    expect(places('InvalidPhoneNumberError')).toContain('addPhoneMethods');
    expect(places('MobilePhoneRequiredError')).toContain('User.phoneEligibility');
    expect(places('DefaultMethodError')).toEqual([
      'AuthenticationMethod.deletion',
      'deleteAuthenticationMethod',
      'deletePhoneMethod',
      'resetMfa',
    ]);
  });
});

function entries(): CatalogueEntry[] {
  return catalogueOf(schema(), EXAMPLES).flatMap((section) => section.entries);
}

function schema(): GraphQLSchema {
  const sdl = readdirSync(schemaFolder, { encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphqls'))
    .map((file) => readFileSync(new URL(file, schemaFolder), 'utf8'));
  // Directives that graphql-java knows by itself need no definition in the files.
  return buildASTSchema(parse(sdl.join('\n')), { assumeValidSDL: true });
}
