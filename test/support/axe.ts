import axe from 'axe-core';
import type { FrameContext, Result, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

type WithAxe = { axe: typeof axe };

type Context = FrameContext['frameContext'];

const WHOLE: Context = { include: [], exclude: [] };

/**
 * What of the rules is broken in a page and all of its frames, as one document.
 *
 * Made of axe's own parts because its wrapper for Playwright takes three times as long, and because that says nothing
 * of a frame which it could not enter within a second.
 *
 * Source: https://github.com/dequelabs/axe-core/blob/develop/doc/run-partial.md
 */
export async function findViolations(page: Page, more: RunOptions = {}): Promise<Result[]> {
  const options: RunOptions = { resultTypes: ['violations'], ...more };
  const parts = await runInFrames(page.mainFrame(), WHOLE, options);
  return page.evaluate(
    async ([texts, asked]) => {
      const all = texts.map((text) => JSON.parse(text) as object);
      const engine = (window as unknown as WithAxe).axe;
      return (await engine.finishRun(all as never, asked)).violations;
    },
    [parts, options] as const,
  );
}

/** The parts of a frame and of those in it, in the order of the document. As texts: there are thousands of places. */
async function runInFrames(frame: Frame, context: Context, options: RunOptions): Promise<string[]> {
  if (await frame.evaluate(() => !('axe' in window))) await frame.evaluate(axe.source);
  const { part, inner } = await frame.evaluate(
    async ([place, asked]) => {
      const engine = (window as unknown as WithAxe).axe;
      const inner = engine.utils.getFrameContexts(place, asked);
      return { inner, part: JSON.stringify(await engine.runPartial(place, asked)) };
    },
    [context, options] as const,
  );
  const parts = [part];
  for (const child of inner) {
    const entered = await enter(frame, child);
    parts.push(...(await runInFrames(entered, child.frameContext, options)));
  }
  return parts;
}

async function enter(frame: Frame, { frameSelector }: FrameContext): Promise<Frame> {
  const handle = await frame.evaluateHandle(
    (selector) => (window as unknown as WithAxe).axe.utils.shadowSelect(selector),
    frameSelector,
  );
  const entered = await handle.asElement()?.contentFrame();
  if (!entered) throw new Error(`axe finds no frame at ${String(frameSelector)}`);
  return entered;
}
