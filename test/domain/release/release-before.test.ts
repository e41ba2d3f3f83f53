import { auditWindow, widestWindow } from '../../../src/domain/release/release-before';

const released = (name: string, releaseDate: string | null, isReleased = true) => ({
  ...{ name, releaseDate, isReleased },
});

const PHOENIX = [
  released('5.1.3', '2022-12-20'),
  released('5.2.1', '2024-10-22'),
  released('5.2.10', '2026-06-28'),
  released('5.2.2', '2026-06-27'),
  released('5.3.1', '2026-05-13'),
  released('thirdparty-2.1.0', '2023-12-13'),
  released('thirdparty-2.2.0', '2025-11-07'),
  released('2026.04 Easter', '2026-04-16'),
  released('2026.04.1 Callbacks', '2026-05-01'),
  released('2026.04.2 Hotfix', '2026-05-04', false),
  released('2026.05 Spring', '2026-05-18', false),
  released('Sprint 9', '2026-03-01'),
  released('Sprint 10', '2026-03-15'),
  released('Sprint 11', null),
  released('Easter', '2026-04-01'),
  released('Spring', '2026-05-01'),
];

describe('auditWindow', () => {
  it.each([
    { of: '5.2.2', before: '5.2.1', why: 'though 5.3.1 was released in between' },
    { of: '5.2.10', before: '5.2.2', why: 'by number' },
    { of: '5.3.1', before: '5.2.1', why: 'as 5.2.2 came later' },
    { of: 'thirdparty-2.2.0', before: 'thirdparty-2.1.0', why: 'in its own series' },
    { of: '2026.04.1 Callbacks', before: '2026.04 Easter', why: 'with a longer number' },
    { of: '2026.05 Spring', before: '2026.04.1 Callbacks', why: 'as the hotfix is not out' },
    { of: 'Sprint 10', before: 'Sprint 9', why: 'by number' },
    { of: 'Sprint 11', before: 'Sprint 10', why: 'without a day of its own' },
    { of: 'Spring', before: 'Easter', why: 'by day where names have no number' },
  ])('begins for $of after $before, $why', ({ of, before }) => {
    const version = PHOENIX.find(({ name }) => name === of);

    expect(version && auditWindow(version, PHOENIX)?.since.version).toBe(before);
  });

  it.each([
    { of: '5.1.3', why: 'it is the first of its series' },
    { of: 'Easter', why: 'no other without a number is earlier' },
  ])('is unknown for $of: $why', ({ of }) => {
    const version = PHOENIX.find(({ name }) => name === of);

    expect(version && auditWindow(version, PHOENIX)).toBeNull();
  });

  it.each([
    { when: 'it is out', isReleased: true, until: '2026-05-18' },
    { when: 'it is not out yet, whatever day was set', isReleased: false, until: null },
  ])('ends at $until when $when', ({ isReleased, until }) => {
    const version = released('2026.05', '2026-05-18', isReleased);

    expect(auditWindow(version, [version, released('2026.04', '2026-04-16')])).toEqual({
      since: { version: '2026.04', releasedOn: '2026-04-16' },
      until,
    });
  });
});

describe('widestWindow', () => {
  const early = { since: { version: 'A 1', releasedOn: '2026-03-01' }, until: '2026-04-01' };
  const late = { since: { version: 'B 1', releasedOn: '2026-03-15' }, until: '2026-04-20' };

  it.each([
    { when: 'both are out', windows: [late, early], until: '2026-04-20' },
    { when: 'one is not out', windows: [early, { ...late, until: null }], until: null },
  ])('goes from the first day to the last when $when', ({ windows, until }) => {
    expect(widestWindow(windows)).toEqual({ since: early.since, until });
  });

  it.each([{ windows: [early, null] }, { windows: [] }])(
    'is unknown as soon as one is',
    ({ windows }) => {
      expect(widestWindow(windows)).toBeNull();
    },
  );
});
