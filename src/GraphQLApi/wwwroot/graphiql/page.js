'use strict';

// The first query a visitor sees is one that answers on any store, however small.
const firstQuery = `# Who lives here, and who of them has no recorded connection?
query FirstLook {
  area {
    name
    totals {
      residents { value }
      unconnected { value }
      neverAsked { value }
    }
  }
  unconnectedResidents(first: 5) {
    totalCount
    rule
    nodes {
      resident { reference ward { name } ageBand }
      evidence { sentence basis }
    }
  }
}
`;

const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
const root = ReactDOM.createRoot(document.getElementById('graphiql'));
root.render(React.createElement(GraphiQL, { fetcher, defaultQuery: firstQuery, defaultEditorToolsVisibility: true }));
