import { compareKeys } from '../dependencies/key-order';
import { findIssueKeys } from '../issue-key';
import type { Manifest, ManifestCheckItem, ManifestIssue } from './manifest';

/** What hidden issues are called in place of their keys. */
export type HiddenNames = ReadonlyMap<string, string>;

const HIDDEN = 'hidden issue ';
const UNSAID = 'This is about an issue that you may not see.';

/** Every issue key that a manifest tells as one, each once. */
export const keysOf = (manifest: Manifest): string[] => [
  ...new Set([
    ...manifest.issues.flatMap(({ key, dependencies }) => [
      key,
      ...dependencies.flatMap((dependency) => dependency.key ?? []),
    ]),
    ...manifest.unlisted.flatMap(({ key }) => key ?? []),
    ...manifest.evidence.unreadable.map(({ key }) => key),
    ...manifest.order.issues,
    ...manifest.order.cycles.flat(),
  ]),
];

/** Names for hidden issues: the same in every manifest that is masked with them. */
export const hiddenNames = (hidden: ReadonlySet<string>): HiddenNames =>
  new Map([...hidden].sort(compareKeys).map((key, index) => [key, `${HIDDEN}${index + 1}`]));

/** What the hidden issues of a masked manifest are called in it. */
export const hiddenIn = ({ issues }: Manifest): string[] =>
  issues.flatMap(({ key }) => (key.startsWith(HIDDEN) ? [key] : []));

/**
 * The manifest for somebody who may not see some of its issues: of these it tells that they are there, and
 * their verdict. Decision and evidence hash stay. A text that names one of them is left out as a whole.
 */
export function maskManifest(manifest: Manifest, names: HiddenNames): Manifest {
  if (names.size === 0) return manifest;
  const named = (key: string): string => names.get(key) ?? key;
  const { release, order, evidence, checklists } = manifest;
  const masked: Manifest = {
    ...manifest,
    issues: manifest.issues.map((issue) => maskIssue(issue, names)),
    unlisted: manifest.unlisted.map((one) => ({ ...one, key: visibleOrNull(one.key, names) })),
    order: {
      ...order,
      issues: order.issues.map(named),
      cycles: order.cycles.map((cycle) => cycle.map(named)),
    },
    evidence: {
      ...evidence,
      unreadable: evidence.unreadable.map((one) => ({ ...one, key: named(one.key) })),
    },
    checklists: {
      qa: checklists.qa.map((item) => maskItem(item, names)),
      client: checklists.client.map((item) => maskItem(item, names)),
      releaseManager: checklists.releaseManager.map((item) => maskItem(item, names)),
    },
  };
  return { ...withoutTexts(masked, namer(names)), release };
}

const visibleOrNull = (key: string | null, names: HiddenNames): string | null =>
  key !== null && names.has(key) ? null : key;

function maskIssue(issue: ManifestIssue, names: HiddenNames): ManifestIssue {
  const name = names.get(issue.key);
  if (name === undefined) {
    return {
      ...issue,
      dependencies: issue.dependencies.map((one) =>
        one.key !== null && names.has(one.key) ? { ...one, key: null, sources: [] } : one,
      ),
    };
  }
  return {
    ...{ key: name, summary: UNSAID, type: 'hidden', status: 'hidden', verdict: issue.verdict },
    ...{ reasons: [], changes: [], pullRequests: [], toPromote: [] },
    ...{ dependencies: [], lines: [], manualSteps: [] },
  };
}

const maskItem = (item: ManifestCheckItem, names: HiddenNames): ManifestCheckItem =>
  item.issueKey !== null && names.has(item.issueKey)
    ? { ...item, issueKey: null, text: UNSAID, note: null, owner: null, reopenedBy: [] }
    : item;

/** Whether a text names a hidden issue. */
function namer(names: HiddenNames): (text: string) => boolean {
  const projects = new Set([...names.keys()].map((key) => key.slice(0, key.lastIndexOf('-'))));
  return (text) =>
    findIssueKeys(text, (projectKey) => projects.has(projectKey)).some((key) => names.has(key));
}

/** The same shape, with every text that names a hidden issue left unsaid. */
function withoutTexts<Value>(value: Value, isNamed: (text: string) => boolean): Value {
  const text = JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'string' && isNamed(one) ? UNSAID : one,
  );
  return JSON.parse(text) as Value;
}
