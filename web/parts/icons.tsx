import type { Tone } from '../words/fact-words.js';

const PATHS: Readonly<Record<string, string>> = {
  // A gap with an arrow through it, bricks, a clock, a dot, a dotted ring: told apart without their colours.
  open: 'M3 2v3M3 11v3M13 2v3M13 11v3M1.5 8h12M10.5 5l3 3-3 3',
  shut: 'M1.5 3h13v10h-13zM1.5 6.3h13M1.5 9.7h13M8 3v3.3M5 6.3v3.4M11 6.3v3.4M8 9.7V13',
  pending: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8M8 4.6V8l2.4 1.6',
  plain: 'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5',
  unrecorded: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2',
  previous: 'M12.5 3 6 8l6.5 5zM3.5 3v10',
  next: 'M3.5 3 10 8l-6.5 5zM12.5 3v10',
  play: 'M4 2.5v11l9.5-5.5z',
  pause: 'M4.5 3v10M11.5 3v10',
  done: 'M3 8.5l3.5 3.5L13 4.5',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  search: 'M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 1 0 0-9.6M10.6 10.6 14 14',
  link: 'M6.5 9.5a3 3 0 0 0 4.3 0l2.3-2.3a3 3 0 0 0-4.3-4.3l-.8.9M9.5 6.5a3 3 0 0 0-4.3 0L2.9 8.8a3 3 0 0 0 4.3 4.3l.8-.9',
  arrow: 'M2 8h11M9 4l4 4-4 4',
  light:
    'M8 4.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 1 0 0-6.4M8 1v1.4M8 13.6V15M1 8h1.4M13.6 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  dark: 'M13 10A6 6 0 0 1 6 3a5.6 5.6 0 1 0 7 7z',
  add: 'M8 3v10M3 8h10',
  warning: 'M8 2 1.5 13.5h13zM8 6.5v3.3M8 11.6v.4',
};

/** A drawing beside words that say the same. */
export const Icon = ({ of }: { readonly of: keyof typeof PATHS | Tone }) => (
  <svg class={`icon icon-${of}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={PATHS[of]} />
  </svg>
);
