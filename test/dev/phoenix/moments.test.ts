import { dirname } from 'node:path';

import {
  isAsTruthSays,
  isLooseOfTitle,
  PRESENCE_DIFFERENCES,
  readPresenceTruth,
  toDifference,
} from '../../support/presence-truth';
import { describeWithShared } from '../../support/shared-data';
import { readMoment } from './moment-site';

/** Those that take seconds; `MOMENTS=5.2.2,5.1.3 npm test -- test/dev/phoenix/moments` asks for others. */
const SHORT = '5.1.1,thirdparty-2.2.0';
const MOMENTS = (process.env.MOMENTS ?? SHORT).split(',');

/** A commit that only speaks of an issue is a mention on the panel: nobody follows where it is. */
const MENTIONS = ['5.2.1 PHOENIX-7353 61618617', '5.2.1@half PHOENIX-7353 61618617'];
/** A commit that carries nothing is nowhere on the panel but where it is an ancestor, as the file has it. */
const EMPTY = ' PHOENIX-7516 e0c10460 ticket-only: present empty';

describeWithShared('the panel of Apache Phoenix at a release', 'phoenix/truth.json', (file) => {
  it.each(MOMENTS)(
    'says at %s of every change what git says, state, proof and commit',
    async (name) => {
      const moment = readPresenceTruth(file).find((one) => one.name === name);
      if (!moment) throw new Error(`There is no moment ${name}.`);
      const isIts = (row: string): boolean => row.startsWith(`${name} `);

      const { rows, unlisted, hostCalls, seconds } = await readMoment(moment, dirname(file));

      process.stderr.write(
        `${name}: ${rows.length} rows, ${hostCalls} calls to the host, ${seconds.toFixed(1)} s\n`,
      );
      const differing = rows.filter((row) => !isAsTruthSays(row) && !isLooseOfTitle(row));
      const known = PRESENCE_DIFFERENCES.filter(isIts).map(withoutNote);
      expect(rows.length + unlisted.length).toBe(moment.asked.length);
      expect(unlisted).toEqual(MENTIONS.filter(isIts));
      const expected = known.filter((row) => !row.endsWith(EMPTY));
      expect(differing.map(toDifference).sort()).toEqual(expected.sort());
    },
    900_000,
  );
});

/** The panel does not name them. */
const withoutNote = (row: string): string => row.replace(' carries-no-change', '');
