import { missingBranches } from '../../../src/domain/doctor/missing-branches';
import type { BranchHead } from '../../../src/domain/evidence/repository-status';
import { doctorFacts, outlineOfFindings, repositoryFacts } from '../../support/doctor-facts';

const MISSING: BranchHead = { state: 'missing' };
const READ: BranchHead = { state: 'read', sha: 'a1' };

type Kept = { defaultBranch?: string; bases?: string[]; others?: Record<string, BranchHead> };

/** A repository without one of the branches. */
const without = (branch: string, { defaultBranch, bases = [], others = {} }: Kept = {}) => {
  const branches = {
    develop: READ,
    'release/test': READ,
    main: READ,
    ...others,
    [branch]: MISSING,
  };
  return repositoryFacts('github:acme/api', {
    status: { branches },
    header: {
      branches,
      defaultBranch: defaultBranch ?? null,
      outline: {
        leads: [],
        runs: [],
        shares: {},
        bases,
        paths: [],
        checksWithheld: false,
      },
    },
  });
};

describe('missingBranches', () => {
  it('finds nothing while every branch is there, or nobody knows', () => {
    const there = repositoryFacts('github:acme/api', {
      status: { branches: { develop: READ, 'release/test': { state: 'unknown' }, main: READ } },
    });
    const unread = repositoryFacts('github:acme/web', {
      status: { asOf: null, branches: { main: MISSING } },
    });

    expect(missingBranches(doctorFacts([there, unread]))).toEqual([]);
  });

  it('names the line and the branch', () => {
    const found = missingBranches(doctorFacts([without('release/test')]));

    expect(found).toMatchObject([
      {
        code: 'missing-branch',
        severity: 'problem',
        subject: 'github:acme/api, test',
        message:
          'The line test means the branch release/test, which github:acme/api does not have.',
        action: 'Create the branch, or set another one for test in this repository.',
        confidence: null,
        place: { part: 'repositories', repository: 'github:acme/api' },
      },
    ]);
  });

  it.each([
    {
      when: 'the default branch is a usual name for the line',
      branch: 'main',
      kept: { defaultBranch: 'master' },
      action: /: master \(master is a usual name for prod; it is the default branch\)\.$/,
      confidence: 'likely',
    },
    {
      when: 'pull requests go into a branch that is spelled alike',
      branch: 'release/test',
      kept: { bases: ['feature/login', 'releases/test'] },
      action: /: releases\/test \(spelled alike; pull requests go into it\)\.$/,
      confidence: 'likely',
    },
    {
      when: 'another project follows a branch with a usual name',
      branch: 'release/test',
      kept: { others: { qa: READ } },
      action: /: qa \(qa is a usual name for test\)\.$/,
      confidence: 'guess',
    },
    {
      when: 'a branch is called like the line',
      branch: 'release/test',
      kept: { bases: ['Test'] },
      action: /: Test \(called like the line test; pull requests go into it\)\.$/,
      confidence: 'likely',
    },
  ])('suggests another when $when', ({ branch, kept, action, confidence }) => {
    const [found] = missingBranches(doctorFacts([without(branch, kept)]));

    expect(found?.action).toMatch(action);
    expect(found?.confidence).toBe(confidence);
  });

  it('does not suggest what another line means, nor what is missing too', () => {
    const [found] = missingBranches(
      doctorFacts([
        without('main', {
          defaultBranch: 'develop',
          bases: ['develop'],
          others: { master: MISSING },
        }),
      ]),
    );

    expect(found?.confidence).toBeNull();
  });

  it('blames the route when no repository has the branch', () => {
    const branches = { develop: READ, 'release/test': MISSING, main: READ };
    const repositories = ['api', 'web', 'ui'].map((name) =>
      repositoryFacts(`github:acme/${name}`, { status: { branches } }),
    );

    const found = missingBranches(doctorFacts(repositories));

    expect(outlineOfFindings(found)).toEqual(['problem missing-branch: test']);
    expect(found[0]).toMatchObject({
      message: 'The line test means the branch release/test, which none of the 3 repositories has.',
      place: { part: 'route', repository: null },
    });
  });

  it('follows what a repository does differently', () => {
    const facts = repositoryFacts('github:acme/api', {
      settings: { lines: { prod: { branch: 'master' } } },
      status: { branches: { develop: READ, 'release/test': READ, main: READ, master: MISSING } },
    });

    expect(outlineOfFindings(missingBranches(doctorFacts([facts])))).toEqual([
      'problem missing-branch: github:acme/api, prod',
    ]);
  });
});
