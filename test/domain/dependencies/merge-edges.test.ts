import fc from 'fast-check';

import { mergeEdges } from '../../../src/domain/dependencies/merge-edges';
import { edges, edgeSource } from '../../support/edges';

const ALL = edges(
  'PAY-10 > PAY-1 by trailer',
  'PAY-2 > PAY-1 by pull-request',
  'PAY-2 > PAY-1 by jira-link',
  'PAY-1 > PAY-2 by trailer',
  'PAY-2 > PAY-1 by pull-request',
  'PAY-1 > PAY-1 by trailer',
);

const told = (all: typeof ALL): string[] =>
  mergeEdges(all).map(
    ({ from, to, sources }) => `${from} > ${to} by ${sources.map(({ kind }) => kind).join(', ')}`,
  );

describe('mergeEdges', () => {
  it('keeps each pair and direction once, with every source once', () => {
    expect(told(ALL)).toEqual([
      'PAY-1 > PAY-2 by trailer',
      'PAY-2 > PAY-1 by jira-link, pull-request',
      'PAY-10 > PAY-1 by trailer',
    ]);
  });

  it('keeps two sources of a kind apart when they can be looked at in different places', () => {
    const [edge] = edges('PAY-1 > PAY-2');
    const sources = ['https://a.example', 'https://b.example', 'https://a.example'].map((url) =>
      edgeSource({ url }),
    );

    const [merged] = mergeEdges(edge ? [{ ...edge, sources }] : []);

    expect(merged?.sources.map(({ url }) => url)).toEqual([
      'https://a.example',
      'https://b.example',
    ]);
  });

  it('gives the same for every order of the input', () => {
    const expected = mergeEdges(ALL);

    fc.assert(
      fc.property(fc.shuffledSubarray(ALL, { minLength: ALL.length }), (shuffled) => {
        expect(mergeEdges(shuffled)).toEqual(expected);
      }),
    );
  });
});
