import type { ExportAudience, FileFormat } from '../../../src/api/contract';

/** What can be had, in words; `isFor`: it is another one for each audience. */
export const FILES: readonly { format: FileFormat; words: string; isFor: boolean }[] = [
  { format: 'markdown', words: 'Release packet (Markdown)', isFor: true },
  { format: 'csv', words: 'Issues (CSV)', isFor: false },
  { format: 'checklist-csv', words: 'Checklists (CSV)', isFor: false },
  { format: 'release-notes', words: 'Release notes (Markdown)', isFor: true },
  { format: 'json', words: 'Manifest (JSON)', isFor: false },
];

export const AUDIENCES: readonly { audience: ExportAudience; words: string }[] = [
  { audience: 'everybody', words: 'Everybody' },
  { audience: 'qa', words: 'QA' },
  { audience: 'client', words: 'Client' },
  { audience: 'releaseManager', words: 'Release manager' },
];

/** What is exported, and for whom. */
export type ExportChoice = { format: FileFormat; audience: ExportAudience };

export const isForSomebody = (format: FileFormat): boolean =>
  FILES.some((file) => file.format === format && file.isFor);

export const audienceWords = (audience: ExportAudience): string =>
  AUDIENCES.find((one) => one.audience === audience)?.words ?? audience;

/** `the release packet for QA (Markdown)` */
export function fileWords({ format, audience }: ExportChoice): string {
  const words = FILES.find((file) => file.format === format)?.words ?? format;
  const [name = words, kind = ''] = words.split(/ (?=\()/);
  const whom = isForSomebody(format) ? ` for ${audienceWords(audience)}` : '';
  return `“${name}${whom}” ${kind}`;
}
