import { namedKeys, type HiddenIssues } from '../../domain/release/hidden-issues';
import { maskRelease, type Shown } from '../../domain/release/mask-release';
import type { Ports } from '../../ports/ports';
import { isRefusal, unlessRefused, type Outcome } from '../refusal';
import { findHidden, listVisible } from './find-hidden';
import { findScope } from './find-scope';
import type { ReleaseQuestion } from './judge-release';
import { readFound, type ReleasePorts, type ReleaseState } from './read-release';

type SeePorts = ReleasePorts & Pick<Ports, 'asUser'>;

/** A release, and what the viewer may see of it. */
export type SeenRelease = {
  /** As everybody's decision has it: only counts of it may be told. */
  state: ReleaseState;
  hidden: HiddenIssues;
  shown: Shown;
};

/** Where a release stands, for somebody who may not browse every issue of it. */
export const seeRelease = (
  ports: SeePorts,
  question: ReleaseQuestion,
): Promise<Outcome<SeenRelease>> =>
  unlessRefused(findScope(ports, question), async (found) => {
    const [read, listed] = await Promise.all([
      readFound(ports, question, found),
      listVisible(ports, [found.scope]),
    ]);
    return isRefusal(read) ? read : seenBy(ports, read, listed);
  });

async function seenBy(
  ports: SeePorts,
  state: ReleaseState,
  listed: ReadonlySet<string>,
): Promise<SeenRelease> {
  const { bundle, told, decision, followUps, facts } = state;
  const hidden = await findHidden(ports, listed, {
    named: namedKeys(bundle, told),
    held: bundle.unreadable.map(({ key }) => key),
  });
  const shown = maskRelease(
    { bundle, gates: decision.gates, followUps, items: facts.items },
    hidden,
  );
  return { state, hidden, shown };
}
