import { compareKeys } from '../../dependencies/key-order';
import { counted } from '../../reasons/evidence-links';
import type { ReleaseScope } from '../release-scope';
import { foundItem } from './found-item';
import type { GateRule } from './release-facts';

/** Every issue can be read and is in the version; a release of nothing is most likely a mistake. */
export const scopeGate: GateRule = ({ scope, bundle: { issues, unreadable } }) => {
  const known = new Set(issues.map(({ key }) => key));
  const outside = issues.filter(({ fixVersions }) => !isIn(scope, fixVersions));
  const all = new Set([...known, ...unreadable.map(({ key }) => key)]).size;
  const open = [
    ...(all === 0
      ? [foundItem([], { code: 'scope-empty', text: `No issue is in ${scope.name}.` })]
      : []),
    ...unreadable.map(({ key, why }) =>
      foundItem([key], {
        code: 'issue-unreadable',
        text: `${key} could not be read: ${why}`,
        issueKey: key,
      }),
    ),
    ...outside.map(({ key }) =>
      foundItem([key], {
        code: 'issue-not-in-version',
        text: `${key} is not in ${scope.name} any more.`,
        issueKey: key,
      }),
    ),
  ].sort((a, b) => compareKeys(a.issueKey ?? '', b.issueKey ?? ''));
  const done = all - new Set(open.map(({ issueKey }) => issueKey)).size;
  return {
    open,
    summary:
      open.length === 0
        ? `All ${counted(all, 'issue')} of ${scope.name} could be read and are in it.`
        : (open[0]?.text ?? ''),
    progress: all === 0 ? null : { done, of: all },
  };
};

/** The scope is named after its versions, with ` + ` between; a version may have that in its own name. */
function isIn({ name, jql }: ReleaseScope, fixVersions: readonly string[]): boolean {
  return (
    jql !== null || fixVersions.some((version) => ` + ${name} + `.includes(` + ${version} + `))
  );
}
