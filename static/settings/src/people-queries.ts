import { makeInvoke } from '@forge/bridge';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Api, Person } from '../../../src/api/contract';
import { type ReplyFailure, valueOf } from '../../shared/reply-failure';

const invoke = makeInvoke<Api>();

/** Names of accounts, by account id; an account that Jira does not know has none. */
export const useNames = (
  accountIds: readonly string[],
): UseQueryResult<Map<string, string>, ReplyFailure> =>
  useQuery<Map<string, string>, ReplyFailure>({
    queryKey: ['names', accountIds],
    queryFn: async () => {
      const people = await valueOf(invoke('namePeople', { accountIds: [...accountIds] }));
      return new Map(people.map(({ accountId, displayName }) => [accountId, displayName]));
    },
    enabled: accountIds.length > 0,
    placeholderData: (before) => before,
  });

/** People whose name begins so. */
export const useFoundPeople = (words: string): UseQueryResult<Person[], ReplyFailure> =>
  useQuery<Person[], ReplyFailure>({
    queryKey: ['people', words],
    queryFn: () => valueOf(invoke('findPeople', { words })),
    enabled: words !== '',
  });
