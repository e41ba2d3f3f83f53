import type { Manifest } from '../domain/manifest/manifest';
import type { Audience } from '../domain/release/check-item';
import { manifestDocument } from './formats/manifest-document';
import { releaseNotesDocument } from './formats/release-notes-document';
import { checklistCsv, issuesCsv } from './formats/to-csv';
import { toMarkdownText } from './formats/to-markdown';
import { ManifestSchema } from './manifest-schema';

/** `mdast`: what `markdown` is written from, as a tree. */
export const EXPORT_FORMATS = [
  'json',
  'markdown',
  'csv',
  'checklist-csv',
  'release-notes',
  'mdast',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Those that people open as a file: the tree is for the page that is printed. */
export const FILE_FORMATS = ['json', 'markdown', 'csv', 'checklist-csv', 'release-notes'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export type ExportAudience = Audience | 'everybody';

export type ExportedFile = { fileName: string; mediaType: string; text: string };

type Writer = {
  mediaType: string;
  suffix: (audience: ExportAudience) => string;
  write: (manifest: Manifest, audience: ExportAudience) => string;
};

const MARKDOWN = 'text/markdown;charset=utf-8';
const CSV = 'text/csv;charset=utf-8';

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  json: {
    mediaType: 'application/json',
    suffix: () => 'manifest.json',
    write: (manifest) => `${JSON.stringify(ManifestSchema.parse(manifest), null, 2)}\n`,
  },
  markdown: {
    mediaType: MARKDOWN,
    suffix: (audience) => `${AUDIENCE_NAMES[audience]}.md`,
    write: (manifest, audience) => toMarkdownText(manifestDocument(manifest, audience)),
  },
  csv: { mediaType: CSV, suffix: () => 'issues.csv', write: issuesCsv },
  'checklist-csv': { mediaType: CSV, suffix: () => 'checklists.csv', write: checklistCsv },
  'release-notes': {
    mediaType: MARKDOWN,
    suffix: (audience) => `release-notes${audience === 'client' ? '-client' : ''}.md`,
    write: (manifest, audience) =>
      toMarkdownText(releaseNotesDocument(manifest, audience === 'client' ? 'client' : 'team')),
  },
  mdast: {
    mediaType: 'application/json',
    suffix: (audience) => `${AUDIENCE_NAMES[audience]}-mdast.json`,
    write: (manifest, audience) =>
      JSON.stringify({ type: 'root', children: manifestDocument(manifest, audience) }),
  },
};

const AUDIENCE_NAMES: Readonly<Record<ExportAudience, string>> = {
  qa: 'qa',
  client: 'client',
  releaseManager: 'release-manager',
  everybody: 'manifest',
};

/** A manifest as a file; JSON is held against the published schema before it leaves. */
export function releaseExport(
  manifest: Manifest,
  {
    format,
    audience = 'everybody',
  }: { format: ExportFormat; audience?: ExportAudience | undefined },
): ExportedFile {
  const { mediaType, suffix, write } = WRITERS[format];
  return {
    fileName: `${slugOf(manifest.release.name)}-${suffix(audience)}`,
    mediaType,
    text: write(manifest, audience),
  };
}

const LONGEST_SLUG = 60;

/** A name for files on every system: `2026-05-spring`. Letters with marks lose them. */
function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).join('-').slice(0, LONGEST_SLUG).replace(/-$/, '');
  return slug === '' ? 'release' : `release-${slug}`;
}
