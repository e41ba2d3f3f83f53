import { parse } from 'csv-parse/sync';

import { checklistCsv, issuesCsv } from '../../../src/api/formats/to-csv';
import { ATTACKS } from '../../support/attacks';
import { fullInput, manifestOf } from '../../support/manifest';

const cellsOf = (csv: string): string[][] => parse(csv, { bom: true });
const FORMULA = /^[=+\-@\t\r]/;

describe('issuesCsv', () => {
  it('has a line for each issue', () => {
    expect(issuesCsv(manifestOf())).toBe(
      '\ufeffIssue,Type,Summary,Status,Verdict,Reasons,Repositories,To promote\r\n' +
        'PAY-1,Story,Fix login,In Progress,safe,,github:acme/payments-api,github:acme/payments-api a1a1a1a1a1\r\n',
    );
  });

  it.each(ATTACKS)('keeps a text from outside in its cell, and no formula: $text', (attack) => {
    const [, row = []] = cellsOf(issuesCsv(manifestOf(fullInput(attack.text))));
    const [key, , summary = ''] = row;

    expect(key).toBe('PAY-1');
    expect(row).toHaveLength(8);
    expect(summary.replace(/^'(?=[=+\-@])/, '')).toBe(attack.seen);
    expect(row.filter((cell) => FORMULA.test(cell))).toEqual([]);
  });
});

describe('checklistCsv', () => {
  it.each(ATTACKS)('keeps a text from outside in its cell, and no formula: $text', (attack) => {
    const rows = cellsOf(checklistCsv(manifestOf(fullInput(attack.text))));

    expect(rows.map((row) => row.length)).toEqual(Array(rows.length).fill(9));
    expect(rows.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
  });

  it('says for whom, who said what, and when', () => {
    const rows = cellsOf(checklistCsv(manifestOf(fullInput('x'))));

    expect(rows.map(([audience]) => audience)).toEqual([
      ...['For', 'qa', 'qa', 'qa', 'client', 'client'],
      ...Array<string>(7).fill('releaseManager'),
    ]);
  });
});
