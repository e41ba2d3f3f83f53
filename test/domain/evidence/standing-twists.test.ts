import { standing, type Standing } from '../../../src/domain/evidence/standing';
import type { LineSummary } from '../../../src/domain/lines/line-summary';
import { lineSummary } from '../../support/builders';

describe('standing of changes that a line has otherwise than they were made', () => {
  it.each<{ when: string; lines: LineSummary[] } & Standing>([
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
      sentence: 'Both changes are on dev; prod lacks 1 of 2; prod took 1 of them away again.',
    },
    {
      when: 'the only one was taken away again',
      lines: [lineSummary({ name: 'dev', state: 'none', present: 0, reverted: 1, of: 1 })],
      tone: 'warning',
      sentence: 'The change is on no line; dev took it away again.',
    },
  ])('says so when $when', ({ lines, tone, sentence }) => {
    const facts = {
      issueKey: 'PAY-1',
      listed: 3,
      repositories: 1,
      incomplete: 0,
      rolledBack: [],
      openPullRequests: 0,
      mergedPullRequests: 0,
      reverts: 0,
      noChangeExpected: null,
    };

    expect(standing({ ...facts, lines, changes: lines[0]?.of ?? 0 })).toEqual({ tone, sentence });
  });
});
