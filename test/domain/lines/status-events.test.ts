import type { LifeEvent } from '../../../src/domain/lines/life-event';
import { statusEvents } from '../../../src/domain/lines/status-events';
import type { Line } from '../../../src/domain/settings/project-settings';
import { at, told } from '../../support/line-places';
import { line } from '../../support/settings';

const ROUTE = ['dev', 'test', 'prod'];

/** Lines on which a status that was set at ten counts, and as what. */
function counted(
  status: string,
  lines: Record<string, Partial<Line>>,
  hosts: Record<string, string[]> = {},
): string[] {
  const events = statusEvents({
    settings: {
      route: ROUTE,
      lines: Object.fromEntries(ROUTE.map((name) => [name, line(name, lines[name])])),
    },
    history: [{ at: at(10), by: 'Quinn', from: 'In QA', to: status }],
    hostEventsOf: new Map<string, LifeEvent[]>(
      Object.entries(hosts).map(([name, sentences]) => [name, told(...sentences)]),
    ),
  });
  return events.map((event) => `${event.line} ${event.kind}`);
}

const QA = { rejectedStatuses: ['QA failed', 'Zurück'], approvedStatuses: ['Weiter'] };

describe('statusEvents, by names that lines configure', () => {
  it.each<{ status: string; lines: Record<string, Partial<Line>>; expected: string[] }>([
    { status: 'QA failed', lines: { test: QA }, expected: ['test rejected'] },
    { status: 'qa FAILED ', lines: { test: QA }, expected: ['test rejected'] },
    { status: 'Zurück', lines: { test: QA }, expected: ['test rejected'] },
    { status: 'Weiter', lines: { test: QA }, expected: ['test approved'] },
    { status: 'In QA', lines: { test: QA }, expected: [] },
    {
      status: 'Done',
      lines: { test: { approvedStatuses: ['Done'] }, prod: { approvedStatuses: ['Done'] } },
      expected: ['test approved', 'prod approved'],
    },
    {
      status: 'Client review',
      lines: {
        dev: { approvedStatuses: ['Client review'] },
        prod: { rejectedStatuses: ['Client review'] },
      },
      expected: ['dev approved', 'prod rejected'],
    },
    {
      status: 'Done',
      lines: { prod: { approvedStatuses: ['Done'], rejectedStatuses: ['Done'] } },
      expected: ['prod rejected'],
    },
  ])('counts $status on $expected', ({ status, lines, expected }) => {
    expect(counted(status, lines)).toEqual(expected);
  });

  it('counts a configured name only where it is configured, wherever the issue is', () => {
    const hosts = { dev: ['8 in-branch a'], prod: ['9 in-branch a'] };

    expect(counted('QA failed', { test: QA }, hosts)).toEqual(['test rejected']);
  });
});

describe('statusEvents, by words', () => {
  it.each<{ when: string; hosts: Record<string, string[]>; expected: string[] }>([
    { when: 'nothing is anywhere', hosts: {}, expected: ['dev rejected'] },
    {
      when: 'it is on test',
      hosts: { dev: ['8 in-branch a'], test: ['9 in-branch a'] },
      expected: ['test rejected'],
    },
    {
      when: 'it came to test at that moment',
      hosts: { dev: ['8 in-branch a'], test: ['10 deployed a qa'] },
      expected: ['test rejected'],
    },
    {
      when: 'it came to test later',
      hosts: { dev: ['8 in-branch a'], test: ['11 in-branch a'] },
      expected: ['dev rejected'],
    },
    {
      when: 'it skipped test',
      hosts: { dev: ['8 in-branch a'], prod: ['9 in-branch a'] },
      expected: ['prod rejected'],
    },
    {
      when: 'its deployment to test failed',
      hosts: { dev: ['8 in-branch a'], test: ['9 deployment-failed a qa'] },
      expected: ['dev rejected'],
    },
    {
      when: 'it was rolled back from test',
      hosts: { dev: ['7 in-branch a'], test: ['8 deployed a qa', '9 rolled-back a qa'] },
      expected: ['dev rejected'],
    },
  ])('counts where the issue was furthest when $when', ({ hosts, expected }) => {
    expect(counted('Rejected', {}, hosts)).toEqual(expected);
  });

  it.each<{ status: string; lines: Record<string, Partial<Line>>; expected: string[] }>([
    { status: 'Rejected', lines: { test: QA }, expected: [] },
    {
      status: 'Accepted',
      lines: { test: { rejectedStatuses: ['QA failed'] } },
      expected: ['test approved'],
    },
    { status: 'Accepted', lines: { test: { approvedStatuses: ['Weiter'] } }, expected: [] },
    { status: 'Accepted', lines: { dev: QA }, expected: ['test approved'] },
  ])('gives way to names that the line has of its own: $status', ({ status, lines, expected }) => {
    expect(counted(status, lines, { test: ['9 in-branch a'] })).toEqual(expected);
  });

  it('says nothing in a project without lines', () => {
    const history = [{ at: at(10), by: null, from: '', to: 'Done' }];
    const settings = { route: [], lines: {} };

    expect(statusEvents({ settings, history, hostEventsOf: new Map() })).toEqual([]);
  });

  it('keeps who did it, when and how it was called', () => {
    const history = [{ at: at(10), by: 'Quinn', from: 'In QA', to: 'QA failed' }];
    const settings = { route: ['dev'], lines: { dev: line('develop') } };

    expect(statusEvents({ settings, history, hostEventsOf: new Map() })).toEqual([
      { kind: 'rejected', line: 'dev', at: at(10), by: 'Quinn', status: 'QA failed' },
    ]);
  });
});
