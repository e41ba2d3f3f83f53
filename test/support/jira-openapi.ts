import { readFileSync } from 'node:fs';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';

export const JIRA_OPENAPI = 'specs/jira-cloud-platform.openapi.json';

type Exchange = {
  method: string;
  /** With its query. */
  path: string;
  body: string | undefined;
  status: number;
  /** The text of the reply. */
  reply: string;
};
type Parameter = {
  name: string;
  in: string;
  required?: boolean;
  schema?: { type?: string };
};
type Content = { content?: Record<string, { schema?: object }> };
type Operation = {
  parameters?: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
};
type Spec = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: { ChangeDetails: { properties: Record<string, object> } } };
};

/** Checks calls and replies against Atlassian's OpenAPI file; `check` names everything that is wrong. */
export function createJiraOpenApi(file: string): { check(exchange: Exchange): string[] } {
  const spec = JSON.parse(readFileSync(file, 'utf8')) as Spec;
  allowNullChanges(spec);
  const ajv = createAjv(spec);
  return {
    check: (exchange) => {
      const url = new URL(exchange.path, 'https://jira.example');
      const found = findOperation(spec, exchange.method, url.pathname);
      if (!found) return [`${exchange.method} ${url.pathname} is not an operation of Jira`];
      const { pointer, operation } = found;
      return [
        ...checkQuery(operation, url.searchParams),
        ...checkRequest(ajv, `${pointer}/requestBody`, operation.requestBody, exchange.body),
        ...checkReply(ajv, pointer, operation, exchange),
      ].map((fault) => `${exchange.method} ${exchange.path} ${exchange.status}: ${fault}`);
    },
  };
}

/** Atlassian's own example of a change has `"from": null`, which their schema forgets. */
function allowNullChanges({ components }: Spec): void {
  const { properties } = components.schemas.ChangeDetails;
  for (const name of ['from', 'fromString', 'to', 'toString']) {
    Object.assign(properties[name] ?? {}, { nullable: true });
  }
}

function createAjv(spec: Spec): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false });
  addFormats(ajv);
  // Jira writes the offset of an instant without a colon, in Atlassian's examples too.
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/);
  ajv.addSchema(spec, 'jira');
  return ajv;
}

function findOperation(
  spec: Spec,
  method: string,
  path: string,
): { pointer: string; operation: Operation } | undefined {
  const segments = path.split('/');
  const [template] = Object.keys(spec.paths)
    .filter((one) => isMatch(one.split('/'), segments))
    .sort((one, other) => one.split('{').length - other.split('{').length);
  if (template === undefined) return undefined;
  const operation = spec.paths[template]?.[method.toLowerCase()];
  const escaped = encodeURIComponent(template.replaceAll('~', '~0').replaceAll('/', '~1'));
  const pointer = `jira#/paths/${escaped}/${method.toLowerCase()}`;
  return operation && { pointer, operation };
}

const isMatch = (template: string[], segments: string[]): boolean =>
  template.length === segments.length &&
  template.every((part, index) => part.startsWith('{') || part === segments[index]);

function checkQuery({ parameters = [] }: Operation, query: URLSearchParams): string[] {
  const known = parameters.filter((parameter) => parameter.in === 'query');
  const missing = known
    .filter(({ name, required }) => required === true && !query.has(name))
    .map(({ name }) => `the query parameter ${name} is missing`);
  const wrong = [...query].flatMap(([name, value]) => {
    const parameter = known.find((one) => one.name === name);
    if (!parameter) return [`there is no query parameter ${name}`];
    const pattern = { integer: /^-?\d+$/, boolean: /^(?:true|false)$/ }[
      parameter.schema?.type ?? ''
    ];
    return pattern && !pattern.test(value) ? [`the query parameter ${name} is ${value}`] : [];
  });
  return [...missing, ...wrong];
}

function checkRequest(
  ajv: Ajv,
  pointer: string,
  content: Content | undefined,
  body: string | undefined,
): string[] {
  if (body === undefined) return content ? ['a body is missing'] : [];
  if (!content) return ['there must be no body'];
  return checkJson(ajv, pointer, content, body).map((fault) => `request${fault}`);
}

function checkReply(
  ajv: Ajv,
  pointer: string,
  { responses }: Operation,
  { status, reply }: Exchange,
): string[] {
  const content = responses[status];
  if (content) {
    return checkJson(ajv, `${pointer}/responses/${status}`, content, reply).map(
      (fault) => `reply${fault}`,
    );
  }
  return status === 401 ? [] : ['the status is not one that is documented'];
}

function checkJson(ajv: Ajv, pointer: string, { content }: Content, text: string): string[] {
  if (content?.['application/json']?.schema === undefined) return [];
  const validate = ajv.getSchema(
    `${pointer}/content/${encodeURIComponent('application~1json')}/schema`,
  );
  if (!validate) return [`: no schema at ${pointer}`];
  if (validate(JSON.parse(text)) === true) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) =>
      `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
