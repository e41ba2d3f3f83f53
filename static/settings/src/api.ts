import { makeInvoke, permissions } from '@forge/bridge';
import { EgressType } from '@forge/egress';
import {
  experimental_streamedQuery as streamedQuery,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type {
  Api,
  ConnectionInput,
  ConnectionTest,
  ConnectionView,
  Finding,
  HostRepositoryView,
  LineSuggestion,
  ProjectSettings,
  ProjectSummary,
  SettingsView,
} from '../../../src/api/contract';
import { ReplyFailure, valueOf } from '../../shared/reply-failure';
import { egressFor, type EgressGroup } from './egress';

type Value<Name extends keyof Api> = Extract<ReturnType<Api[Name]>, { ok: true }>['value'];
type Queued = { queued: number };
type Imported = { projects: ProjectSettings[]; queued: number; notes: string[] };
type Address = Pick<ConnectionView, 'baseUrl' | 'provider'>;
type StillAllowed = { domain: string; why: string } | null;
type EditedLine = { name: string; branch: string };
type SettingsChange = { settings: ProjectSettings; revision: string | null };
type ImportRequest = { text: string; projectKey?: string };
type SuggestedLines = { branches: string[]; isComplete: boolean; suggestions: LineSuggestion[] };

const POLL_MILLISECONDS = 3_000;
const CONNECTIONS = ['connections'] as const;
const PROJECTS = ['projects'] as const;
const DOCTOR = ['doctor'] as const;
const STILL_ALLOWED = ['still-allowed'] as const;

const invoke = makeInvoke<Api>();
const gateKey = (projectKey: string) => ['gate', projectKey] as const;
const settingsKey = (projectKey: string) => ['settings', projectKey] as const;

export const useConnections = () =>
  useQuery<ConnectionView[], ReplyFailure>({
    queryKey: CONNECTIONS,
    queryFn: () => valueOf(invoke('listConnections')),
  });

const testOf = (id: string) =>
  queryOptions<ConnectionTest, ReplyFailure>({
    queryKey: ['connection-test', id],
    queryFn: () => valueOf(invoke('testConnection', { id })),
  });

/** The last test of a connection; nothing is tested before somebody asks. */
export const useConnectionTest = (id: string) => useQuery({ ...testOf(id), enabled: false });

/** Asks Atlassian's consent when the address needs it, saves, then tests. */
export function useSaveConnection() {
  const client = useQueryClient();
  return useMutation<ConnectionView, ReplyFailure, ConnectionInput>({
    mutationFn: async (input) => {
      await allowAddress(input);
      return valueOf(invoke('saveConnection', input));
    },
    onSuccess: ({ id }) => {
      void testAgain(client, id);
      return forgetConnections(client);
    },
  });
}

/** Asks consent for the address of a saved connection, then tests it again. */
export function useAllowAddress(id: string) {
  const client = useQueryClient();
  return useMutation<undefined, ReplyFailure, Address>({
    mutationFn: (address) => allowAddress(address),
    onSuccess: () => testAgain(client, id),
  });
}

/** Deletes a connection, and takes the consent back for an address that no other one calls. */
export function useDeleteConnection() {
  const client = useQueryClient();
  return useMutation<StillAllowed, ReplyFailure, ConnectionView>({
    mutationFn: async ({ id, baseUrl }) => {
      await valueOf(invoke('deleteConnection', { id }));
      return withdrawAddress(baseUrl);
    },
    onSuccess: (stillAllowed) => {
      client.setQueryData(STILL_ALLOWED, stillAllowed);
      return forgetConnections(client);
    },
  });
}

/** What the last deletion could not take back; `null` when there is nothing. */
export const useStillAllowed = () =>
  useQuery<StillAllowed>({
    queryKey: STILL_ALLOWED,
    queryFn: () => null,
    initialData: null,
    enabled: false,
  });

/** What a connection sees, page by page as it comes in; still fetching until the last page. */
export const useHostRepositories = (connectionId: string) =>
  useQuery<HostRepositoryView[], ReplyFailure>({
    queryKey: ['host-repositories', connectionId],
    queryFn: streamedQuery({
      streamFn: () => hostPages(connectionId),
      reducer: (all: HostRepositoryView[], page: HostRepositoryView[]) => [...all, ...page],
      initialValue: [],
    }),
  });

/** Branches for the lines of a route as it is being edited. */
export const useSuggestLines = (repository: string, route: EditedLine[]) =>
  useQuery<SuggestedLines, ReplyFailure>({
    queryKey: ['lines', repository, route],
    queryFn: () => valueOf(invoke('suggestLines', { repository, route })),
  });

export const useProjects = () =>
  useQuery<ProjectSummary[], ReplyFailure>({
    queryKey: PROJECTS,
    queryFn: () => valueOf(invoke('listProjects')),
  });

/** What the doctor finds; asked again only when somebody says so, or when something was saved. */
export const useDoctor = (projectKey: string) =>
  useQuery<Finding[], ReplyFailure>({
    queryKey: [...DOCTOR, projectKey],
    queryFn: () => valueOf(invoke('getDoctor', { projectKey })),
  });

/** A project's settings and how far its repositories are read: asked again while one is being read. */
export const useSettings = (projectKey: string) =>
  useQuery<SettingsView, ReplyFailure>({
    queryKey: settingsKey(projectKey),
    queryFn: () => valueOf(invoke('getSettings', { projectKey })),
    refetchInterval: ({ state: { data } }) =>
      data?.repositories.some(({ progress }) => progress !== null) ? POLL_MILLISECONDS : false,
  });

export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation<Queued, ReplyFailure, SettingsChange>({
    mutationFn: (change) => valueOf(invoke('saveSettings', change)),
    onSuccess: (_, { settings }) => forgetSettings(client, [settings.projectKey]),
  });
}

