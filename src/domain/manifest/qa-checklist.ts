import { digestOf } from '../digest';
import { commitLink, counted, listed } from '../reasons/evidence-links';
import type { CheckItem } from '../release/check-item';
import { retestId, testId } from '../release/check-item-id';
import type { JudgedBundle, JudgedIssue, JudgedLine } from '../release/judged-issue';
import { draft, type Draft } from './draft-item';
import { travellingCommits, travellingShas, type Travelling } from './travelling-commits';

/** Reasons that a tester must know of, and what there is to look at. */
const FOR_TESTERS: Readonly<Record<string, string>> = {
  'db-change': 'Test with data of before the change, too.',
  'mendix-model': 'A model does not show what changed: test what its pages do.',
  'config-change': 'Test with the configuration of this line.',
  'feature-flag': 'Test with the flag on and off.',
  'adapted-change': 'The change is there in another form than it was tested in.',
};

/** What a tester does: test each issue, test again what changed, and mind the notes. */
export const qaChecklist = (bundle: JudgedBundle): Draft[] => [
  ...bundle.issues.flatMap((issue) => [
    ...tests(issue, bundle),
    ...retests(issue),
    ...warnings(issue),
  ]),
  ...repositoryNotes(bundle),
];

function tests(issue: JudgedIssue, bundle: JudgedBundle): Draft[] {
  const travelling = travellingCommits(issue, bundle);
  if (travelling.length === 0) return [];
  const { from, to } = bundle.promotion;
  const places = travelling.map(
    ({ changes, commits }) => `${changes.name} (${counted(commits.length, 'change')})`,
  );
  return [
    draft({
      id: testId(issue.key),
      audience: 'qa',
      kind: 'test',
      issueKey: issue.key,
      text: `Test ${issue.key} ${issue.summary} on ${bundle.mode === 'plan' ? from : to}: ${listed(places)}.`,
      shas: travellingShas(travelling),
      links: travelling.flatMap(linksOf),
    }),
  ];
}

const linksOf = ({ changes, commits }: Travelling): CheckItem['links'] =>
  commits.map((commit) => commitLink(changes, commit));

const retests = (issue: JudgedIssue): Draft[] =>
  issue.lines
    .filter(({ changedSince }) => changedSince.length > 0)
    .map((line) =>
      draft({
        id: retestId(issue.key, line.name),
        audience: 'qa',
        kind: 'retest',
        issueKey: issue.key,
        text: `Test ${issue.key} again on ${line.name}: ${counted(line.changedSince.length, 'change')} since ${lastWord(line)}.`,
        shas: line.changedSince,
        links: issue.changes.flatMap((changes) =>
          changes.commits
            .filter(({ sha }) => line.changedSince.includes(sha))
            .map((commit) => commitLink(changes, commit)),
        ),
      }),
    );

const WORDS = { rejected: 'rejection', approved: 'approval', 'signed-off': 'sign-off' } as const;

function lastWord({ since }: JudgedLine): string {
  if (!since) return 'the last rejection, approval or sign-off';
  const by = since.by === null ? '' : ` by ${since.by}`;
  return `the ${WORDS[since.kind]}${by} of ${since.at.slice(0, 10)}`;
}

const warnings = (issue: JudgedIssue): Draft[] =>
  issue.reasons.flatMap(({ code, summary, evidence, shas = [] }) => {
    const advice = new Map(Object.entries(FOR_TESTERS)).get(code);
    if (advice === undefined) return [];
    return [
      draft({
        id: digestOf(['warning', issue.key, code]),
        audience: 'qa',
        kind: 'note',
        issueKey: issue.key,
        text: `${issue.key}: ${summary} ${advice}`,
        shas,
        links: evidence,
      }),
    ];
  });

/** Each note of a repository once, however many issues touch it. */
function repositoryNotes(bundle: JudgedBundle): Draft[] {
  const travelling = bundle.issues.flatMap((issue) => travellingCommits(issue, bundle));
  const known = new Map(travelling.map(({ changes }) => [changes.repository, changes]));
  return [...known.values()]
    .toSorted((one, other) => (one.repository < other.repository ? -1 : 1))
    .flatMap(({ repository, name, owner, notes }) =>
      [...new Set(notes)].map((note) =>
        draft({
          id: digestOf(['note', repository, note]),
          audience: 'qa',
          kind: 'note',
          repository,
          owner,
          text: `${name}: ${note}`,
          shas: travellingShas(
            travelling.filter(({ changes }) => changes.repository === repository),
          ),
        }),
      ),
    );
}
