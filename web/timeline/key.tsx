import { useWords } from '../words/words.js';

const SHAPES = ['day', 'range', 'open', 'vague', 'ahead', 'arc'] as const;

/** What the shapes of the drawing mean. */
export function Key({ isNarrow }: { readonly isNarrow: boolean }) {
  const { say } = useWords();
  return (
    <ul class="key">
      {SHAPES.filter((shape) => !isNarrow || shape !== 'arc').map((shape) => (
        <li key={shape}>
          <span class={`key-shape key-${shape}`} />
          {say(`key.${shape}`)}
        </li>
      ))}
    </ul>
  );
}