/** Reads the settings of a project again; settled once they are there, or could not be had. */
export function useNewerSettings(projectKey: string) {
  const client = useQueryClient();
  return useMutation<undefined, ReplyFailure, undefined>({
    mutationFn: async () => {
      const queryKey = settingsKey(projectKey);
      await client.refetchQueries({ queryKey }, { throwOnError: true });
    },
  });
}

export function useRefreshProject(projectKey: string) {
  const client = useQueryClient();
  return useMutation<Queued, ReplyFailure, undefined>({
    mutationFn: () => valueOf(invoke('refreshProject', { projectKey })),
    onSuccess: () => forgetSettings(client, [projectKey]),
  });
}

/** Says what an import would change, or what is wrong with the file. */
export const useCheckImport = () =>
  useMutation<Imported, ReplyFailure, ImportRequest>({
    mutationFn: (request) => valueOf(invoke('importSettings', { ...request, dryRun: true })),
  });

export function useImport() {
  const client = useQueryClient();
  return useMutation<Imported, ReplyFailure, ImportRequest>({
    mutationFn: (request) => valueOf(invoke('importSettings', request)),
    onSuccess: ({ projects }) =>
      forgetSettings(
        client,
        projects.map(({ projectKey }) => projectKey),
      ),
  });
}

export const useExport = () =>
  useMutation<{ text: string }, ReplyFailure, string[]>({
    mutationFn: (projectKeys) => valueOf(invoke('exportSettings', { projectKeys })),
  });

async function* hostPages(connectionId: string): AsyncGenerator<HostRepositoryView[]> {
  let cursor: string | null = null;
  do {
    const page: { repositories: HostRepositoryView[]; next: string | null } = await valueOf(
      invoke('listHostRepositories', { connectionId, cursor }),
    );
    yield page.repositories;
    cursor = page.next;
  } while (cursor !== null);
}

/** How it went is the query's to say. */
async function testAgain(client: QueryClient, id: string): Promise<void> {
  await client.query({ ...testOf(id), staleTime: 0 }).catch(() => undefined);
}

async function forgetConnections(client: QueryClient): Promise<void> {
  client.removeQueries({ queryKey: ['host-repositories'] });
  client.removeQueries({ queryKey: ['lines'] });
  await Promise.all([
    client.invalidateQueries({ queryKey: CONNECTIONS }),
    client.invalidateQueries({ queryKey: DOCTOR }),
  ]);
}

async function forgetSettings(client: QueryClient, projectKeys: string[]): Promise<void> {
  client.removeQueries({ queryKey: ['lines'] });
  await Promise.all([
    client.invalidateQueries({ queryKey: PROJECTS }),
    client.invalidateQueries({ queryKey: DOCTOR }),
    ...projectKeys.map((key) => client.invalidateQueries({ queryKey: settingsKey(key) })),
  ]);
}

/** Forge calls no address but the manifest's and those that an administrator allowed. */
async function allowAddress({ baseUrl, provider }: Address): Promise<undefined> {
  const group = egressFor(baseUrl, provider);
  if (!group || (await isAllowed(group))) return;
  const { key, description, domain } = group;
  const configured = [{ domain, type: [EgressType.FetchBackendSide] }];
  await permissions.egress
    .set({ egresses: [{ key, description, configured }] })
    .catch((cause: unknown) => refuse(group, cause));
}

/** The deletion stands, whatever Atlassian says to this. */
async function withdrawAddress(address: string): Promise<StillAllowed> {
  const group = egressFor(address);
  if (!group) return null;
  const { key, domain } = group;
  try {
    const others = await valueOf(invoke('listConnections'));
    if (others.some(({ baseUrl }) => egressFor(baseUrl)?.key === key)) return null;
    const { results } = await permissions.egress.get({ keys: [key] });
    if (results.length > 0) await permissions.egress.deleteGroup({ key });
    return null;
  } catch (cause) {
    return { domain, why: whyOf(cause) };
  }
}

/** Where Atlassian does not say, the administrator is asked. */
async function isAllowed({ key, domain }: EgressGroup): Promise<boolean> {
  const { results } = await permissions.egress.get({ keys: [key] }).catch(() => ({ results: [] }));
  return results.some((group) => group.configured.some((each) => each.domain === domain));
}

function refuse({ domain }: EgressGroup, cause: unknown): never {
  throw new ReplyFailure({
    code: 'forbidden',
    message: `Convoy was not allowed to call ${domain} (${whyOf(cause)}). Without that nothing can be read from there, so nothing was changed. Try again and allow the address.`,
  });
}

const whyOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');

type Gate = Value<'getGate'>;
type NewGateKey = Value<'createGateKey'>;

/** Where pipelines ask, and who made the secret that they sign with. */
export const useGate = (projectKey: string) =>
  useQuery<Gate, ReplyFailure>({
    queryKey: gateKey(projectKey),
    queryFn: () => valueOf(invoke('getGate', { projectKey })),
  });

/** Makes a new secret; pipelines that sign with the old one are turned away from then on. */
export function useCreateGateKey(projectKey: string) {
  const client = useQueryClient();
  return useMutation<NewGateKey, ReplyFailure, undefined>({
    mutationFn: () => valueOf(invoke('createGateKey', { projectKey })),
    onSuccess: () => client.invalidateQueries({ queryKey: gateKey(projectKey) }),
  });
}

export function useDeleteGateKey(projectKey: string) {
  const client = useQueryClient();
  return useMutation<{ projectKey: string }, ReplyFailure, undefined>({
    mutationFn: () => valueOf(invoke('deleteGateKey', { projectKey })),
    onSuccess: () => client.invalidateQueries({ queryKey: gateKey(projectKey) }),
  });
}
