import { EXAMPLES } from '../examples';

const RULES = EXAMPLES.map(
  ({ operation, number }) => `.graphiql-tab-button[title='${operation}']::before { content: '${number} '; }`,
).join('\n');

/** GraphiQL titles a tab by its operation, whose name cannot begin with a number: the numbers are put before it here. */
export function TabNumbers() {
  return <style>{RULES}</style>;
}
