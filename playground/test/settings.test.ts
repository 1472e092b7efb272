import { describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings';

const LOGIN = {
  clientId: null,
  authority: 'https://login.example/tenant',
  tenantId: 'tenant',
  scope: 'api://gateway/s',
};

describe('readSettings', () => {
  it('reads both paths, and how to sign in', () => {
    const paths = { graphqlPath: '/graphql', sandboxPath: '/sandbox' };
    expect(readSettings({ ...paths, ...LOGIN })).toEqual({ ...paths, login: LOGIN });
  });

  it.each(['http://login.example/tenant', 'javascript:alert(1)', '', null])(
    'refuses %j, which is no login',
    (authority) => {
      expect(() => readSettings({ graphqlPath: '/graphql', ...LOGIN, authority })).toThrow('authority');
    },
  );

  it('takes a missing sandbox for none', () => {
    expect(readSettings({ graphqlPath: '/graphql', ...LOGIN }).sandboxPath).toBeNull();
  });

  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'graphql', '', null, 1])(
    'refuses %j, which is no path of this origin',
    (path) => {
      expect(() => readSettings({ graphqlPath: path })).toThrow('graphqlPath');
      if (path !== null)
        expect(() => readSettings({ graphqlPath: '/graphql', sandboxPath: path })).toThrow('sandboxPath');
    },
  );
});
