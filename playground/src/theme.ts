/** GraphiQL marks the body with the theme that was chosen, once it is there: the page around it does not wait for that. */
export function applyRememberedTheme(storage: Pick<Storage, 'getItem'>, { classList }: Pick<Element, 'classList'>) {
  const theme = storage.getItem('graphiql:theme');
  if (theme === 'light' || theme === 'dark') classList.add(`graphiql-${theme}`);
}
