import { describe, expect, it } from 'vitest';
import { layoutOnlyStorage } from '../src/storage';

function persistent() {
  const items = new Map<string, string>();
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  return { items, storage: storage as Storage };
}

describe('layoutOnlyStorage', () => {
  it('remembers the layout beyond the page, and what was typed only within it', () => {
    const { items, storage } = persistent();
    const kept = layoutOnlyStorage(storage);
    kept.setItem('graphiql:theme', 'dark');
    kept.setItem('graphiql:tabState', '+1 2065550120');
    kept.setItem('graphiql:queries', '+1 2065550120');

    expect([...items]).toEqual([['graphiql:theme', 'dark']]);
    expect(kept.getItem('graphiql:tabState')).toBe('+1 2065550120');
    expect(layoutOnlyStorage(storage).getItem('graphiql:tabState')).toBeNull();
    expect(layoutOnlyStorage(storage).getItem('graphiql:theme')).toBe('dark');
  });

  it('answers a default until the layout is changed', () => {
    const kept = layoutOnlyStorage(persistent().storage, { 'graphiql:editorFlex': '2' });
    expect(kept.getItem('graphiql:editorFlex')).toBe('2');
    kept.setItem('graphiql:editorFlex', '3');
    expect(kept.getItem('graphiql:editorFlex')).toBe('3');
  });
});
