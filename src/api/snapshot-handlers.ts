import { z } from 'zod';

import { hiddenIn } from '../domain/manifest/mask-manifest';
import type { Manifest } from '../domain/manifest/manifest';
import { AUDIENCES } from '../domain/release/check-item';
import type { Ports } from '../ports/ports';
import { unlessRefused } from '../usecases/refusal';
import { attachManifest } from '../usecases/release/attach-manifest';
import { compareSnapshots, OCCASIONS, whatChanged } from '../usecases/release/compare-snapshots';
import { exportedManifest } from '../usecases/release/exported-manifest';
import { getSnapshot, listSnapshots } from '../usecases/release/find-snapshot';
import { createSnapshot } from '../usecases/release/take-snapshot';
import { endpoint, type EndpointOf } from './endpoint';
import { manifestDocument } from './formats/manifest-document';
import { toAdf } from './formats/to-adf';
import { versionSummary } from './formats/version-summary';
import { presentComparison } from './present-comparison';
import { EXPORT_FORMATS, FILE_FORMATS, releaseExport } from './release-export';
import { ReleaseInput } from './release-inputs';
import { textPart } from './text-parts';

const SnapshotId = z.string().min(1).max(64);
const Part = z.int().min(1).max(10_000).default(1);
const Start = z.int().min(0).max(1_000_000).default(0);

const CreateInput = ReleaseInput.extend({ note: z.string().trim().max(300).optional() });
const GetInput = ReleaseInput.extend({ id: SnapshotId, part: Part });
const CompareInput = ReleaseInput.extend({ before: SnapshotId, after: SnapshotId, start: Start });
const SinceInput = ReleaseInput.extend({ since: z.enum(OCCASIONS), start: Start });
const ExportInput = ReleaseInput.extend({
  format: z.enum(EXPORT_FORMATS),
  audience: z.enum([...AUDIENCES, 'everybody']).optional(),
  snapshot: SnapshotId.optional(),
  part: Part,
});

const IssueKey = z.string().trim().min(1).max(100);
const AttachInput = ReleaseInput.extend({
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('issue'), issueKey: IssueKey }),
    z.strictObject({ kind: z.literal('comment'), issueKey: IssueKey }),
    z.strictObject({ kind: z.literal('version') }),
  ]),
  format: z.enum(FILE_FORMATS).default('markdown'),
  audience: z.enum([...AUDIENCES, 'everybody']).optional(),
  snapshot: SnapshotId.optional(),
});

type SnapshotFunction =
  | 'createSnapshot'
  | 'listSnapshots'
  | 'getSnapshot'
  | 'compareSnapshots'
  | 'whatChanged'
  | 'exportRelease'
  | 'attachManifest';

/** Snapshots and exports of a release, as the viewer may see them. */
export function createSnapshotHandlers(ports: Ports): {
  [Name in SnapshotFunction]: EndpointOf<Name>;
} {
  return {
    createSnapshot: endpoint(CreateInput, (input) => createSnapshot(ports, input)),
    listSnapshots: endpoint(ReleaseInput, (input) => listSnapshots(ports, input)),
    getSnapshot: endpoint(GetInput, ({ part, ...input }) =>
      unlessRefused(getSnapshot(ports, input), ({ snapshot, manifest }) => ({
        ...{ snapshot, hidden: hiddenIn(manifest).length },
        ...textPart(textOf(manifest), part),
      })),
    ),
    compareSnapshots: endpoint(CompareInput, ({ start, ...input }) =>
      unlessRefused(compareSnapshots(ports, input), (found) => presentComparison(found, start)),
    ),
    whatChanged: endpoint(SinceInput, ({ start, ...input }) =>
      unlessRefused(whatChanged(ports, input), (found) =>
        found.kind === 'none'
          ? found
          : {
              kind: found.kind,
              ...presentComparison({ ...found, before: found.since, after: null }, start),
            },
      ),
    ),
    exportRelease: endpoint(ExportInput, async ({ part, format, audience, ...input }) =>
      unlessRefused(exportedManifest(ports, input), (manifest) => {
        const { text, ...file } = releaseExport(manifest, { format, audience });
        return { ...file, ...textPart(text, part) };
      }),
    ),
    attachManifest: endpoint(AttachInput, ({ format, audience, ...input }) =>
      attachManifest(ports, input, {
        toFile: (manifest) => releaseExport(manifest, { format, audience }),
        toComment: (manifest) => toAdf(manifestDocument(manifest, audience ?? 'releaseManager')),
        toSummary: versionSummary,
      }),
    ),
  };
}

const textOf = (manifest: Manifest): string => releaseExport(manifest, { format: 'json' }).text;
