import { evidenceGaps } from '../domain/evidence/evidence-gaps';
import type { IssueEvidence, RepositoryEvidence } from '../domain/evidence/issue-evidence';
import { mergeParts } from '../domain/evidence/merge-parts';
import { partGaps } from '../domain/evidence/part-gaps';
import type { RepositoryStatus } from '../domain/evidence/repository-status';
import { shardsOf } from '../domain/evidence/status-shard';
import type { Gap } from '../domain/gap';
import type { Issue } from '../domain/issue';
import { linesOfIssue } from '../domain/lines/lines-of-issue';
import type { LineSummary } from '../domain/lines/line-summary';
import type { LineSignOff } from '../domain/lines/changed-since';
import { issueChecklist } from '../domain/manifest/issue-checklist';
import { toPromotion, usualPromotion } from '../domain/promotion/choose-promotion';
import { judgeIssue, type Judgement } from '../domain/promotion/judge-issue';
import type { Promotion, PromotionMode } from '../domain/promotion/promotion';
import type { Tick } from '../domain/reasons/manual-step';
import { bundleId } from '../domain/release/bundle-id';
import type { CheckItem } from '../domain/release/check-item';
import { judgedIssueOf } from '../domain/release/judged-issue-of';
import { lineSignOffs } from '../domain/release/line-sign-offs';
import type { RepositoryId } from '../domain/repository';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { Ports } from '../ports/ports';
import { ProviderError } from '../ports/provider-error';
import { gatherRelated } from './gather-related';
import { isRefusal, refuse, type Outcome, type Refusal } from './refusal';

export type IssuePorts = Pick<
  Ports,
  'asUser' | 'asApp' | 'settings' | 'evidence' | 'releases' | 'now'
>;

/** A promotion that somebody asks about; without lines the usual one of the issue. */
export type IssueQuestion = {
  issueKey: string;
  from?: string | undefined;
  to?: string | undefined;
  mode?: PromotionMode | undefined;
};

/** All that is known of an issue, as the viewer may see it. */
export type IssueFacts = {
  issue: Issue;
  /** `undefined` until an administrator set the project up. */
  settings: ProjectSettings | undefined;
  /** Under the issue's key and under those it had before it was moved. */
  parts: RepositoryEvidence[];
  /** One for each line of the route. */
  lines: LineSummary[];
  statuses: Map<RepositoryId, RepositoryStatus>;
  gaps: Gap[];
  mode: PromotionMode;
  /** `null` where no route says what to promote. */
  judgement: Judgement | null;
  /** What there is to look at and to do, of each audience, with what people said. */
  checklist: CheckItem[];
  mayConfigure: boolean;
  now: string;
};

/** Evidence of one issue and what follows from it, from what is stored; asks Jira, and no code host. */
export async function getIssue(
  ports: IssuePorts,
  question: IssueQuestion,
): Promise<Outcome<IssueFacts>> {
  const read = await readIssue(ports, question.issueKey);
  const { settings } = read;
  const { mode = 'plan' } = question;
  const lines = settings ? linesOfIssue(settings, read.parts, read.statuses) : [];
  const facts = { ...read, lines, mode };
  const promotion = choosePromotion(question, settings?.route ?? [], lines);
  if (isRefusal(promotion)) return promotion;
  if (!settings || !promotion) {
    return { ...facts, gaps: gapsOf(read), judgement: null, checklist: [] };
  }
  return judge(ports, { ...facts, settings }, promotion);
}

type ReadIssue = Omit<IssueFacts, 'lines' | 'gaps' | 'mode' | 'judgement' | 'checklist'> & {
  ticks: Tick[];
  signOffs: LineSignOff[];
  viewerGaps: Gap[];
};

async function readIssue(ports: IssuePorts, issueKey: string): Promise<ReadIssue> {
  const issue = await ports.asUser.getIssue(issueKey);
  const keys = [issue.key, ...issue.formerKeys];
  const [settings, { mayConfigure, viewerGaps }, documents, { ticks, records }] = await Promise.all(
    [
      ports.settings.findSettings(issue.projectKey),
      readViewer(ports),
      ports.evidence.findIssues(keys),
      ports.releases.readSaidOf(issue.key, releasesOf(issue)),
    ],
  );
  const statuses = settings
    ? await ports.evidence.readStatuses(shardsOf(settings))
    : new Map<RepositoryId, RepositoryStatus>();
  const parts = mergeParts(documents satisfies IssueEvidence[], keys);
  const signOffs = records.flatMap(({ acts }) => lineSignOffs(acts));
  const said = { ticks, signOffs };
  return { issue, settings, parts, ...said, statuses, mayConfigure, viewerGaps, now: ports.now() };
}

/** Releases of one version that the issue is planned for and that are not out yet. */
const releasesOf = ({ fixVersions }: Issue): string[] =>
  fixVersions
    .filter(({ isReleased }) => !isReleased)
    .map(({ id }) => bundleId({ versionIds: [id], jql: null }));

/** Who cannot be asked may not; that Jira did not answer is told like anything else that was not read. */
async function readViewer({
  asUser,
}: Pick<IssuePorts, 'asUser'>): Promise<{ mayConfigure: boolean; viewerGaps: Gap[] }> {
  try {
    return { mayConfigure: await asUser.isAdministrator(), viewerGaps: [] };
  } catch (error) {
    if (!(error instanceof ProviderError) || error.failure.kind === 'unauthorized') throw error;
    const gap = { repository: 'Jira', what: 'your permissions', why: error.message };
    return { mayConfigure: false, viewerGaps: [gap] };
  }
}

function choosePromotion(
  { from, to }: IssueQuestion,
  route: readonly string[],
  lines: readonly LineSummary[],
): Promotion | null | Refusal {
  const usual = usualPromotion(route, lines);
  if (!usual) return null;
  const step = {
    from: from ?? fromFor(to, route) ?? usual.from,
    to: to ?? toFor(from, route) ?? usual.to,
  };
  const promotion = toPromotion(route, step);
  if (promotion) return promotion;
  const message = `Nothing is promoted from ${step.from} to ${step.to}. The route is ${route.join(', ')}.`;
  return refuse('invalid-input', message);
}

const gapsOf = (read: ReadIssue): Gap[] => [
  ...evidenceGaps(read, read.parts),
  ...partGaps(read.parts),
  ...read.viewerGaps,
];

/** The line before the one that is named; the line after it. */
const fromFor = (to: string | undefined, route: readonly string[]): string | undefined =>
  to === undefined ? undefined : route[route.indexOf(to) - 1];
const toFor = (from: string | undefined, route: readonly string[]): string | undefined =>
  from === undefined ? undefined : route[route.indexOf(from) + 1];

async function judge(
  ports: IssuePorts,
  facts: Omit<IssueFacts, 'gaps' | 'judgement' | 'checklist'> &
    ReadIssue & { settings: ProjectSettings },
  promotion: Promotion,
): Promise<IssueFacts> {
  const atHand = await gatherRelated(ports, facts, facts.statuses);
  const gaps = [...gapsOf(facts), ...atHand.gaps];
  const judgement = judgeIssue({ ...facts, gaps, promotion, atHand });
  const judged = judgedIssueOf({ ...facts, gaps }, judgement);
  const checklist = issueChecklist(judged, { promotion, mode: facts.mode }, facts.ticks);
  return { ...facts, gaps, judgement, checklist };
}
