import { exactTime, relativeTime } from './wording';

type Props = {
  at: string;
  now: string;
  /** `false` where a tooltip already shows the exact time. */
  hasTitle?: boolean;
};

/** An instant as people say it; the exact time in the tooltip and for screen readers. */
export function Moment({ at, now, hasTitle = true }: Props) {
  const exact = exactTime(at);
  return (
    <time dateTime={at} title={hasTitle ? exact : undefined}>
      {relativeTime(at, now)}
      <span className="sr-only"> ({exact})</span>
    </time>
  );
}
