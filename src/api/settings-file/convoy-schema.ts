import { z } from 'zod';

import { SEVERITIES } from '../../domain/release/gate-id';
import { parseRepositoryId, toRepositoryId } from '../../domain/repository';
import { findContradictions, type SettingsOutline } from '../../domain/settings/contradictions';
import {
  DEFAULT_DEPENDENCY_LINKS,
  DEFAULT_ISSUE_TRAILERS,
  KEPT_SNAPSHOTS,
  RISK_LEVELS,
} from '../../domain/settings/project-settings';

const Text = z.string().trim().min(1);
const OptionalText = Text.nullish().transform((text) => text ?? null);

/** A list that may be left out or left empty. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

export const ProjectKey = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, 'must be the key of a Jira project, such as PAY');

export const LineName = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} ./_-]{0,59}$/u,
    'must be a short name, such as dev or release-test',
  );

/** What `git check-ref-format` allows for one branch: no pattern. */
export const Branch = z
  .string()
  .min(1)
  .regex(
    /^(?![-/.])(?!.*(?:\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)))[^\s~^:?*[\\\p{Cc}]+(?<![/.])$/u,
    'must be the name of one branch, such as release/test',
  );

export const RepositoryIdText = z.string().transform((text, context) => {
  const address = parseRepositoryId(text.trim());
  if (address !== null) return toRepositoryId(address);
  context.addIssue(
    `must look like github:owner/name, github:ghe.acme.com/owner/name or gitlab:gitlab.com/group/name, not ${text}`,
  );
  return z.NEVER;
});

const Day = z.iso.date({ error: 'must be a day that exists, such as 2026-12-20' });
const Paths = z.array(Text).min(1);

const LineFields = z.strictObject({
  branch: Branch,
  environments: listOf(Text),
  rejectedStatuses: listOf(Text),
  approvedStatuses: listOf(Text),
});
const OverrideFields = z.strictObject({
  branch: Branch.exactOptional(),
  environments: z.array(Text).exactOptional(),
});
const ManualStepFields = z.strictObject({ paths: Paths, text: Text, owner: OptionalText });
const RiskFields = z.strictObject({
  paths: Paths,
  code: Text,
  level: z.enum(RISK_LEVELS).exactOptional(),
});
const RepositoryFields = z.strictObject({
  id: RepositoryIdText,
  service: OptionalText,
  owner: OptionalText,
  kind: z
    .enum(['app', 'db', 'mendix', 'infra', 'config', 'library'])
    .nullish()
    .transform((kind) => kind ?? null),
  lines: z
    .record(LineName, OverrideFields)
    .nullish()
    .transform((lines) => lines ?? {}),
  notes: listOf(Text),
  manualSteps: listOf(ManualStepFields),
  risks: listOf(RiskFields),
});
const LinkFields = z.strictObject({
  type: Text,
  direction: z.enum(['inward', 'outward']).default('outward'),
});
const NoChangeFields = z.strictObject({ issueTypes: listOf(Text), labels: listOf(Text) });
const SignOffFields = z.strictObject({ role: Text, accountIds: z.array(Text).exactOptional() });
const ManagerFields = z.strictObject({ roles: listOf(Text), accountIds: listOf(Text) });
const FreezeFields = z.strictObject({ name: Text, from: Day, to: Day });

const GateFields = z.strictObject({
  owner: Text.exactOptional(),
  severity: z.enum(SEVERITIES).exactOptional(),
  required: z.boolean().exactOptional(),
});
const OneGate = GateFields.exactOptional();
const GatesFields = z.strictObject({
  scope: OneGate,
  evidence: OneGate,
  issues: OneGate,
  dependencies: OneGate,
  'manual-steps': OneGate,
  checks: OneGate,
  'sign-offs': OneGate,
  freeze: OneGate,
});

const KeptSnapshots = z
  .int('must be a whole number of snapshots')
  .min(1, 'must keep at least one snapshot')
  .max(KEPT_SNAPSHOTS.most, `must keep at most ${KEPT_SNAPSHOTS.most} snapshots`);
