import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import type { GraphiQLPlugin } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { EXAMPLES, variablesText } from '../examples';
import { CopyAs } from '../code/CopyAs';
import { layoutOnlyStorage } from '../storage';
import type { GraphQLRequest } from '../transport';
import { CATALOGUE_PLUGIN } from '../catalogue/CataloguePanel';
import { ActiveTabInView } from './ActiveTabInView';
import { AnswerFooter } from './AnswerFooter';
import { EXAMPLES_PLUGIN } from './ExamplesPanel';
import { EditorText } from './EditorText';
import { TabNumbers } from './TabNumbers';
import 'graphiql/style.css';
import '../style/workbench.css';

export interface WorkbenchProps {
  fetcher: (request: GraphQLRequest) => Promise<object>;
  graphqlPath: string;
  /** The token that requests are sent with now; null when there is none. */
  token: () => Promise<string | null>;
}

const PLUGINS: GraphiQLPlugin[] = [EXAMPLES_PLUGIN, CATALOGUE_PLUGIN, HISTORY_PLUGIN];
const TABS = EXAMPLES.map((example) => ({ query: example.query, variables: variablesText(example) }));
const STORAGE = layoutOnlyStorage(localStorage, {
  'graphiql:docExplorerFlex': '0.24',
  'graphiql:editorFlex': '1.15',
  'graphiql:secondaryEditorFlex': '1.7',
});

/** GraphiQL with the examples in its tabs. Headers cannot be typed: the token is the page's business alone. */
export default function Workbench({ fetcher, graphqlPath, token }: WorkbenchProps) {
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={TABS}
      // GraphiQL fills the first tab's query from defaultTabs, but not its variables.
      {...(TABS[0] && { initialVariables: TABS[0].variables })}
      defaultQuery=""
      storage={STORAGE}
      plugins={PLUGINS}
      visiblePlugin={EXAMPLES_PLUGIN}
      defaultEditorToolsVisibility="variables"
      isHeadersEditorEnabled={false}
      shouldPersistHeaders={false}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <TabNumbers />
        <EditorText />
        <ActiveTabInView />
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <CopyAs graphqlPath={graphqlPath} token={token} />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <AnswerFooter />
      </GraphiQL.Footer>
    </GraphiQL>
  );
}
