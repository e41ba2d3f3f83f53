import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ReplyFailure } from '../../shared/reply-failure';
import { Failure } from './failure';

type Props<Value> = {
  query: UseQueryResult<Value, ReplyFailure>;
  /** What is asked for: `the history`. */
  what: string;
  children: (value: Value) => ReactNode;
};

/** What a tab asked for; before that, that one waits for it, or why it could not be had. */
export function LookedUp<Value>({ query, what, children }: Props<Value>) {
  const { data, error, isFetching, refetch } = query;
  if (error) {
    return (
      <Failure
        title={`Could not look up ${what}`}
        message={error.message}
        isTrying={isFetching}
        onTryAgain={() => void refetch()}
      />
    );
  }
  if (data === undefined) {
    return <p role="status" className="subtle">{`Looking up ${what}…`}</p>;
  }
  return children(data);
}
