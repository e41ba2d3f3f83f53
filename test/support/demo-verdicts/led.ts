import type { DemoVerdict } from './demo-verdict';
import { API, BATCH, CONFIG, LEDGER } from './repositories';

/** All of LED. */
export const LED: readonly DemoVerdict[] = [
  {
    issueKey: 'LED-11',
    from: 'test',
    to: 'prod',
    verdict: 'safe',
    codes: [],
    never: ['changed-since-sign-off', 'unreviewed', 'source-behind'],
    states: [[BATCH, 'LED-11 Book to the chart of accounts of 2026', 'present present absent']],
  },
  {
    issueKey: 'LED-12',
    from: 'dev',
    to: 'test',
    verdict: 'manual-review',
    codes: ['db-change', 'manual-step'],
    never: ['target-behind-baseline', 'unreviewed'],
    states: [[LEDGER, 'LED-12 Add the entries of a dispute', 'present absent absent']],
  },
  {
    issueKey: 'LED-13',
    from: 'dev',
    to: 'test',
    verdict: 'blocked',
    codes: ['not-in-source', 'open-pull-request', 'db-change', 'manual-step'],
    never: ['missing-dependency'],
    states: [[LEDGER, 'LED-13 Add the currency to balances', 'absent absent absent']],
  },
  {
    issueKey: 'LED-14',
    from: 'test',
    to: 'prod',
    verdict: 'manual-review',
    codes: ['risk-declared', 'feature-flag', 'manual-step'],
    never: ['unreviewed', 'no-change-found'],
    states: [[API, 'Charge a fee per transfer', 'present present absent']],
  },
  {
    issueKey: 'LED-15',
    from: 'test',
    to: 'prod',
    verdict: 'manual-review',
    codes: ['infra-change', 'config-change'],
    never: ['source-behind', 'unreviewed'],
    states: [[CONFIG, 'LED-15 Add a read replica', 'present present absent']],
  },
  {
    issueKey: 'LED-16',
    from: 'dev',
    to: 'test',
    verdict: 'blocked',
    codes: ['not-in-source', 'done-but-unmerged', 'open-pull-request', 'db-change'],
    never: ['no-change-found'],
    states: [[LEDGER, 'LED-16 Move old entries to the archive', 'absent absent absent']],
  },
  {
    issueKey: 'LED-17',
    from: 'dev',
    to: 'test',
    verdict: 'safe',
    codes: [],
    never: ['no-change-found'],
    states: [],
  },
];
