import { buildManifest, type ManifestInput } from '../../src/domain/manifest/build-manifest';
import type { Manifest } from '../../src/domain/manifest/manifest';
import {
  arrivedCommit,
  gate,
  judgedBundle,
  judgedChanges,
  judgedCommit,
  judgedIssue,
  judgedPullRequest,
  reason,
  releaseScope,
  rollbackPoint,
  signOff,
  tick,
  waiver,
} from './judged-bundle';
import { dependency, manualStep } from './promotion-case';
import { publishedManifest } from './published-manifest';

/** What a manifest of the usual bundle is made from: everything passes, nobody said anything. */
export const manifestInput = (more: Partial<ManifestInput> = {}): ManifestInput => ({
  scope: releaseScope(),
  bundle: judgedBundle(),
  decision: { decision: 'SHIP', verdict: 'safe', firstFailingGate: null, gates: [gate()] },
  followUps: [],
  lifecycle: 'staging',
  signOffs: [],
  words: { ofIssues: new Map(), ofRelease: [] },
  ...more,
});

export const manifestOf = (more: Partial<ManifestInput> = {}): Manifest =>
  publishedManifest(buildManifest(manifestInput(more)));

/** A bundle with something in every list of its manifest; `text` stands wherever text from outside may. */
export function fullInput(text: string): ManifestInput {
  const ledger = judgedChanges({
    repository: 'github:acme/ledger',
    name: text,
    notes: [text],
    owner: text,
    commits: [arrivedCommit({ sha: 'b1b1b1b1b1', title: text, author: text })],
  });
  const issue = judgedIssue({
    key: 'PAY-1',
    summary: text,
    issueType: text,
    status: { name: text, category: 'in-progress' },
    verdict: 'manual-review',
    reasons: [
      reason({ summary: text, evidence: [{ text, url: 'https://github.com/acme/x' }] }),
      reason({ code: 'feature-flag', level: 'warning', summary: text }),
    ],
    changes: [
      judgedChanges({
        name: text,
        commits: [judgedCommit({ title: text, author: text })],
        pullRequests: [judgedPullRequest({ title: text })],
      }),
      ledger,
    ],
    dependencies: [dependency({ sources: [] })],
    manualSteps: [manualStep({ text, owner: text })],
  });
  return manifestInput({
    scope: releaseScope({ name: text }),
    bundle: judgedBundle({
      issues: [issue, judgedIssue({ key: 'PAY-2', summary: text, issueType: text, changes: [] })],
      unreadable: [{ key: 'PAY-8', why: text }],
      unlisted: [{ key: 'PAY-7', repository: 'github:acme/ledger', shas: ['u1'] }],
      order: {
        repositories: ['github:acme/ledger', 'github:acme/payments-api'],
        issues: ['PAY-1', 'PAY-2'],
        cycles: [['PAY-1', 'PAY-2']],
      },
      rollback: [rollbackPoint({ name: text, basis: text })],
      gaps: [{ repository: 'github:acme/ledger', what: text, why: text }],
    }),
    decision: {
      decision: 'NO-SHIP',
      verdict: 'manual-review',
      firstFailingGate: 'evidence',
      gates: [
        gate({ id: 'evidence', status: 'failed', summary: text, owner: text }),
        gate({ status: 'waived', waiver: waiver({ reason: text, by: text }) }),
      ],
    },
    followUps: [{ priority: 'P0', title: text, action: text, owner: text }],
    signOffs: [signOff({ role: text, by: text, note: text })],
    words: {
      ofIssues: new Map([['PAY-1', [tick({ stepId: 'step-1', note: text, by: text })]]]),
      ofRelease: [],
    },
  });
}
