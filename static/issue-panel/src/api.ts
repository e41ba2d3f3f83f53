import { makeInvoke, NavigationTarget, router, view } from '@forge/bridge';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type {
  Api,
  IssueView,
  Reply,
  RepositoryFreshness,
  SaidWordView,
} from '../../../src/api/contract';
import { valueOf, type ReplyFailure } from '../../shared/reply-failure';

const POLL_MILLISECONDS = 1_500;
const invoke = makeInvoke<Api>();

type Tick = { stepId: string; done: boolean; note?: string };
type Ticked = { stepId: string; done: boolean; by: string; at: string };

type CheckWord = { itemId: string; outcome: 'done' | 'failed' | 'open'; note?: string };

type Place = { issueKey: string; siteUrl: string };
type CommitChange = { repository: string; sha: string; reason: string };
type Queued = { queued: number };
/** Another promotion than the one that Convoy would ask about by itself. */
export type Question = { from: string; to: string; mode: 'plan' | 'audit' };

const issueQuery = (issueKey: string) => ['issue', issueKey] as const;
const progressQuery = (issueKey: string) => ['progress', issueKey] as const;

const countReading = (repositories: RepositoryFreshness[]): number =>
  repositories.filter(({ progress }) => progress !== null).length;

/** The issue that the panel is open on, and the site it belongs to. */
export function usePlace(): UseQueryResult<Place, ReplyFailure> {
  return useQuery<Place, ReplyFailure>({
    queryKey: ['place'],
    queryFn: () => valueOf(readPlace()),
  });
}

/** The address of the site, for links to issues; `undefined` until it is known. */
export function useSiteUrl(): string | undefined {
  return useQuery({
    queryKey: ['site-url'],
    queryFn: async () => (await view.getContext()).siteUrl,
  }).data;
}

/**
 * Everything that is known of the issue, about this promotion (`null`: the one that comes next). While another
 * question is not answered yet, the last answer stays.
 */
export function useIssue(
  issueKey: string,
  question: Question | null,
): UseQueryResult<IssueView, ReplyFailure> {
  return useQuery<IssueView, ReplyFailure>({
    queryKey: [...issueQuery(issueKey), question],
    queryFn: () => valueOf(invoke('getIssue', { issueKey, ...question })),
    placeholderData: keepPreviousData,
  });
}

/** What is already known about the promotion that comes next; asks nobody. */
export function useKnownIssue(issueKey: string): IssueView | undefined {
  return useQueryClient().getQueryData<IssueView>([...issueQuery(issueKey), null]);
}

/** How far reading has come, asked again and again while `isReading`; a finished repository brings its evidence in. */
export function useProgress(
  issueKey: string,
  isReading: boolean,
): UseQueryResult<RepositoryFreshness[], ReplyFailure> {
  const client = useQueryClient();
  return useQuery<RepositoryFreshness[], ReplyFailure>({
    queryKey: progressQuery(issueKey),
    queryFn: () => readProgress(client, issueKey),
    enabled: isReading,
    refetchInterval: POLL_MILLISECONDS,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Asks for a new reading of the issue's repositories. */
export function useRefresh(issueKey: string): UseMutationResult<Queued, ReplyFailure, undefined> {
  const client = useQueryClient();
  return useMutation<Queued, ReplyFailure, undefined>({
    mutationFn: () => valueOf(invoke('refreshIssue', { issueKey })),
    onSuccess: () => client.invalidateQueries({ queryKey: issueQuery(issueKey) }),
  });
}

/** Adds a commit to the issue by hand. */
export function useLinkCommit(
  issueKey: string,
): UseMutationResult<Queued, ReplyFailure, CommitChange> {
  const client = useQueryClient();
  return useMutation<Queued, ReplyFailure, CommitChange>({
    mutationFn: (change) => valueOf(invoke('linkCommit', { issueKey, ...change })),
    onSuccess: () => client.invalidateQueries({ queryKey: issueQuery(issueKey) }),
  });
}

/** Takes a commit away from the issue by hand. */
export function useUnlinkCommit(
  issueKey: string,
): UseMutationResult<Queued, ReplyFailure, CommitChange> {
  const client = useQueryClient();
  return useMutation<Queued, ReplyFailure, CommitChange>({
    mutationFn: (change) => valueOf(invoke('unlinkCommit', { issueKey, ...change })),
    onSuccess: () => client.invalidateQueries({ queryKey: issueQuery(issueKey) }),
  });
}

/** Says that a step is done, or not done after all; that may change the verdict, so the issue is asked again. */
export function useTickManualStep({
  key,
  promotion,
}: Pick<IssueView, 'key' | 'promotion'>): UseMutationResult<Ticked, ReplyFailure, Tick> {
  const client = useQueryClient();
  return useMutation<Ticked, ReplyFailure, Tick>({
    mutationFn: (tick) =>
      valueOf(invoke('tickManualStep', { issueKey: key, ...promotion, ...tick })),
    onSuccess: (ticked, { note = null }) => {
      client.setQueriesData<IssueView>({ queryKey: issueQuery(key) }, (view) =>
        view ? withTick(view, { ...ticked, note }) : view,
      );
      void client.invalidateQueries({ queryKey: issueQuery(key) });
    },
  });
}

/** Says of an item that it is done, failed or open; that may change the verdict, so the issue is asked again. */
export function useTickCheckItem({
  key,
  promotion,
  mode,
}: Pick<IssueView, 'key' | 'promotion' | 'mode'>): UseMutationResult<
  SaidWordView,
  ReplyFailure,
  CheckWord
> {
  const client = useQueryClient();
  return useMutation<SaidWordView, ReplyFailure, CheckWord>({
    mutationFn: (word) =>
      valueOf(invoke('tickCheckItem', { issueKey: key, mode, ...promotion, ...word })),
    onSuccess: () => client.invalidateQueries({ queryKey: issueQuery(key) }),
  });
}

function withTick(view: IssueView, { stepId, done, ...word }: Ticked & { note: string | null }) {
  const told = done
    ? { done, ...word, reopened: null }
    : { done, by: null, at: null, note: null, reopened: { kind: 'unticked' as const, ...word } };
  return {
    ...view,
    manualSteps: view.manualSteps.map((step) => (step.id === stepId ? { ...step, ...told } : step)),
  };
}

export const openIssue = (issueKey: string): void => {
  void router.navigate(`/browse/${issueKey}`);
};

export const openSettings = (): void => {
  void router.navigate({ target: NavigationTarget.Module, moduleKey: 'settings' });
};

async function readPlace(): Promise<Reply<Place>> {
  const { extension, siteUrl } = await view.getContext();
  const { issue } = extension as { issue: { key: string } };
  return { ok: true, value: { issueKey: issue.key, siteUrl } };
}

async function readProgress(client: QueryClient, issueKey: string): Promise<RepositoryFreshness[]> {
  const before = client.getQueryData<RepositoryFreshness[]>(progressQuery(issueKey));
  const { repositories } = await valueOf(invoke('getProgress', { issueKey }));
  const reading = countReading(repositories);
  const isNewsInIssue = reading === 0 || (before !== undefined && reading < countReading(before));
  if (isNewsInIssue) void client.invalidateQueries({ queryKey: issueQuery(issueKey) });
  return repositories;
}
