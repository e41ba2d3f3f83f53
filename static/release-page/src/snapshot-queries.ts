import {
  experimental_streamedQuery as streamedQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type {
  ChangesSinceView,
  Manifest,
  ReleaseChoice,
  Snapshot,
} from '../../../src/api/contract';
import { valueOf, type ReplyFailure } from '../../shared/reply-failure';
import { invoke } from './api';
import { wholeText } from './text-parts';

/** Snapshots of a release, the newest first. */
export function useSnapshots(choice: ReleaseChoice): UseQueryResult<Snapshot[], ReplyFailure> {
  return useQuery<Snapshot[], ReplyFailure>({
    queryKey: ['snapshots', choice],
    queryFn: () => valueOf(invoke('listSnapshots', choice)),
  });
}

export function useTakeSnapshot(
  choice: ReleaseChoice,
): UseMutationResult<Snapshot, ReplyFailure, { note?: string }> {
  const client = useQueryClient();
  return useMutation<Snapshot, ReplyFailure, { note?: string }>({
    mutationFn: (note) => valueOf(invoke('createSnapshot', { ...choice, ...note })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['snapshots'] });
      void client.invalidateQueries({ queryKey: ['comparison'] });
    },
  });
}

/** `text` is the manifest in JSON; `hidden` issues of it are not named. */
export type OpenedSnapshot = {
  snapshot: Snapshot;
  manifest: Manifest;
  hidden: number;
  text: string;
};

/** One snapshot with all that is in it. */
export function useSnapshot(
  choice: ReleaseChoice,
  id: string,
): UseQueryResult<OpenedSnapshot, ReplyFailure> {
  return useQuery<OpenedSnapshot, ReplyFailure>({
    queryKey: ['snapshot', choice, id],
    queryFn: async () => {
      const { snapshot, hidden, text } = await wholeText((part) =>
        valueOf(invoke('getSnapshot', { ...choice, id, part })),
      );
      return { snapshot, hidden, text, manifest: JSON.parse(text) as Manifest };
    },
  });
}

export const OCCASIONS = ['snapshot', 'sign-off', 'rejection'] as const;
export type Since = (typeof OCCASIONS)[number];

/** Two states of a release, or the state at an occasion and now. */
export type Question = { before: string; after: string } | { since: Since };

/** What differs, all pages of it as they come. */
export function useComparison(
  choice: ReleaseChoice,
  question: Question,
): UseQueryResult<ChangesSinceView[], ReplyFailure> {
  return useQuery<ChangesSinceView[], ReplyFailure>({
    queryKey: ['comparison', choice, question],
    queryFn: streamedQuery({
      streamFn: () => pagesOf(choice, question),
      reducer: (all: ChangesSinceView[], page: ChangesSinceView) => [...all, page],
      initialValue: [],
      refetchMode: 'replace',
    }),
  });
}

async function* pagesOf(choice: ReleaseChoice, question: Question) {
  for (let start: number | null = 0; start !== null;) {
    const page: ChangesSinceView = await askPage(choice, question, start);
    yield page;
    start = page.kind === 'none' ? null : page.next;
  }
}

async function askPage(
  choice: ReleaseChoice,
  question: Question,
  start: number,
): Promise<ChangesSinceView> {
  if ('since' in question) {
    return valueOf(invoke('whatChanged', { ...choice, ...question, start }));
  }
  const compared = await valueOf(invoke('compareSnapshots', { ...choice, ...question, start }));
  return { kind: 'compared', ...compared };
}
