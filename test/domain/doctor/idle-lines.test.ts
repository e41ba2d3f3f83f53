import { idleLines } from '../../../src/domain/doctor/idle-lines';
import { doctorFacts, outlineOfFindings, repositoryFacts } from '../../support/doctor-facts';
import { line } from '../../support/settings';

const equal = (name: string, ahead = 0) =>
  repositoryFacts(`github:acme/${name}`, {
    outline: {
      leads: [
        { branch: 'develop', over: 'release/test', commits: ahead },
        { branch: 'release/test', over: 'develop', commits: 0 },
      ],
    },
  });

describe('idleLines', () => {
  it('asks whether a line is needed that never differs from the next', () => {
    const found = idleLines(doctorFacts(['a', 'b', 'c'].map((name) => equal(name))));

    expect(outlineOfFindings(found)).toEqual(['hint idle-line: dev → test']);
    expect(found[0]?.confidence).toBe('guess');
  });

  it.each([
    { when: 'only two repositories show it', facts: [equal('a'), equal('b')] },
    { when: 'one differs', facts: [equal('a'), equal('b'), equal('c'), equal('d', 1)] },
  ])('says nothing when $when', ({ facts }) => {
    expect(idleLines(doctorFacts(facts))).toEqual([]);
  });

  it.each([
    { when: 'neither names environments', environments: [[], []], found: 1 },
    { when: 'only one names environments', environments: [['qa'], []], found: 1 },
    { when: 'both name environments', environments: [['qa'], ['uat']], found: 0 },
  ])('finds $found lines on one branch when $when', ({ environments: [qa, uat], found }) => {
    const lines = {
      test: line('release', { environments: qa ?? [] }),
      uat: line('release', { environments: uat ?? [] }),
    };
    const facts = doctorFacts([repositoryFacts()], { settings: { route: ['test', 'uat'], lines } });

    expect(outlineOfFindings(idleLines(facts))).toEqual(
      found === 1 ? ['warning shared-branch: test → uat'] : [],
    );
  });
});
