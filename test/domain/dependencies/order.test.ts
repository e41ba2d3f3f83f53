import fc from 'fast-check';

import {
  cyclesOf,
  hasDirection,
  isDirected,
  issueOrder,
  repositoryOrder,
} from '../../../src/domain/dependencies/order';
import { edges, edgeSource } from '../../support/edges';

const ISSUES = ['PAY-10', 'PAY-2', 'PAY-1', 'LED-3'];

describe('issueOrder', () => {
  it.each([
    { sentences: [], expected: 'LED-3 PAY-1 PAY-2 PAY-10' },
    { sentences: ['LED-3 > PAY-1'], expected: 'PAY-1 LED-3 PAY-2 PAY-10' },
    { sentences: ['LED-3 > PAY-10', 'PAY-10 > PAY-2'], expected: 'PAY-1 PAY-2 PAY-10 LED-3' },
    { sentences: ['PAY-1 > PAY-10', 'PAY-10 > PAY-1'], expected: 'LED-3 PAY-1 PAY-10 PAY-2' },
    {
      sentences: ['PAY-1 > PAY-10 by shared-pull-request', 'PAY-10 > PAY-1 by shared-pull-request'],
      expected: 'LED-3 PAY-1 PAY-10 PAY-2',
    },
    {
      sentences: [
        'PAY-1 > PAY-10',
        'PAY-1 > PAY-10 by shared-pull-request',
        'PAY-10 > PAY-1 by shared-pull-request',
      ],
      expected: 'LED-3 PAY-10 PAY-1 PAY-2',
    },
    {
      sentences: ['PAY-1 > PAY-2', 'PAY-2 > PAY-1', 'LED-3 > PAY-2', 'PAY-1 > PAY-10'],
      expected: 'PAY-10 PAY-1 PAY-2 LED-3',
    },
  ])('with $sentences is $expected', ({ sentences, expected }) => {
    expect(issueOrder(ISSUES, edges(...sentences)).join(' ')).toBe(expected);
  });

  it('is the same for every order of the input', () => {
    const key = fc.constantFrom(...ISSUES);
    const kind = fc.constantFrom('jira-link', 'shared-pull-request');
    const sentence = fc.tuple(key, key, kind).map(([from, to, by]) => `${from} > ${to} by ${by}`);

    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 8 }).chain((list) =>
          fc.record({
            list: fc.constant(list),
            shuffled: fc.shuffledSubarray(list, { minLength: list.length }),
            issues: fc.shuffledSubarray(ISSUES, { minLength: ISSUES.length }),
          }),
        ),
        ({ list, shuffled, issues }) => {
          const order = issueOrder(issues, edges(...shuffled));

          expect(order).toEqual(issueOrder(ISSUES, edges(...list)));
          expect(order.toSorted()).toEqual(['LED-3', 'PAY-1', 'PAY-10', 'PAY-2']);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('cyclesOf', () => {
  it.each([
    { when: 'there is none', sentences: ['PAY-1 > PAY-2', 'PAY-2 > LED-3'], expected: [] },
    {
      when: 'two need each other',
      sentences: ['PAY-10 > PAY-2', 'PAY-2 > PAY-10'],
      expected: [['PAY-2', 'PAY-10']],
    },
    {
      when: 'three go round',
      sentences: ['PAY-10 > PAY-2', 'PAY-2 > LED-3', 'LED-3 > PAY-10'],
      expected: [['LED-3', 'PAY-2', 'PAY-10']],
    },
    {
      when: 'one circle lies in another',
      sentences: ['PAY-1 > PAY-2', 'PAY-2 > PAY-1', 'PAY-2 > PAY-10', 'PAY-10 > PAY-1'],
      expected: [['PAY-1', 'PAY-2', 'PAY-10']],
    },
    {
      when: 'there are two',
      sentences: ['PAY-10 > PAY-2', 'PAY-2 > PAY-10', 'PAY-1 > LED-3', 'LED-3 > PAY-1'],
      expected: [
        ['LED-3', 'PAY-1'],
        ['PAY-2', 'PAY-10'],
      ],
    },
    {
      when: 'a pull request is shared',
      sentences: ['PAY-1 > PAY-2 by shared-pull-request', 'PAY-2 > PAY-1 by shared-pull-request'],
      expected: [],
    },
  ])('are $expected when $when', ({ sentences, expected }) => {
    expect(cyclesOf(ISSUES, edges(...sentences))).toEqual(expected);
  });
});

describe('repositoryOrder', () => {
  const REPOSITORIES = new Map([
    ['PAY-1', ['github:acme/api', 'github:acme/web']],
    ['PAY-2', ['github:acme/schema']],
    ['PAY-3', ['github:acme/batch']],
    ['PAY-4', []],
  ]);

  it.each([
    { when: 'nothing is needed', sentences: [], expected: 'api batch schema web' },
    {
      when: 'an issue needs another',
      sentences: ['PAY-1 > PAY-2'],
      expected: 'batch schema api web',
    },
    {
      when: 'it goes both ways',
      sentences: ['PAY-1 > PAY-2', 'PAY-2 > PAY-1'],
      expected: 'api batch schema web',
    },
    {
      when: 'it goes round',
      sentences: ['PAY-1 > PAY-2', 'PAY-2 > PAY-3', 'PAY-3 > PAY-1'],
      expected: 'api batch schema web',
    },
    {
      when: 'a pull request is shared',
      sentences: ['PAY-1 > PAY-2 by shared-pull-request'],
      expected: 'api batch schema web',
    },
    {
      when: 'the other has no change or is unknown',
      sentences: ['PAY-1 > PAY-4', 'PAY-1 > PAY-9'],
      expected: 'api batch schema web',
    },
    {
      when: 'it goes on',
      sentences: ['PAY-3 > PAY-1', 'PAY-1 > PAY-2'],
      expected: 'schema api web batch',
    },
  ])('is $expected when $when', ({ sentences, expected }) => {
    const order = repositoryOrder(edges(...sentences), REPOSITORIES);

    expect(order.map((id) => id.replace('github:acme/', '')).join(' ')).toBe(expected);
  });

  it('takes no word of an issue about a repository that both change', () => {
    const both = new Map([
      ['PAY-1', ['github:acme/api']],
      ['PAY-2', ['github:acme/api']],
    ]);

    expect(repositoryOrder(edges('PAY-1 > PAY-2'), both)).toEqual(['github:acme/api']);
  });
});

describe('a source', () => {
  it.each([
    ['jira-link', true],
    ['trailer', true],
    ['pull-request', true],
    ['sub-task', true],
    ['stacked-pull-request', true],
    ['shared-pull-request', false],
  ] as const)('%s has a direction: %s', (kind, expected) => {
    expect(isDirected(edgeSource({ kind }))).toBe(expected);
    expect(hasDirection({ sources: [edgeSource({ kind })] })).toBe(expected);
  });
});
