import { signalsOf } from '../../../../src/domain/release/gates/signals';
import type { JudgedSignals } from '../../../../src/domain/release/judged-issue';
import { REPOSITORY } from '../../../support/builders';
import { judgedIssue } from '../../../support/judged-bundle';

const LINT = { state: 'pending', text: 'API a1: lint not finished', url: null } as const;
const E2E = { state: 'failed', text: 'API a1: e2e failed', url: 'https://ci/1' } as const;
const signals = (more: Partial<JudgedSignals> = {}): JudgedSignals => ({
  ...{ repository: REPOSITORY, sha: 'a1', passed: 3, open: [LINT, E2E] },
  ...more,
});

describe('signalsOf', () => {
  it('is nothing where every check is required', () => {
    expect(signalsOf([judgedIssue()], [])).toBeNull();
  });

  it('counts what passed and names the others, what failed first', () => {
    expect(signalsOf([judgedIssue({ signals: [signals()] })], [])).toEqual({
      passed: 3,
      open: [
        { ...E2E, issueKey: 'PAY-1' },
        { ...LINT, issueKey: 'PAY-1' },
      ],
    });
  });

  it('counts a commit once that two issues share', () => {
    const issues = ['PAY-1', 'PAY-2'].map((key) => judgedIssue({ key, signals: [signals()] }));
    const other = judgedIssue({ key: 'PAY-3', signals: [signals({ sha: 'b2', open: [] })] });

    expect(signalsOf([...issues, other], [])).toMatchObject({ passed: 6, open: [{}, {}] });
  });

  it('leaves out what another project requires', () => {
    const found = signalsOf([judgedIssue({ signals: [signals()] })], [E2E.text]);

    expect(found?.open.map(({ text }) => text)).toEqual([LINT.text]);
  });
});
