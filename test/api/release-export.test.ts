import { parse } from 'csv-parse/sync';

import {
  EXPORT_FORMATS,
  releaseExport,
  type ExportAudience,
  type ExportFormat,
} from '../../src/api/release-export';
import { releaseScope } from '../support/judged-bundle';
import { ATTACKS } from '../support/attacks';
import { fullInput, manifestOf } from '../support/manifest';

const named = (name: string) => manifestOf({ scope: releaseScope({ name }) });

describe('releaseExport', () => {
  it.each<[ExportFormat, ExportAudience | undefined, string, string]>([
    ['json', undefined, 'release-2026-05-spring-manifest.json', 'application/json'],
    ['markdown', undefined, 'release-2026-05-spring-manifest.md', 'text/markdown;charset=utf-8'],
    ['markdown', 'qa', 'release-2026-05-spring-qa.md', 'text/markdown;charset=utf-8'],
    ['markdown', 'client', 'release-2026-05-spring-client.md', 'text/markdown;charset=utf-8'],
    [
      ...(['markdown', 'releaseManager', 'release-2026-05-spring-release-manager.md'] as const),
      'text/markdown;charset=utf-8',
    ],
    ['csv', undefined, 'release-2026-05-spring-issues.csv', 'text/csv;charset=utf-8'],
    ['checklist-csv', 'qa', 'release-2026-05-spring-checklists.csv', 'text/csv;charset=utf-8'],
    [
      ...(['release-notes', 'everybody', 'release-2026-05-spring-release-notes.md'] as const),
      'text/markdown;charset=utf-8',
    ],
    [
      ...(['release-notes', 'client', 'release-2026-05-spring-release-notes-client.md'] as const),
      'text/markdown;charset=utf-8',
    ],
    ['mdast', 'qa', 'release-2026-05-spring-qa-mdast.json', 'application/json'],
  ])('names %s for %s %s', (format, audience, fileName, mediaType) => {
    const file = releaseExport(named('2026.05 Spring'), { format, audience });

    expect(file).toMatchObject({ fileName, mediaType });
  });

  it.each([
    ['../../etc/passwd', 'release-etc-passwd-issues.csv'],
    ['COM1', 'release-com1-issues.csv'],
    ['Ärger & Öl.exe\u202e', 'release-arger-ol-exe-issues.csv'],
    ['春', 'release-issues.csv'],
    ['-rf *', 'release-rf-issues.csv'],
    ['a'.repeat(300), `release-${'a'.repeat(60)}-issues.csv`],
  ])('makes a harmless file name of %s', (name, fileName) => {
    expect(releaseExport(named(name), { format: 'csv' }).fileName).toBe(fileName);
  });

  it.each(EXPORT_FORMATS.flatMap((format) => ATTACKS.map(({ text }) => ({ format, text }))))(
    'keeps a text from outside a text in $format: $text',
    ({ format, text }) => {
      const file = releaseExport(manifestOf(fullInput(text)), { format });

      expect(file.fileName).toMatch(/^[a-z0-9][a-z0-9-]{0,100}\.(?:json|md|csv)$/);
      expect(faultsOf(format, file.text)).toEqual([]);
    },
  );

  it('does not let a manifest out that is none', () => {
    const broken = { ...manifestOf(), decision: 'MAYBE' as 'SHIP' };

    expect(() => releaseExport(broken, { format: 'json' })).toThrow('decision');
  });
});

/** What in a file would do something, or does not read back. */
function faultsOf(format: ExportFormat, text: string): string[] {
  if (format === 'json' || format === 'mdast') return JSON.parse(text) === null ? ['nothing'] : [];
  if (format === 'csv' || format === 'checklist-csv') {
    const rows: string[][] = parse(text, { bom: true });
    return rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell));
  }
  return [/(?<!\\)<(?:script|img|!--)/, /(?<!\\)\]\(javascript/i, /(?<!\\)!\[/, /\u202e/].flatMap(
    (danger) => (danger.test(text) ? [danger.source] : []),
  );
}
