/** A branch that a line probably means. */
export type LineSuggestion = {
  line: string;
  branch: string;
  confidence: 'high' | 'medium' | 'low';
  why: string;
};

type BranchFacts = { name: string; isProtected: boolean };
export type LineWanted = { name: string; branch: string | null };

type Ask = { branches: readonly BranchFacts[]; defaultBranch: string };

/** Branches that teams call a step of their route, the most usual first. */
const STEPS: readonly { line: string; names: RegExp; branches: RegExp[] }[] = [
  {
    line: 'dev',
    names: /^(?:dev(?:elop(?:ment)?)?|int(?:egration)?|build)$/i,
    branches: [/^develop$/i, /^dev(?:elopment)?$/i, /^integration$/i, /^next$/i],
  },
  {
    line: 'test',
    names: /^(?:test(?:ing)?|qa|sit)$/i,
    branches: [/^release\/(?:test|qa)$/i, /^(?:test|testing|qa|sit)$/i, /^releases?\//i],
  },
  {
    line: 'uat',
    names: /^(?:uat|acceptance|stag(?:e|ing)|pre-?prod(?:uction)?)$/i,
    branches: [
      /^release\/(?:uat|acceptance|stag(?:e|ing)|pre-?prod)$/i,
      /^(?:uat|acceptance|stag(?:e|ing)|pre-?prod(?:uction)?)$/i,
    ],
  },
  {
    line: 'prod',
    names: /^(?:prod(?:uction)?|live|main|master)$/i,
    branches: [/^main$/i, /^master$/i, /^prod(?:uction)?$/i, /^live$/i, /^trunk$/i],
  },
];

/**
 * Which branch of a repository each line of the route probably is, best first per line; nothing for a line
 * that no branch resembles. Without a route: the usual steps that the branches show.
 */
export function suggestLines(
  ask: Ask,
  route: readonly LineWanted[] = STEPS.map(({ line }) => ({ name: line, branch: null })),
): LineSuggestion[] {
  return route.flatMap((line, index) => {
    const suggestion =
      byName(ask, line) ?? byCustom(ask, line) ?? byDefault(ask, line, index === route.length - 1);
    return suggestion ? [suggestion] : [];
  });
}

/** The branch that the project names for the line, or that is called like it. */
function byName({ branches }: Ask, { name, branch }: LineWanted): LineSuggestion | undefined {
  const exact = branches.find((each) => each.name === branch);
  if (exact) return suggestion(name, exact.name, 'high', 'the branch that the project names');
  const called = branches.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return called && suggestion(name, called.name, 'high', `called like the line ${name}`);
}

/** The branch that teams usually have for such a line; a protected one before others. */
function byCustom({ branches }: Ask, { name }: LineWanted): LineSuggestion | undefined {
  const step = STEPS.find(({ names }) => names.test(name));
  for (const pattern of step?.branches ?? []) {
    const found = branches.filter((each) => pattern.test(each.name)).sort(protectedAndNewestFirst);
    const [best] = found;
    if (best) return suggestion(name, best.name, 'medium', customary(name, best));
  }
  return undefined;
}

function byDefault(
  { branches, defaultBranch }: Ask,
  { name }: LineWanted,
  isLast: boolean,
): LineSuggestion | undefined {
  const exists = branches.some((each) => each.name === defaultBranch);
  return isLast && exists
    ? suggestion(name, defaultBranch, 'low', 'the default branch, for the last line')
    : undefined;
}

/** `release/2.10` stands before `release/2.9`. */
function protectedAndNewestFirst(a: BranchFacts, b: BranchFacts): number {
  if (a.isProtected !== b.isProtected) return a.isProtected ? -1 : 1;
  return b.name.localeCompare(a.name, 'en', { numeric: true });
}

function customary(line: string, { name, isProtected }: BranchFacts): string {
  const protection = isProtected ? ', and it is protected' : '';
  return `${name} is a usual name for ${line}${protection}`;
}

function suggestion(
  line: string,
  branch: string,
  confidence: LineSuggestion['confidence'],
  why: string,
): LineSuggestion {
  return { line, branch, confidence, why };
}
