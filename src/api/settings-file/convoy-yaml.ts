import { stringify } from 'yaml';

import { withoutDefaults } from '../../domain/settings/without-defaults';
import type { ProjectSettings } from '../../domain/settings/project-settings';
import { findContradictions } from '../../domain/settings/contradictions';
import type { Problem } from '../contract';
import { inPlainWords } from '../problems';
import { ConvoyFile, KNOWN_FIELDS, ProjectOutline } from './convoy-schema';
import { inFileOrder, problemAt, toFileProblems } from './file-problems';
import { readYaml, type LineOf, type YamlText } from './yaml-text';

/** Reads a `convoy.yaml`; every problem has its line and its field, and all of them are reported. */
export function parseConvoyYaml(
  text: string,
): { projects: ProjectSettings[] } | { problems: Problem[] } {
  const yaml = readYaml(text);
  return 'problems' in yaml ? yaml : toProjects(yaml);
}

/** A `convoy.yaml` that reads back to the same settings; projects by key, nothing that is a default. */
export function renderConvoyYaml(projects: readonly ProjectSettings[]): string {
  const sorted = projects.toSorted((a, b) => (a.projectKey < b.projectKey ? -1 : 1));
  const entries = sorted.map((settings) => [settings.projectKey, withoutDefaults(settings)]);
  return stringify(
    { version: 1, projects: Object.fromEntries(entries) as object },
    { lineWidth: 0 },
  );
}

/** The projects of a file whose YAML was read. */
export function toProjects({
  content,
  lineOf,
}: YamlText): { projects: ProjectSettings[] } | { problems: Problem[] } {
  const file = ConvoyFile.safeParse(content, { error: inPlainWords });
  const wrong = file.success ? [] : toFileProblems(file.error.issues, lineOf, knownFieldsAt);
  const problems = [...wrong, ...contradictions(content, lineOf)];
  if (!file.success || problems.length > 0) return { problems: inFileOrder(problems) };
  const projects = Object.entries(file.data.projects).map(([projectKey, fields]) => ({
    projectKey,
    ...fields,
  }));
  return { projects };
}

function contradictions(content: unknown, lineOf: LineOf): Problem[] {
  return Object.entries(rawProjects(content)).flatMap(([key, project]) => {
    const outline = ProjectOutline.safeParse(project);
    return outline.success
      ? findContradictions(outline.data).map(({ path, message }) =>
          problemAt(lineOf, ['projects', key, ...path], message),
        )
      : [];
  });
}

function rawProjects(content: unknown): object {
  const projects =
    typeof content === 'object' && content && 'projects' in content && content.projects;
  return typeof projects === 'object' && projects !== null ? projects : {};
}

/** The group that a path leads to; list positions and names that people chose do not count. */
function knownFieldsAt(path: readonly PropertyKey[]): readonly string[] {
  const [parent = '', last = 'file'] = [path.at(-2), path.at(-1)];
  const isChosen = typeof last === 'number' || NAMED_BY_PEOPLE.has(parent);
  const group = String(isChosen ? parent : last);
  return KNOWN_FIELDS[ownGroup(group, path)] ?? [];
}

/** Lines of a repository and one gate have fields of their own; a gate may be called like another group. */
function ownGroup(group: string, path: readonly PropertyKey[]): string {
  if (group === 'lines' && path.includes('repositories')) return 'repositories.lines';
  return group === 'gates' && path.at(-1) !== 'gates' ? 'gates.one' : group;
}

const NAMED_BY_PEOPLE: ReadonlySet<PropertyKey> = new Set(['projects', 'lines', 'gates']);
