import { z } from 'zod';
import type { Ports } from '../ports/ports';
import { getIssue } from '../usecases/get-issue';
import { associateByHand } from '../usecases/link-commit';
import { getProgress, refreshIssue } from '../usecases/refresh-issue';
import { unlessRefused } from '../usecases/refusal';
import { tickCheckItem } from '../usecases/tick-check-item';
import { tickManualStep } from '../usecases/tick-manual-step';
import type { Api } from './contract';
import { markAfter } from '../usecases/release/mark-after';
import { endpoint, type Endpoint } from './endpoint';
import { presentFreshness } from './present-evidence';
import { presentIssue } from './present-issue';
import { WordInput } from './release-act-handlers';

const IssueInput = z.strictObject({ issueKey: z.string().trim().min(1).max(100) });

const LineName = z.string().trim().min(1).max(100);
const IssueQuestion = IssueInput.extend({
  from: LineName.optional(),
  to: LineName.optional(),
  mode: z.enum(['plan', 'audit']).optional(),
});

const TickInput = IssueInput.extend({
  from: LineName.optional(),
  to: LineName.optional(),
  stepId: z.string().min(1).max(64),
  done: z.boolean(),
  note: z.string().trim().max(500).optional(),
});

const LinkInput = IssueInput.extend({
  repository: z.string().min(1).max(300),
  sha: z.string().regex(/^[0-9a-f]{7,64}$/i, 'must be a commit: 7 to 64 digits 0-9 a-f'),
  reason: z.string().trim().min(1, 'must say why').max(500),
});

type IssueFunction =
  | 'getIssue'
  | 'tickManualStep'
  | 'tickCheckItem'
  | 'refreshIssue'
  | 'getProgress'
  | 'linkCommit'
  | 'unlinkCommit';
type ValueOf<Name extends keyof Api> = Extract<ReturnType<Api[Name]>, { ok: true }>['value'];

/** The functions of the issue panel. Who may not browse the issue is told that it does not exist, as Jira does. */
export function createIssueHandlers(ports: Ports): {
  [Name in IssueFunction]: Endpoint<ValueOf<Name>>;
} {
  return {
    getIssue: endpoint(IssueQuestion, (input) =>
      unlessRefused(getIssue(ports, input), presentIssue),
    ),
    tickManualStep: endpoint(TickInput, (input) =>
      markAfter(ports, input, tickManualStep(ports, input)),
    ),
    tickCheckItem: endpoint(IssueQuestion.extend(WordInput.shape), (input) =>
      markAfter(ports, input, tickCheckItem(ports, input)),
    ),
    refreshIssue: endpoint(IssueInput, (input) => refreshIssue(ports, input)),
    getProgress: endpoint(IssueInput, async (input) => {
      const { settings, statuses } = await getProgress(ports, input);
      return { repositories: settings ? presentFreshness(settings, statuses, ports.now()) : [] };
    }),
    linkCommit: endpoint(LinkInput, (input) => associateByHand(ports, 'link', input)),
    unlinkCommit: endpoint(LinkInput, (input) => associateByHand(ports, 'unlink', input)),
  };
}
