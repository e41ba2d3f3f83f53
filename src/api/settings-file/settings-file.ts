import type { SettingsFile } from '../../usecases/import-settings';
import { toProjects } from './convoy-yaml';
import { isGigFile, toGigFile } from './gig-yaml';
import { readYaml } from './yaml-text';

/** Reads a `convoy.yaml` or a `gig.yaml`; which of them it is, is told by what it holds. */
export function readSettingsFile(text: string): SettingsFile {
  const yaml = readYaml(text);
  if ('problems' in yaml) return { kind: 'wrong', problems: yaml.problems };
  const file = isGigFile(yaml.content) ? toGigFile(yaml) : toProjects(yaml);
  if ('problems' in file) return { kind: 'wrong', problems: file.problems };
  if ('gig' in file) return { kind: 'gig', gig: file.gig };
  const lineOf = (projectKey: string): number | null => yaml.lineOf(['projects', projectKey]);
  return { kind: 'convoy', projects: file.projects, lineOf };
}
