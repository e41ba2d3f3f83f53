import { stringify } from 'csv-stringify/sync';

import type { Manifest } from '../../domain/manifest/manifest';
import { plainText } from './plain-text';

type Row = Record<string, string>;

/** One line for each issue. */
export const issuesCsv = ({ issues }: Pick<Manifest, 'issues'>): string =>
  toCsv(
    ['Issue', 'Type', 'Summary', 'Status', 'Verdict', 'Reasons', 'Repositories', 'To promote'],
    issues.map((issue) => ({
      Issue: issue.key,
      Type: issue.type,
      Summary: issue.summary,
      Status: issue.status,
      Verdict: issue.verdict,
      Reasons: issue.reasons.map(({ level, summary }) => `${level}: ${summary}`).join(' | '),
      Repositories: issue.changes.map(({ repository }) => repository).join(' | '),
      'To promote': issue.toPromote
        .map(({ repository, sha }) => `${repository} ${sha}`)
        .join(' | '),
    })),
  );

/** One line for each item of the checklists. */
export const checklistCsv = ({ checklists }: Pick<Manifest, 'checklists'>): string =>
  toCsv(
    ['For', 'Issue', 'Item', 'Owner', 'State', 'By', 'At', 'Note', 'Id'],
    Object.entries(checklists).flatMap(([audience, items]) =>
      items.map((item) => ({
        For: audience,
        Issue: item.issueKey ?? '',
        Item: item.text,
        Owner: item.owner ?? '',
        State: item.state,
        By: item.by ?? '',
        At: item.at ?? '',
        Note: item.note ?? '',
        Id: item.id,
      })),
    ),
  );

/**
 * A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula: the library puts `'` before.
 *
 * Source: https://csv.js.org/stringify/options/escape_formulas/,
 *         https://www.rfc-editor.org/rfc/rfc4180 (CRLF)
 */
const toCsv = (columns: string[], rows: readonly Row[]): string =>
  stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, plainText(cell)])),
    ),
    { header: true, columns, escape_formulas: true, record_delimiter: 'windows', bom: true },
  );
