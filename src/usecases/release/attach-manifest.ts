import type { Manifest } from '../../domain/manifest/manifest';
import { LONGEST_DESCRIPTION, withBlock } from '../../domain/manifest/marked-block';
import type { AtlassianDocument, TextFile } from '../../ports/issue-writer';
import type { Ports } from '../../ports/ports';
import { isRefusal, refuse, type Outcome, type Refusal } from '../refusal';
import { exportedManifest } from './exported-manifest';
import type { ReleaseQuestion } from './judge-release';
import type { ReleasePorts } from './read-release';

export type AttachTarget =
  { kind: 'issue'; issueKey: string } | { kind: 'comment'; issueKey: string } | { kind: 'version' };

/** How a manifest is written in each place. */
export type ManifestWriters = {
  toFile: (manifest: Manifest) => TextFile;
  toComment: (manifest: Manifest) => AtlassianDocument;
  /** For the description of a version, where others read it. */
  toSummary: (manifest: Manifest) => string[];
};

type Attached = { places: string[] };

/**
 * Puts the manifest, as the viewer may see it, where people look: a file or a comment of an issue, or a block
 * of its own in the description of each version. As the viewer: Jira says who may write.
 */
export async function attachManifest(
  ports: ReleasePorts & Pick<Ports, 'snapshots' | 'writer'>,
  {
    target,
    ...question
  }: ReleaseQuestion & { target: AttachTarget; snapshot?: string | undefined },
  writers: ManifestWriters,
): Promise<Outcome<Attached>> {
  const manifest = await exportedManifest(ports, question);
  if (isRefusal(manifest)) return manifest;
  switch (target.kind) {
    case 'issue':
      await ports.writer.attachFile(target.issueKey, writers.toFile(manifest));
      return { places: [target.issueKey] };
    case 'comment':
      await ports.writer.addComment(target.issueKey, writers.toComment(manifest));
      return { places: [target.issueKey] };
    case 'version':
      return describeVersions(ports, manifest.release, writers.toSummary(manifest));
  }
}

/** Reads all descriptions before it writes the first, so that one that is full stops the others, too. */
async function describeVersions(
  { writer }: Pick<Ports, 'writer'>,
  { versionIds, name }: Manifest['release'],
  lines: readonly string[],
): Promise<Outcome<Attached>> {
  if (versionIds.length === 0) {
    return refuse('invalid-input', `${name} is what a query finds: it has no version to describe.`);
  }
  const planned: { id: string; text: string }[] = [];
  for (const id of versionIds) {
    const text = withBlock(await writer.getVersionDescription(id), lines);
    if (text === null) return tooLong(name);
    planned.push({ id, text });
  }
  for (const { id, text } of planned) await writer.setVersionDescription(id, text);
  return { places: versionIds };
}

const tooLong = (name: string): Refusal =>
  refuse(
    'conflict',
    `The description of ${name} is too long for Convoy's lines: Jira takes ${LONGEST_DESCRIPTION} characters. Shorten it, then try again.`,
  );
