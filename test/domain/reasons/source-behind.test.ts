import { laggingChanges, sourceBehind } from '../../../src/domain/reasons/source-behind';
import { caseOf, changeOn, itTells } from '../../support/promotion-case';

describe('sourceBehind', () => {
  itTells(sourceBehind, ['source-behind', 'blocked'], {
    yes: [
      {
        when: 'dev has a change that test lacks',
        facts: caseOf({
          changes: [
            changeOn({ dev: 'present', test: 'present' }),
            changeOn({ dev: 'present' }, { sha: 'a2' }),
          ],
        }),
      },
      {
        when: 'dev has it as adapted',
        facts: caseOf({ changes: [changeOn({ dev: 'adapted' })] }),
      },
      {
        when: 'test took it away again and dev did not',
        facts: caseOf({ changes: [changeOn({ dev: 'present', test: 'reverted' })] }),
      },
    ],
    no: [
      { when: 'test has all that dev has', facts: caseOf({}) },
      {
        when: 'test has it as adapted',
        facts: caseOf({ changes: [changeOn({ dev: 'present', test: 'adapted' })] }),
      },
      {
        when: 'dev lacks what test has',
        facts: caseOf({ changes: [changeOn({ test: 'present' })] }),
      },
      {
        when: 'both took it away',
        facts: caseOf({ changes: [changeOn({ dev: 'reverted', test: 'reverted' })] }),
      },
      {
        when: 'test is the first line',
        facts: caseOf(
          { changes: [changeOn({ dev: 'present' })] },
          { promotion: { from: 'test', to: 'prod', before: [], isToLast: true } },
        ),
      },
      {
        when: 'nobody knows of test',
        facts: caseOf({ changes: [changeOn({ dev: 'present', test: 'unknown' })] }),
      },
      { when: 'nobody knows of dev', facts: caseOf({ changes: [changeOn({ dev: 'unknown' })] }) },
    ],
  });

  it('says which change is where', () => {
    const [reason] = sourceBehind(caseOf({ changes: [changeOn({ dev: 'present' })] }));

    expect(reason?.summary).toBe('test lacks 1 change of PAY-1 that is on dev.');
    expect(reason?.evidence).toEqual([
      {
        text: 'Payments API a1 PAY-1 Fix login (on dev, not on test)',
        url: 'https://github.com/acme/payments-api/commit/a1',
      },
    ]);
  });
});

describe('laggingChanges', () => {
  it('names every line before that has the change', () => {
    const facts = caseOf(
      { changes: [changeOn({ dev: 'present', test: 'present' })] },
      { promotion: { from: 'prod', to: 'prod', before: ['dev', 'test'], isToLast: true } },
    );

    expect(laggingChanges(facts).map(({ lines }) => lines)).toEqual([['dev', 'test']]);
  });
});
