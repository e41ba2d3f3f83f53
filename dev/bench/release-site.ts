import type { Api, Reply } from '../../src/api/contract';
import type { LocalSite } from '../local-site/open-site';
import { openPartedSite, type PartedSite } from './parted-site';

export type ReleaseSizes = { issues: number; repositories: number };

type ReleaseFunction = 'openRelease' | 'listReleaseRows' | 'getReleasePart';
type ValueOf<Name extends keyof Api> = Extract<ReturnType<Api[Name]>, { ok: true }>['value'];

/** The release that holds every issue of the site. */
export const CHOICE = { projectKey: 'PAY', version: 'Spring' };

const VERSION = { id: '1', projectId: 1, name: CHOICE.version, released: false, archived: false };
const BLOCKS = { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
/** Two changes of an issue in different repositories, as is usual; more where few issues share many repositories. */
const CHANGES_OF_AN_ISSUE = 2;
const LEAST_AHEAD = 20;
const NEEDING_EVERY = 5;

/** A release of so many issues whose changes are spread over so many repositories. */
export const openReleaseSite = ({ issues, repositories }: ReleaseSizes): Promise<PartedSite> =>
  openPartedSite({
    ...{ provider: 'github', issues, repositories, shared: LEAST_AHEAD },
    ahead: Math.max(LEAST_AHEAD, Math.ceil((CHANGES_OF_AN_ISSUE * issues) / repositories)),
    jira: {
      issues: Array.from({ length: issues }, (_, index) => issue(index)),
      versions: [VERSION],
    },
  });

/** Each fifth needs the one before it. */
const issue = (index: number): unknown => ({
  id: String(10_000 + index),
  key: `PAY-${index + 1}`,
  fields: {
    summary: `Issue ${index + 1}: what somebody wants, in a sentence of usual length`,
    issuetype: { name: index % 3 === 0 ? 'Bug' : 'Story' },
    status: { name: 'In Progress' },
    updated: '2026-05-02T09:00:00.000+0000',
    fixVersions: [{ id: VERSION.id, name: VERSION.name }],
    issuelinks:
      index % NEEDING_EVERY === NEEDING_EVERY - 1
        ? [{ type: BLOCKS, inwardIssue: { key: `PAY-${index}` } }]
        : [],
  },
});

export async function askRelease<Name extends ReleaseFunction>(
  { platform }: Pick<LocalSite, 'platform'>,
  functionKey: Name,
  more: Omit<Parameters<Api[Name]>[0], keyof typeof CHOICE>,
): Promise<ValueOf<Name>> {
  const reply = (await platform.invokeResolver({
    moduleKey: 'release-page',
    functionKey,
    payload: { ...CHOICE, ...more },
    accountId: 'ana',
  })) as Reply<ValueOf<Name>>;
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}
