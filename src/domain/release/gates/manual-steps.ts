import { counted } from '../../reasons/evidence-links';
import { foundItem } from './found-item';
import type { GateRule } from './release-facts';

/** Everything that has to be done by hand is ticked. */
export const manualStepsGate: GateRule = ({ bundle: { issues } }) => {
  const steps = issues.flatMap(({ key, changes, manualSteps }) =>
    manualSteps.map((step) => ({ key, changes, step })),
  );
  const open = steps
    .filter(({ step }) => !step.done)
    .map(({ key, changes, step }) => {
      const { id, text, owner, repository, shas, evidence } = step;
      const place = changes.find((one) => one.repository === repository);
      return foundItem([key, id], {
        code: 'manual-step',
        text: `${key}: ${text} (${place?.name ?? repository})`,
        issueKey: key,
        owner: owner ?? place?.owner ?? null,
        url: evidence.find(({ url }) => url !== null)?.url ?? null,
        shas,
      });
    });
  const done = steps.length - open.length;
  return {
    open,
    summary: summaryOf(done, steps.length, open[0]?.text),
    progress: steps.length === 0 ? null : { done, of: steps.length },
  };
};

function summaryOf(done: number, of: number, first: string | undefined): string {
  if (of === 0) return 'Nothing has to be done by hand.';
  if (first === undefined) return `${counted(of, 'manual step')}, all done.`;
  return `${done} of ${counted(of, 'manual step')} done. Next: ${first}`;
}
