import { describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings';

describe('readSettings', () => {
  it('reads both paths', () => {
    const settings = { graphqlPath: '/graphql', sandboxPath: '/sandbox' };
    expect(readSettings(settings)).toEqual(settings);
  });

  it('takes a missing sandbox for none', () => {
    expect(readSettings({ graphqlPath: '/graphql' }).sandboxPath).toBeNull();
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
