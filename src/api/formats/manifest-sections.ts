import type { Manifest, ManifestCheckItem } from '../../domain/manifest/manifest';
import { boxes, bullets, heading, paragraph, table, type Block } from './document';

export type Section = (manifest: Manifest) => Block[];

const GATE_WORDS = { passed: 'passed', failed: 'failed', waived: 'waived' } as const;

export const decisionSection: Section = (manifest) => {
  const { decision, firstFailingGate, promotion, mode, evidence } = manifest;
  const failing = manifest.gates.find(({ id }) => id === firstFailingGate);
  return [
    heading(1, `${manifest.release.name}: ${decision}`),
    paragraph(
      `${mode === 'plan' ? 'Promotion' : 'Audit of the promotion'} from ${promotion.from} to ${promotion.to}.`,
    ),
    ...(failing ? [paragraph(`First failing gate: ${failing.id}. ${failing.summary}`)] : []),
    paragraph(
      `Evidence ${evidence.hash.slice(0, 12)}, read ${evidence.asOf ?? 'never in full'}, ${evidence.complete ? 'complete' : 'not complete'}.`,
    ),
  ];
};

export const gateSection: Section = ({ gates }) =>
  titled(
    'Gates',
    table(
      ['Gate', 'Status', 'Required', 'Owner', 'What it says', 'Waiver'],
      gates.map(({ id, status, required, owner, summary, waiver }) => [
        id,
        GATE_WORDS[status],
        required ? 'required' : 'signal',
        owner ?? '',
        summary,
        waiver ? `${waiver.reason} (${waiver.by}, until ${waiver.expiresAt})` : '',
      ]),
    ),
  );

export const followUpSection: Section = ({ followUps }) =>
  titled(
    'What to do next',
    table(
      ['Priority', 'What', 'Action', 'Owner'],
      followUps.map(({ priority, title, action, owner }) => [
        priority,
        title,
        action,
        owner ?? 'nobody yet',
      ]),
    ),
  );

export const issueSection: Section = ({ issues }) =>
  titled(
    'Issues',
    table(
      ['Issue', 'Summary', 'Status', 'Verdict', 'Lines'],
      issues.map(({ key, summary, status, verdict, lines }) => [
        key,
        summary,
        status,
        verdict,
        lines.map(({ name, state }) => `${name}: ${state}`).join(', '),
      ]),
    ),
  );

export const reasonSection: Section = ({ issues }) =>
  titled(
    'Reasons',
    issues
      .filter(({ reasons }) => reasons.length > 0)
      .flatMap(({ key, reasons }) => [
        heading(3, key),
        ...bullets(reasons.map(({ code, level, summary }) => `${level}, ${code}: ${summary}`)),
      ]),
  );

export const changeSection: Section = ({ issues }) =>
  titled(
    'Changes',
    table(
      ['Issue', 'Repository', 'Commit', 'Title', 'Author', 'Where it is'],
      issues.flatMap(({ key, changes }) =>
        changes.flatMap(({ repository, commits }) =>
          commits.map(({ sha, title, author, presence }) => [
            key,
            repository,
            sha.slice(0, 10),
            title,
            author,
            Object.entries(presence)
              .map(([line, { state }]) => `${line}: ${state}`)
              .join(', '),
          ]),
        ),
      ),
    ),
  );

export const orderSection: Section = ({ order }) =>
  titled('Order of promotion', [
    ...bullets(order.repositories),
    ...order.cycles.map((cycle) => paragraph(`They go together: ${cycle.join(', ')}.`)),
  ]);

export const unlistedSection: Section = ({ unlisted, mode }) =>
  titled(
    `Not in the release, and ${mode === 'plan' ? 'would travel' : 'came'} with it`,
    table(
      ['Issue', 'Repository', 'Commits'],
      unlisted.map(({ key, repository, shas }) => [
        key ?? 'none',
        repository,
        shas.map((sha) => sha.slice(0, 10)).join(', '),
      ]),
    ),
  );

export const rollbackSection: Section = ({ rollback }) =>
  titled(
    'How to go back, in this order',
    table(
      ['Repository', 'Line', 'Back to', 'Note'],
      rollback.map(({ repository, line, backTo, note }) => [
        repository,
        line,
        backTo ?? 'unknown',
        note,
      ]),
    ),
  );

export const signOffSection: Section = ({ signOffs }) =>
  titled(
    'Sign-offs',
    table(
      ['Role', 'Who', 'When', 'Word', 'Holds', 'Note'],
      signOffs.map(({ role, by, at, decision, status, note }) => [
        ...[role, by, at, decision, status],
        note ?? '',
      ]),
    ),
  );

export const gapSection: Section = ({ evidence: { gaps, unreadable } }) =>
  titled(
    'What could not be read',
    bullets([
      ...unreadable.map(({ key, why }) => `${key}: ${why}`),
      ...gaps.map(({ repository, what, why }) => `${repository}: ${what}: ${why}`),
    ]),
  );

const LIST_NAMES = {
  qa: 'To test',
  client: 'To confirm',
  releaseManager: 'For the release manager',
} as const;

export const checklistSection =
  (audience: keyof typeof LIST_NAMES): Section =>
  ({ checklists }) =>
    titled(
      LIST_NAMES[audience],
      boxes(
        checklists[audience].map((item) => ({ text: said(item), isDone: item.state === 'done' })),
      ),
    );

/** The item with what was said of it: `Test PAY-1 … (failed, Quinn, 2026-05-04: crashes)` */
function said({ text, state, by, at, note, reopenedBy }: ManifestCheckItem): string {
  if (by === null || at === null) return text;
  const word = reopenedBy.length > 0 ? 'open again after' : `${state},`;
  return `${text} (${word} ${by}, ${at.slice(0, 10)}${note === null ? '' : `: ${note}`})`;
}

const titled = (title: string, blocks: Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];
