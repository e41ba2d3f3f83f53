import { staleEvidence } from '../../../src/domain/doctor/stale-evidence';
import type { ReadProgress } from '../../../src/domain/evidence/repository-status';
import {
  connectionFacts,
  doctorFacts,
  outlineOfFindings,
  repositoryFacts,
} from '../../support/doctor-facts';

const progress = (startedAt: string, more: Partial<ReadProgress> = {}): ReadProgress => ({
  phase: 'commits',
  done: 120,
  total: null,
  startedAt,
  ...more,
});

describe('staleEvidence, at 09:00 on 4 May', () => {
  it.each([
    { when: 'it was read an hour ago', status: { asOf: '2026-05-04T08:00:00Z' }, found: [] },
    { when: 'it was read a day ago', status: { asOf: '2026-05-03T09:00:00Z' }, found: [] },
    {
      when: 'it was read more than a day ago',
      status: { asOf: '2026-05-03T08:59:00Z' },
      found: ['warning stale-evidence: github:acme/api'],
    },
    {
      when: 'nothing was ever asked for',
      status: null,
      found: ['problem never-read: github:acme/api'],
    },
    {
      when: 'no reading came to its end',
      status: { asOf: null },
      found: ['problem never-read: github:acme/api'],
    },
    {
      when: 'it is being read for the first time',
      status: { asOf: null, progress: progress('2026-05-04T08:50:00Z') },
      found: [],
    },
    {
      when: 'a reading has been silent for more than an hour',
      status: { asOf: null, progress: progress('2026-05-04T07:59:00Z') },
      found: ['warning stuck-reading: github:acme/api'],
    },
  ])('finds $found when $when', ({ status, found }) => {
    const facts = doctorFacts([repositoryFacts('github:acme/api', { status })]);

    expect(outlineOfFindings(staleEvidence(facts))).toEqual(found);
  });

  it.each([
    { asOf: '2026-05-03T06:00:00Z', words: 'Its evidence was read 27 hours ago' },
    { asOf: '2026-04-30T06:00:00Z', words: 'Its evidence was read 4 days ago' },
  ])('tells the age: $words', ({ asOf, words }) => {
    const [found] = staleEvidence(
      doctorFacts([repositoryFacts('github:acme/api', { status: { asOf } })]),
    );

    expect(found?.message).toContain(words);
  });

  it.each([
    { part: progress('2026-05-04T06:00:00Z'), words: 'in the phase commits, 120 done' },
    { part: progress('2026-05-04T06:00:00Z', { phase: 'queued' }), words: 'it waits in the queue' },
  ])('tells where a reading is stuck: $words', ({ part, words }) => {
    const [found] = staleEvidence(
      doctorFacts([repositoryFacts('github:acme/api', { status: { progress: part } })]),
    );

    expect(found?.message).toContain(`A reading began 3 hours ago and has not ended (${words})`);
  });

  it.each([
    { why: 'no connection covers it', connections: [], failedBy: {} },
    {
      why: 'its secret is lost',
      connections: [connectionFacts({ hasSecret: false })],
      failedBy: {},
    },
    {
      why: 'its host refuses it',
      connections: [connectionFacts()],
      failedBy: { branches: 'unauthorized' as const },
    },
    {
      why: 'its host asks to wait',
      connections: [connectionFacts()],
      failedBy: { commits: 'rate-limited' as const },
    },
  ])('leaves it to the connection when $why', ({ connections, failedBy }) => {
    const old = repositoryFacts('github:acme/api', {
      status: { asOf: '2026-04-01T09:00:00Z' },
      header: { failedBy },
    });

    expect(staleEvidence(doctorFacts([old], { connections }))).toEqual([]);
  });
});
