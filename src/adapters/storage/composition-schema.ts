import { z } from 'zod';
import { LEVELS } from '../../domain/reasons/reason';
import { StoredTicks } from './tick-schema';

/** Judged issues and what they rest on. We wrote them ourselves, so they are checked strictly. */
const Nullable = z.string().nullable();
const Texts = z.array(z.string());
const LevelName = z.enum(LEVELS);

const GapRecord = z.object({ repository: z.string(), what: z.string(), why: z.string() });
const LinkRecord = z.object({ text: z.string(), url: Nullable });
const StatusRecord = z.object({
  name: z.string(),
  category: z.enum(['new', 'in-progress', 'done', 'unknown']),
});

const ReasonRecord = z.object({
  code: z.string(),
  level: LevelName,
  summary: z.string(),
  evidence: z.array(LinkRecord),
  shas: Texts.exactOptional(),
  subjects: Texts.exactOptional(),
});

const PresenceRecord = z.object({
  state: z.enum(['present', 'adapted', 'absent', 'reverted', 'unknown']),
  by: Nullable,
  as: Nullable,
});

const ChangesRecord = z.object({
  repository: z.string(),
  name: z.string(),
  owner: Nullable,
  kind: z.enum(['app', 'db', 'mendix', 'infra', 'config', 'library']).nullable(),
  url: Nullable,
  notes: Texts,
  commits: z.array(
    z.object({
      sha: z.string(),
      title: z.string(),
      author: z.string(),
      authoredAt: z.string(),
      url: Nullable,
      source: z.string(),
      presence: z.record(z.string(), PresenceRecord),
    }),
  ),
  pullRequests: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      url: z.string(),
      state: z.enum(['open', 'merged', 'closed']),
    }),
  ),
});

const SourceRecord = LinkRecord.extend({
  kind: z.enum([
    'jira-link',
    'trailer',
    'pull-request',
    'sub-task',
    'shared-pull-request',
    'stacked-pull-request',
  ]),
  isBlocking: z.boolean(),
});

const DependencyRecord = z.object({
  key: Nullable,
  summary: Nullable,
  issueStatus: StatusRecord.nullable(),
  status: z.enum(['satisfied', 'in-bundle', 'missing', 'unresolved', 'hidden']),
  why: z.string(),
  sources: z.array(SourceRecord),
  neededBy: Nullable,
  hasChanges: z.boolean(),
  url: Nullable,
});

const LineRecord = z.object({
  name: z.string(),
  state: z.enum(['none', 'part', 'all', 'deployed', 'unknown']),
  basis: z.string(),
  changedSince: Texts,
  since: z
    .object({
      kind: z.enum(['rejected', 'approved', 'signed-off']),
      at: z.string(),
      by: Nullable,
      status: z.string(),
    })
    .exactOptional(),
});

const ManualStepRecord = z.object({
  id: z.string(),
  text: z.string(),
  owner: Nullable,
  repository: z.string(),
  source: z.enum(['trailer', 'settings']),
  shas: Texts,
  evidence: z.array(LinkRecord),
  done: z.boolean(),
  by: Nullable,
  at: Nullable,
  note: Nullable,
  reopened: z
    .object({
      kind: z.enum(['unticked', 'new-commit']),
      by: z.string(),
      at: z.string(),
      note: Nullable,
    })
    .nullable(),
});

const SignalsRecord = z.object({
  repository: z.string(),
  sha: z.string(),
  passed: z.number().int(),
  open: z.array(LinkRecord.extend({ state: z.enum(['failed', 'pending', 'unknown']) })),
});

const IssueRecord = z.object({
  key: z.string(),
  formerKeys: Texts,
  projectKey: z.string(),
  summary: z.string(),
  issueType: z.string(),
  status: StatusRecord,
  fixVersions: Texts,
  verdict: LevelName,
  reasons: z.array(ReasonRecord),
  changes: z.array(ChangesRecord),
  toPromote: z.array(z.object({ repository: z.string(), sha: z.string() })),
  dependencies: z.array(DependencyRecord),
  conflicts: z.array(
    z.object({ one: z.string(), other: z.string(), sources: z.array(SourceRecord) }),
  ),
  lines: z.array(LineRecord),
  manualSteps: z.array(ManualStepRecord),
  actions: z.array(
    z.object({
      text: z.string(),
      owner: Nullable,
      code: z.string(),
      links: z.array(LinkRecord),
    }),
  ),
  signals: z.array(SignalsRecord),
  gaps: z.array(GapRecord),
});

const GroundsRecord = z.object({
  settings: z.record(z.string(), z.string()),
  statuses: z.record(z.string(), z.string()),
  signOffs: Texts,
});

/** Grows when issues are judged otherwise: what was stored in another form is made again. */
export const COMPOSITION_FORM = 4;
const form = z.literal(COMPOSITION_FORM);

const ReadingsRecord = z.record(
  z.string(),
  z.object({ runs: z.string(), revision: Nullable, parts: z.record(z.string(), z.string()) }),
);

const ReleaseRecord = z.object({ version: z.string(), releasedOn: z.string() });

export const StoredQuestion = z.object({
  form,
  scope: z.object({
    name: z.string(),
    projectKeys: Texts,
    versionIds: Texts,
    jql: Nullable,
  }),
  keys: Texts,
  promotion: z.object({ from: z.string(), to: z.string() }),
  mode: z.enum(['plan', 'audit']),
  window: z.object({ since: ReleaseRecord, until: Nullable }).nullable(),
});

export const StoredChunk = z.object({
  form,
  judgedAt: z.string(),
  issues: z.array(IssueRecord),
  unreadable: z.array(z.object({ key: z.string(), why: z.string() })),
  needed: Texts,
  renamed: z.record(z.string(), z.string()),
  gaps: z.array(GapRecord),
  isShort: z.boolean(),
  grounds: GroundsRecord,
  readings: ReadingsRecord,
  words: z.record(z.string(), z.number().int()),
  ticks: z.record(z.string(), StoredTicks),
  digests: z.record(z.string(), z.string()),
  told: Texts,
});

export const StoredEnd = z.object({
  form,
  unlisted: z.array(z.object({ key: Nullable, repository: z.string(), shas: Texts })),
  since: ReleaseRecord.nullable(),
  grounds: GroundsRecord,
  contents: z.record(z.string(), z.string()),
});

export const StoredCompositionHeader = z.object({
  form,
  made: z.object({ run: z.string(), chunks: z.number().int(), madeAt: z.string() }).nullable(),
  running: z
    .object({
      run: z.string(),
      step: z.number().int(),
      total: z.number().int(),
      judged: z.number().int(),
      startedAt: z.string(),
      movedAt: z.string(),
    })
    .nullable(),
});

export const StoredOpen = z.array(
  z.object({ id: z.string(), openedAt: z.string(), queuedAt: z.string() }),
);
