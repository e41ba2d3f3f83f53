import type { Manifest } from '../../domain/manifest/manifest';
import { releaseNotes, type NotesAudience } from '../../domain/manifest/release-notes';
import { pullRequestNumber } from '../../domain/links';
import { bullets, heading, paragraph, type Block, type Inline } from './document';

/** The notes of a release, grouped by issue type. */
export const releaseNotesDocument = (manifest: Manifest, audience: NotesAudience): Block[] => [
  heading(1, `Release notes: ${manifest.release.name}`),
  ...notesByType(manifest, audience),
];

export function notesByType(manifest: Manifest, audience: NotesAudience): Block[] {
  const groups = releaseNotes(manifest, audience);
  if (groups.length === 0) return [paragraph('Nothing is in this release.')];
  return groups.flatMap(({ type, issues }) => [
    heading(2, type),
    ...issues.flatMap(({ key, summary, pullRequests }) => [
      paragraph(`${key} ${summary}`),
      ...bullets(
        pullRequests.map(({ repository, number, title, url }): Inline => {
          const text = `${repository} ${pullRequestNumber(repository, number)} ${title}`;
          return { text, url };
        }),
      ),
    ]),
  ]);
}
