import { standing, type Standing } from '../../../src/domain/evidence/standing';
import type { LineSummary } from '../../../src/domain/lines/line-summary';
import { lineSummary } from '../../support/builders';

describe('standing of changes that a line has otherwise than they were made', () => {
  it.each<{ when: string; lines: LineSummary[]; reverts?: number } & Standing>([
    {
      when: 'one of two was adapted',
      lines: [lineSummary({ name: 'prod', state: 'all', present: 2, adapted: 1, of: 2 })],
      tone: 'warning',
      sentence: 'Both changes are on prod; prod has 1 of them in another form.',
    },
    {
      when: 'the only one was adapted',
      lines: [lineSummary({ name: 'prod', state: 'all', present: 1, adapted: 1, of: 1 })],
      tone: 'warning',
      sentence: 'The change is on prod; prod has it in another form.',
    },
    {
      when: 'one was taken away again',
      lines: [
        lineSummary({ name: 'dev', state: 'all', present: 2, of: 2 }),
        lineSummary({ name: 'prod', state: 'part', present: 1, reverted: 1, of: 2 }),
      ],
      tone: 'warning',
      sentence: 'Both changes are on dev; prod took 1 of them away again.',
    },
    {
      when: 'two lines took one away, and a third has it without its revert',
      lines: [
        lineSummary({ name: 'dev', state: 'part', present: 1, reverted: 1, of: 2 }),
        lineSummary({ name: 'test', state: 'part', present: 1, reverted: 1, of: 2 }),
        lineSummary({ name: 'prod', state: 'part', present: 1, of: 2 }),
      ],
      reverts: 1,
      tone: 'warning',
      sentence: '1 of 2 changes is on prod; dev and test took 1 of them away again.',
    },
    {
      when: 'one was taken away where more is lacking',
      lines: [
        lineSummary({ name: 'dev', state: 'all', present: 3, of: 3 }),
        lineSummary({ name: 'prod', state: 'part', present: 1, reverted: 1, of: 3 }),
      ],
      tone: 'warning',
      sentence: 'All 3 changes are on dev; prod lacks 2 of them; prod took 1 of them away again.',
    },
    {
      when: 'one was taken away on a line before the last',
      lines: [
        lineSummary({ name: 'dev', state: 'none', present: 0, reverted: 1, of: 1 }),
        lineSummary({ name: 'test', state: 'none', present: 0, reverted: 1, of: 1 }),
        lineSummary({ name: 'prod', state: 'all', present: 1, of: 1 }),
      ],
      tone: 'warning',
      sentence: 'The change is on prod; dev and test took it away again.',
    },
    {
      when: 'a line took one away and another lacks more',
      lines: [
        lineSummary({ name: 'dev', state: 'part', present: 2, of: 4 }),
        lineSummary({ name: 'test', state: 'part', present: 3, reverted: 1, of: 4 }),
        lineSummary({ name: 'prod', state: 'part', present: 1, of: 4 }),
      ],
      tone: 'warning',
      sentence: '1 of 4 changes is on prod; no line has them all; test took 1 of them away again.',
    },
    {
      when: 'each line adapted one, and one line two',
      lines: [
        lineSummary({ name: 'dev', state: 'all', present: 3, adapted: 1, of: 3 }),
        lineSummary({ name: 'test', state: 'all', present: 3, adapted: 2, of: 3 }),
        lineSummary({ name: 'prod', state: 'all', present: 3, adapted: 1, of: 3 }),
      ],
      tone: 'warning',
      sentence:
        'All 3 changes are on prod; dev and prod each have 1 of them in another form; test has 2 of them in another form.',
    },
    {
      when: 'two of them are reverts that nothing undid',
      lines: [lineSummary({ name: 'prod', state: 'all', present: 3, of: 3 })],
      reverts: 2,
      tone: 'warning',
      sentence: 'All 3 changes are on prod; 2 of them are reverts.',
    },
    {
      when: 'the only one was taken away again',
      lines: [lineSummary({ name: 'dev', state: 'none', present: 0, reverted: 1, of: 1 })],
      tone: 'warning',
      sentence: 'The change is on no line; dev took it away again.',
    },
  ])('says so when $when', ({ lines, reverts = 0, tone, sentence }) => {
    const facts = {
      issueKey: 'PAY-1',
      listed: 3,
      repositories: 1,
      incomplete: 0,
      rolledBack: [],
      openPullRequests: 0,
      mergedPullRequests: 0,
      reverts,
      noChangeExpected: null,
    };

    expect(standing({ ...facts, lines, changes: lines[0]?.of ?? 0 })).toEqual({ tone, sentence });
  });
});
