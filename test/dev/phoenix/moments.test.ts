import { dirname } from 'node:path';

import type { IssueView } from '../../../src/api/contract';
import { readPresenceTruth, type PresenceMoment } from '../../support/presence-truth';
import { describeWithShared } from '../../support/shared-data';
import { auditExpected, auditTold } from './audit-told';
import { readAuditTruth } from './audit-truth';
import { openMoment, type MomentSite } from './moment-site';
import { panelsExpected, panelsTold } from './panel-told';

/** Those that take seconds; `MOMENTS=5.2.2,5.1.3@half npm test -- test/dev/phoenix/moments` asks for others. */
const SHORT = '5.1.1,5.1.1@half,thirdparty-2.1.0,thirdparty-2.2.0';
const { MOMENTS = SHORT } = process.env;

describeWithShared('Apache Phoenix at a release', 'phoenix/truth.json', (file) => {
  const moments = readPresenceTruth(file);
  const isAsked = ({ name }: PresenceMoment): boolean =>
    MOMENTS === 'all' || MOMENTS.split(',').includes(name);

  describe.each(moments.filter(isAsked))('$name', (moment) => {
    let site: MomentSite;
    beforeAll(async () => {
      site = await openMoment(moment.name, dirname(file));
    }, 900_000);
    afterAll(() => site.close());

    const report = (...words: (string | number)[]): void =>
      void process.stderr.write(`${moment.name}: ${words.join(' ')}\n`);

    it('says on the panel of every change what git says, state, proof and commit', async () => {
      const views: IssueView[] = [];
      for (const key of new Set(moment.asked.map((one) => one.key))) {
        views.push(await site.getIssue(key));
      }

      const { loose, ...told } = panelsTold(moment, views);

      report(told.rows, 'rows,', loose, 'by lines,', told.otherwise.length, 'otherwise,');
      report(site.hostCalls, 'calls to the host,', Math.round(site.seconds), 's');
      expect(told).toEqual(panelsExpected(moment));
    }, 600_000);

    it('says in an audit what git says: issues, what arrived and what did not, what came unlisted', async () => {
      const truth = readAuditTruth(file, moment.name);

      const manifest = await site.audit(truth.version);

      const { issues, unlisted, decision, firstFailingGate } = manifest;
      report(
        issues.length,
        'issues,',
        unlisted.length,
        'unlisted,',
        decision,
        firstFailingGate ?? '',
      );
      expect(auditTold(manifest, moment, truth)).toEqual(auditExpected(moment.name, truth));
    }, 600_000);
  });
});
