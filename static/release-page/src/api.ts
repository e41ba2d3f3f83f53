import { makeInvoke, view } from '@forge/bridge';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Api, VersionView } from '../../../src/api/contract';
import { valueOf, type ReplyFailure } from '../../shared/reply-failure';

const invoke = makeInvoke<Api>();

/** Versions of the project that the page is open on. */
export function useVersions(): UseQueryResult<VersionView[], ReplyFailure> {
  return useQuery<VersionView[], ReplyFailure>({
    queryKey: ['versions'],
    queryFn: async () => valueOf(invoke('listReleases', { projectKey: await projectKey() })),
  });
}

async function projectKey(): Promise<string> {
  const { extension } = await view.getContext();
  return (extension as { project: { key: string } }).project.key;
}
