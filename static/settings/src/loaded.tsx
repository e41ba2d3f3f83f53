import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';

type Query<Value> = {
  data: Value | undefined;
  error: Error | null;
  isFetching: boolean;
  refetch: () => unknown;
};

type Props<Value> = {
  query: Query<Value>;
  /** What is asked for: `the projects`. */
  what: string;
  children: (value: Value) => ReactNode;
};

/** What was asked for; before that, that one waits for it, or why it could not be had. */
export function Loaded<Value>({ query, what, children }: Props<Value>) {
  if (query.data !== undefined) return children(query.data);
  return query.error ? <Failed query={query} what={what} /> : <Waiting what={what} />;
}

/** Why something could not be had, and one more try. */
export function Failed({ query, what }: Omit<Props<unknown>, 'children'>) {
  const { error, isFetching, refetch } = query;
  return (
    <div role="alert">
      <SectionMessage appearance="error" title={`Could not look up ${what}`} headingLevel="h3">
        <p>{error?.message}</p>
        <div className="message-action">
          <Button onClick={() => void refetch()} isDisabled={isFetching}>
            {isFetching ? 'Trying…' : 'Try again'}
          </Button>
        </div>
      </SectionMessage>
    </div>
  );
}

const ROWS = ['first', 'second', 'third'];

function Waiting({ what }: { what: string }) {
  return (
    <div aria-busy="true">
      <p className="sr-only" role="status">{`Looking up ${what}`}</p>
      <div className="skeleton" aria-hidden="true">
        {ROWS.map((row) => (
          <div key={row} className="skeleton-bar" />
        ))}
      </div>
    </div>
  );
}
