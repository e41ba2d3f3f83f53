import { makeInvoke, NavigationTarget, router, view } from '@forge/bridge';
import {
  experimental_streamedQuery as streamedQuery,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UndefinedInitialDataOptions,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type {
  Api,
  GateId,
  GraphView,
  LifecycleState,
  ReleaseChoice,
  ReleaseHistory,
  ReleasePart,
  ReleasePartName,
  ReleaseRow,
  ReleaseSetup,
  ReleaseView,
  VersionView,
} from '../../../src/api/contract';
import { ReplyFailure, valueOf } from '../../shared/reply-failure';

const POLL_MILLISECONDS = 2_000;
export const invoke = makeInvoke<Api>();

/** Where the page keeps what is looked at; the host shows it in the address of the window. */
export type PageHistory = Awaited<ReturnType<typeof view.createHistory>>;
export const openHistory = (): Promise<PageHistory> => view.createHistory();

/** The project that the page is open on. */
export const projectQuery = queryOptions<string, ReplyFailure>({
  queryKey: ['project'],
  queryFn: async () => {
    const { extension } = await view.getContext();
    return (extension as { project: { key: string } }).project.key;
  },
});

/** Versions of a project that can be looked at: those to come first. */
export const versionsQuery = (
  projectKey: string,
): UndefinedInitialDataOptions<VersionView[], ReplyFailure> =>
  queryOptions<VersionView[], ReplyFailure>({
    queryKey: ['versions', projectKey],
    queryFn: () => valueOf(invoke('listReleases', { projectKey })),
  });

export const useVersions = (
  projectKey: string | undefined,
): UseQueryResult<VersionView[], ReplyFailure> =>
  useQuery({ ...versionsQuery(projectKey ?? ''), enabled: projectKey !== undefined });

/** The first screen; when it is another one than before, what tabs show is asked for again, too. */
export function releaseQuery(
  client: QueryClient,
  choice: ReleaseChoice,
): UndefinedInitialDataOptions<ReleaseView | ReleaseSetup, ReplyFailure> {
  const queryKey = ['release', choice];
  return queryOptions<ReleaseView | ReleaseSetup, ReplyFailure>({
    queryKey,
    queryFn: async () => {
      const before = client.getQueryData<ReleaseView | ReleaseSetup>(queryKey);
      const now = await valueOf(invoke('openRelease', choice));
      if (before && isOther(before, now)) askAgainFor(client, IN_TABS);
      return now;
    },
  });
}

/**
 * The first screen; while another question is not answered yet, the last answer stays. While it is being
 * judged it is asked for again and again.
 */
export function useRelease(
  choice: ReleaseChoice,
): UseQueryResult<ReleaseView | ReleaseSetup, ReplyFailure> {
  const client = useQueryClient();
  return useQuery<ReleaseView | ReleaseSetup, ReplyFailure>({
    ...releaseQuery(client, choice),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.setup === null && data.evidence.progress !== null ? POLL_MILLISECONDS : false,
  });
}

const isOther = (before: ReleaseView | ReleaseSetup, now: ReleaseView | ReleaseSetup): boolean =>
  before.setup !== null || now.setup !== null || before.evidence.hash !== now.evidence.hash;

/** Rows of the matrix after those that came with the first screen, page by page as they come. */
export function useMoreRows(
  choice: ReleaseChoice,
  { nextRow, evidence: { now } }: Pick<ReleaseView, 'nextRow' | 'evidence'>,
): UseQueryResult<ReleaseRow[], ReplyFailure> {
  return useQuery<ReleaseRow[], ReplyFailure>({
    queryKey: ['rows', choice, now],
    queryFn: streamedQuery({
      streamFn: () => rowPages(choice, nextRow),
      reducer: (all: ReleaseRow[], page: ReleaseRow[]) => [...all, ...page],
      initialValue: [],
    }),
    enabled: nextRow !== null,
  });
}

async function* rowPages(choice: ReleaseChoice, first: number | null) {
  for (let start = first; start !== null;) {
    const { rows, next } = await valueOf(invoke('listReleaseRows', { ...choice, start }));
    yield rows;
    start = next;
  }
}

type PartOf<Name extends ReleasePartName> = Extract<ReleasePart, { part: Name }>;

const isPart = <Name extends ReleasePartName>(
  part: ReleasePart,
  name: Name,
): part is PartOf<Name> => part.part === name;

async function askPart<Name extends ReleasePartName>(
  choice: ReleaseChoice,
  name: Name,
  start: number,
): Promise<PartOf<Name>> {
  const part = await valueOf(invoke('getReleasePart', { ...choice, part: name, start }));
  if (isPart(part, name)) return part;
  throw new ReplyFailure({ code: 'unavailable', message: 'Convoy answered something else.' });
}

/** What one tab shows, all pages of it as they come. */
export function usePart<Name extends ReleasePartName>(
  choice: ReleaseChoice,
  name: Name,
): UseQueryResult<PartOf<Name>[], ReplyFailure> {
  return useQuery<PartOf<Name>[], ReplyFailure>({
    queryKey: ['part', choice, name],
    queryFn: streamedQuery({
      streamFn: () => partPages(choice, name),
      reducer: (all: PartOf<Name>[], page: PartOf<Name>) => [...all, page],
      initialValue: [],
      refetchMode: 'replace',
    }),
  });
}

async function* partPages<Name extends ReleasePartName>(choice: ReleaseChoice, name: Name) {
  for (let start: number | null = 0; start !== null;) {
    const part: PartOf<Name> = await askPart(choice, name, start);
    yield part;
    start = 'next' in part ? part.next : null;
  }
}

export const openSettings = (): void => {
  void router.navigate({ target: NavigationTarget.Module, moduleKey: 'settings' });
};

/** What people did with the release. */
export function useReleaseHistory(
  choice: ReleaseChoice,
): UseQueryResult<ReleaseHistory, ReplyFailure> {
  return useQuery<ReleaseHistory, ReplyFailure>({
    queryKey: ['history', choice],
    queryFn: () => valueOf(invoke('getReleaseHistory', choice)),
  });
}

/** Who needs whom in the release. */
export function useGraph(choice: ReleaseChoice): UseQueryResult<GraphView, ReplyFailure> {
  return useQuery<GraphView, ReplyFailure>({
    queryKey: ['part', choice, 'graph'],
    queryFn: async () => (await askPart(choice, 'graph', 0)).graph,
  });
}

/** What somebody does with a release. */
export type Act =
  | { kind: 'tick'; itemId: string; outcome: 'done' | 'failed' | 'open'; note?: string }
  | { kind: 'waive'; gate: GateId; reason: string; expiresAt: string }
  | { kind: 'revoke-waiver'; id: string; reason?: string }
  | {
      kind: 'sign-off';
      role: string;
      decision: 'approved' | 'rejected';
      note?: string;
      evidenceHash: string;
    }
  | { kind: 'revoke-sign-off'; id: string; reason?: string }
  | { kind: 'move'; to: LifecycleState; note?: string };

type Runs = {
  [Kind in Act['kind']]: (release: ReleaseChoice, act: ActOf<Kind>) => Promise<unknown>;
};
type ActOf<Kind extends Act['kind']> = Omit<Extract<Act, { kind: Kind }>, 'kind'>;

const RUN: Runs = {
  tick: (release, act) => valueOf(invoke('tickItem', { release, ...act })),
  waive: (release, act) => valueOf(invoke('giveWaiver', { release, ...act })),
  'revoke-waiver': (release, act) => valueOf(invoke('revokeWaiver', { release, ...act })),
  'sign-off': (release, act) => valueOf(invoke('signOff', { release, ...act })),
  'revoke-sign-off': (release, act) => valueOf(invoke('revokeSignOff', { release, ...act })),
  move: (release, act) => valueOf(invoke('moveLifecycle', { release, ...act })),
};

const IN_TABS = ['part', 'rows', 'history', 'issue', 'snapshots', 'comparison'];

function askAgainFor(client: QueryClient, first: readonly string[]): void {
  for (const one of first) void client.invalidateQueries({ queryKey: [one] });
}

/** Asks again for all that is shown; what a closed tab showed is asked for when it is opened. */
export function useAskAgain(): () => void {
  const client = useQueryClient();
  return () => {
    askAgainFor(client, ['release', ...IN_TABS]);
  };
}

/** Does something with a release; that may change anything on the page, so all of it is asked again. */
export function useAct<Kind extends Act['kind']>(
  choice: ReleaseChoice,
  kind: Kind,
): UseMutationResult<unknown, ReplyFailure, ActOf<Kind>> {
  const askAgain = useAskAgain();
  return useMutation<unknown, ReplyFailure, ActOf<Kind>>({
    mutationFn: (act) => RUN[kind](choice, act),
    onSuccess: askAgain,
  });
}
