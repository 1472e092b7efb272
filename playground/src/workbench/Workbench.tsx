import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import type { GraphiQLPlugin } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { useMemo, useState } from 'react';
import { SelectErrors } from '../builder/SelectErrors';
import { EXAMPLES } from '../examples';
import { CopyAs } from '../code/CopyAs';
import { LinkButton } from '../link/LinkButton';
import { Links } from '../link/Links';
import { readFragment } from '../link/read';
import { usePersonas } from '../sandbox/personas';
import { GatewayContext } from '../schema/load';
import { SCHEMA_PLUGIN } from '../schema/SchemaPanel';
import { layoutOnlyStorage } from '../storage';
import type { GraphQLRequest } from '../transport';
import { CATALOGUE_PLUGIN } from '../catalogue/CataloguePanel';
import { ActiveTabInView } from './ActiveTabInView';
import { AnswerFooter } from './AnswerFooter';
import { EXAMPLES_PLUGIN } from './ExamplesPanel';
import { EditorText } from './EditorText';
import { Exchanges, ExchangesContext } from './exchange';
import { Mended } from './Mended';
import { contentOf, type Content } from './openExample';
import { TabNumbers } from './TabNumbers';
import { watched, type Fetcher } from './watch';
import 'graphiql/style.css';
import '../style/workbench.css';

export interface WorkbenchProps {
  fetcher: Fetcher;
  graphqlPath: string;
  /** The token that requests are sent with now; null when there is none. */
  token: () => Promise<string | null>;
}

const PLUGINS: GraphiQLPlugin[] = [EXAMPLES_PLUGIN, CATALOGUE_PLUGIN, SCHEMA_PLUGIN, HISTORY_PLUGIN];
const STORAGE = layoutOnlyStorage(localStorage, {
  'graphiql:docExplorerFlex': '0.24',
  'graphiql:editorFlex': '1.15',
  'graphiql:secondaryEditorFlex': '1.7',
});

/** GraphiQL with the first example in its tab. Headers cannot be typed: the token is the page's business alone. */
export default function Workbench({ fetcher, graphqlPath, token }: WorkbenchProps) {
  const inSandbox = usePersonas() !== null;
  const [tabs] = useState(() => firstTabs(inSandbox));
  const [exchanges] = useState(() => new Exchanges());
  const watchedFetcher = useMemo(() => watchingFetcher(fetcher, exchanges), [fetcher, exchanges]);
  const gateway = useMemo(() => ({ graphqlPath, token }), [graphqlPath, token]);
  return (
    <GatewayContext value={gateway}>
      <ExchangesContext value={exchanges}>
        <GraphiQL
          fetcher={watchedFetcher}
          // Called before each request too.
          onTabChange={({ tabs, activeTabIndex }) => {
            exchanges.switchTo(tabs[activeTabIndex]?.id ?? '');
          }}
          defaultTabs={tabs}
          // GraphiQL fills the first tab's query from defaultTabs, but not its variables.
          {...(tabs[0] && { initialVariables: tabs[0].variables })}
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
            <Mended />
          </GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, merge, copy }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <SelectErrors />
                <CopyAs graphqlPath={graphqlPath} token={token} />
                <LinkButton />
              </>
            )}
          </GraphiQL.Toolbar>
          <GraphiQL.Footer>
            <AnswerFooter />
          </GraphiQL.Footer>
          <Links />
        </GraphiQL>
      </ExchangesContext>
    </GatewayContext>
  );
}

/** The operation that the address links to, or else the first example. */
function firstTabs(inSandbox: boolean): Content[] {
  const linked = readFragment(location.hash);
  if (linked?.kind === 'operation') return [{ query: linked.query, variables: '' }];
  const [first] = linked?.kind === 'example' ? [linked.example] : EXAMPLES;
  return first ? [contentOf(first, inSandbox)] : [];
}

/** The request for the schema is GraphiQL's own: it is no exchange of a tab. */
function watchingFetcher(fetcher: Fetcher, exchanges: Exchanges) {
  return (request: GraphQLRequest) =>
    request.operationName === 'IntrospectionQuery' ? fetcher(request) : watched(fetcher, exchanges, request);
}
