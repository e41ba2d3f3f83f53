import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';

import type { Account } from './app-host';
import type { PageSetup } from './page-routes';
import { findUser } from './viewer';

const Call = z.object({ accountId: z.string() });

const InvokeCall = Call.extend({
  functionKey: z.string(),
  payload: z.unknown().optional(),
  moduleKey: z.string(),
  context: z.record(z.string(), z.unknown()),
});

const ProductCall = Call.extend({
  restPath: z.string().startsWith('/rest/'),
  method: z.string().default('GET'),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string().nullish(),
});

const EgressGroup = z.object({
  key: z.string().min(1),
  description: z.string(),
  configured: z.array(z.object({ domain: z.string().min(1), type: z.array(z.string()) })),
});
const EgressGet = Call.extend({ keys: z.exactOptional(z.array(z.string())) });
const EgressSet = Call.extend({ egresses: z.array(EgressGroup) });
const EgressDomain = Call.extend({ key: z.string(), domain: z.string(), type: z.string() });
const EgressKey = Call.extend({ key: z.string() });

/** What the shell's own page asks for on behalf of the screens that it frames. */
export function createBridgeRoutes(setup: PageSetup): Hono {
  const { host } = setup;
  const routes = new Hono();
  routes.post('*', async (context, next) => {
    if (isOwnPage(context, setup)) return next();
    return context.json({ message: 'only a page of this site may call this' }, 403);
  });
  routes.post('/invoke', (context) =>
    answer(setup, context, async (user, body) => {
      const call = InvokeCall.parse(body);
      return host.invoke({ ...call, accountId: user.accountId });
    }),
  );
  routes.post('/product', (context) =>
    answer(setup, context, async (user, body) => {
      const { restPath, method, headers, body: content } = ProductCall.parse(body);
      const request = new Request(new URL(restPath, setup.origins.shell()), {
        method,
        headers,
        ...(content === null || content === undefined ? {} : { body: content }),
      });
      return toProductReply(await host.product(user.accountId, request));
    }),
  );
  addEgressRoutes(routes, setup);
  return routes;
}

/** A page elsewhere in the browser must not use this server: it runs as whoever is signed in here. */
const isOwnPage = (context: Context, { origins }: PageSetup): boolean =>
  context.req.header('origin') === origins.shell();

function addEgressRoutes(routes: Hono, setup: PageSetup): void {
  const { egress } = setup.host;
  routes.post('/egress/get', (context) =>
    answer(setup, context, (_, body) => egress.get(EgressGet.parse(body))),
  );
  routes.post('/egress/set', (context) =>
    answer(setup, context, async ({ accountId }, body) =>
      egress.set(EgressSet.parse(body), accountId),
    ),
  );
  routes.post('/egress/delete-domain', (context) =>
    answer(setup, context, async ({ accountId }, body) =>
      egress.deleteDomain(EgressDomain.parse(body), accountId),
    ),
  );
  routes.post('/egress/delete-group', (context) =>
    answer(setup, context, async ({ accountId }, body) =>
      egress.deleteGroup(EgressKey.parse(body), accountId),
    ),
  );
}

type Answer = (user: Account, body: unknown) => unknown;

/** What the screen's promise is rejected with travels as its name and message. */
async function answer(setup: PageSetup, context: Context, run: Answer): Promise<Response> {
  try {
    const body: unknown = await context.req.json();
    const { accountId } = Call.parse(body);
    const user = findUser(setup.host, accountId);
    if (!user) throw new Error(`there is no user ${accountId} on this site`);
    return context.json({ value: await run(user, body) });
  } catch (error) {
    const { name, message } = toError(error);
    return context.json({ error: { name, message } });
  }
}

function toError(error: unknown): Error {
  if (error instanceof z.ZodError) return new Error(z.prettifyError(error));
  return error instanceof Error ? error : new Error(String(error));
}

/** The shape in which @forge/bridge makes a `Response` of it again. */
async function toProductReply(response: Response): Promise<Record<string, unknown>> {
  const type = response.headers.get('content-type') ?? '';
  const isAttachment = type !== '' && !/json|text|xml/.test(type);
  const content = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    statusText: response.statusText,
    headers: Object.fromEntries(response.headers),
    body: content.toString(isAttachment ? 'base64' : 'utf8'),
    isAttachment,
  };
}
