import { compareText } from '../dependencies/key-order';
import type { Manifest, ManifestIssue } from './manifest';

export type NotesAudience = 'client' | 'team';

/** Issues of one type, as the notes of a release tell them. */
export type NotesGroup = {
  type: string;
  issues: {
    key: string;
    summary: string;
    /** `[]` for a client, who reads no git. */
    pullRequests: ManifestIssue['pullRequests'];
  }[];
};

/**
 * What is new, by issue type (alphabetical), with merged pull requests. A client is told of issues that
 * change the software only.
 */
export function releaseNotes(
  { issues }: Pick<Manifest, 'issues'>,
  audience: NotesAudience,
): NotesGroup[] {
  const told = issues.filter(({ changes }) => audience === 'team' || changes.length > 0);
  const types = [...new Set(told.map(({ type }) => type))].sort(compareText);
  return types.map((type) => ({
    type,
    issues: told
      .filter((issue) => issue.type === type)
      .map(({ key, summary, pullRequests }) => ({
        key,
        summary,
        pullRequests:
          audience === 'client' ? [] : pullRequests.filter(({ state }) => state === 'merged'),
      })),
  }));
}
