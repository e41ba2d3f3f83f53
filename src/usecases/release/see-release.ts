import { namedKeys, type HiddenIssues } from '../../domain/release/hidden-issues';
import { maskRelease, type Shown } from '../../domain/release/mask-release';
import type { Ports } from '../../ports/ports';
import { unlessRefused, type Outcome } from '../refusal';
import { findHidden } from './find-hidden';
import type { ReleaseQuestion } from './judge-release';
import { readRelease, type ReleasePorts, type ReleaseState } from './read-release';

/** A release, and what the viewer may see of it. */
export type SeenRelease = {
  /** As everybody's decision has it: only counts of it may be told. */
  state: ReleaseState;
  hidden: HiddenIssues;
  shown: Shown;
};

/** Where a release stands, for somebody who may not browse every issue of it. */
export function seeRelease(
  ports: ReleasePorts & Pick<Ports, 'asUser'>,
  question: ReleaseQuestion,
): Promise<Outcome<SeenRelease>> {
  return unlessRefused(readRelease(ports, question), async (state) => {
    const { scope, bundle, decision, followUps, facts } = state;
    const hidden = await findHidden(ports, [scope], {
      named: namedKeys(bundle),
      held: bundle.unreadable.map(({ key }) => key),
    });
    const shown = maskRelease(
      { bundle, gates: decision.gates, followUps, items: facts.items },
      hidden,
    );
    return { state, hidden, shown };
  });
}
