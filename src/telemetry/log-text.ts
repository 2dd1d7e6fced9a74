interface Line {
  readonly time: string;
  readonly level: string;
  readonly message?: string;
  readonly logger?: string;
  readonly err?: { readonly message?: string; readonly stack?: string };
  readonly [member: string]: unknown;
}

/** A line of JSON as people read it: when, how grave, who, what; then the other members, and the stack on lines of its own. */
export function asText(json: string): string {
  const { time, level, logger = '', message, err, ...rest } = JSON.parse(json) as Line;
  const others = Object.entries(rest).map(([name, value]) => `${name}=${shown(value)}`);
  const words = [time, level.toUpperCase().padEnd(5), logger, message, ...others].filter((word) => word);
  return `${[words.join(' '), err?.stack ?? err?.message].filter((part) => part).join('\n')}\n`;
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