const SnapshotFields = z.strictObject({ keep: KeptSnapshots.default(KEPT_SNAPSHOTS.usual) });

/** One project in a `convoy.yaml`; what is left out has its default. */
const ProjectFields = z.strictObject({
  route: z.array(LineName).min(1),
  lines: z.record(LineName, LineFields),
  repositories: listOf(RepositoryFields),
  issueTrailers: z.array(Text).default(() => [...DEFAULT_ISSUE_TRAILERS]),
  dependencyLinks: z.array(LinkFields).default(() => [...DEFAULT_DEPENDENCY_LINKS]),
  noChangeExpected: NoChangeFields.default(() => ({ issueTypes: [], labels: [] })),
  requiredChecks: z
    .union([z.literal('all'), z.array(Text)], { error: 'must be all, or a list of check names' })
    .default('all'),
  requireReviews: z.boolean().default(false),
  signOffs: listOf(SignOffFields),
  releaseManagers: ManagerFields.default(() => ({ roles: [], accountIds: [] })),
  freeze: listOf(FreezeFields),
  gates: GatesFields.nullish().transform((gates) => gates ?? {}),
  snapshots: SnapshotFields.default(() => ({ keep: KEPT_SNAPSHOTS.usual })),
});

export const ConvoyFile = z.strictObject({
  version: z.literal(1, { error: 'must be 1: this Convoy reads no other version of the file' }),
  projects: z
    .record(ProjectKey, ProjectFields)
    .refine((projects) => Object.keys(projects).length > 0, 'must hold at least one project'),
});

/** As much of a project as can be read, so that its parts are compared even when one of them is wrong. */
export const ProjectOutline: z.ZodType<SettingsOutline> = z.object({
  route: z.array(LineName.nullable().catch(null)).nullable().catch(null),
  lines: z.record(z.string(), z.unknown()).nullable().catch(null),
  repositories: z
    .array(
      z
        .object({
          id: RepositoryIdText.nullable().catch(null),
          lines: z.record(z.string(), z.unknown()).nullable().catch(null),
        })
        .nullable()
        .catch(null),
    )
    .nullable()
    .catch(null),
  freeze: z
    .array(z.object({ from: Day, to: Day }).nullable().catch(null))
    .nullable()
    .catch(null),
  signOffs: z.array(z.unknown()).nullable().default([]).catch(null),
  gates: z
    .record(z.string(), z.object({ required: z.boolean().exactOptional() }).nullable().catch(null))
    .nullable()
    .catch(null),
});

/** A project's settings as a screen sends them: the same checks as for a file. */
export const SettingsInput = ProjectFields.extend({ projectKey: ProjectKey }).superRefine(
  (settings, context) => {
    for (const { path, message } of findContradictions(settings)) {
      context.addIssue({ code: 'custom', path, message });
    }
  },
);

/** The fields that are known in each place of the file, by the name of the group that they are in. */
export const KNOWN_FIELDS: Readonly<Record<string, readonly string[]>> = {
  file: Object.keys(ConvoyFile.shape),
  projects: Object.keys(ProjectFields.shape),
  lines: Object.keys(LineFields.shape),
  'repositories.lines': Object.keys(OverrideFields.shape),
  repositories: Object.keys(RepositoryFields.shape),
  manualSteps: Object.keys(ManualStepFields.shape),
  risks: Object.keys(RiskFields.shape),
  dependencyLinks: Object.keys(LinkFields.shape),
  noChangeExpected: Object.keys(NoChangeFields.shape),
  signOffs: Object.keys(SignOffFields.shape),
  releaseManagers: Object.keys(ManagerFields.shape),
  freeze: Object.keys(FreezeFields.shape),
  gates: Object.keys(GatesFields.shape),
  'gates.one': Object.keys(GateFields.shape),
  snapshots: Object.keys(SnapshotFields.shape),
};
