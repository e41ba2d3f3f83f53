import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import type { Permissions } from '@forge/manifest';
import { load } from 'cheerio/slim';

/** Where Atlassian collects violations: a local site reports to nobody. */
const isReport = (directive: string): boolean => directive.startsWith('report-uri ');

/** The Content-Security-Policy that Forge computes for one document of the app, framed by `shellOrigin`. */
export function frameCsp(document: string, permissions: Permissions, shellOrigin: string): string {
  const processing = new CSPProcessingService({ info: () => undefined }, load);
  return new CSPInjectionService()
    .getInjectableCSP({
      existingCSPDetails: processing.getCspDetails(document, permissions),
      microsEnv: 'prod',
      hostname: shellOrigin,
    })
    .filter((directive) => !isReport(directive))
    .join('; ');
}
