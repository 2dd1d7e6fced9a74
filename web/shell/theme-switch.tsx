import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../parts/icons.js';
import { useWords } from '../words/words.js';

type Theme = 'light' | 'dark';
const KEPT = 'regtime.theme';

function keptTheme(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === 'light' || kept === 'dark' ? kept : undefined;
  } catch {
    return undefined;
  }
}

function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    // Then the next page is as the system wants it.
  }
}

/** Light or dark: as the system wants it, until somebody says otherwise. */
export function ThemeSwitch() {
  const { say } = useWords();
  const [chosen, setChosen] = useState(keptTheme);
  const isDark = (chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  useEffect(() => {
    if (chosen) document.documentElement.dataset.theme = chosen;
  }, [chosen]);
  return (
    <button
      type="button"
      class="theme"
      aria-label={isDark ? say('theme.light') : say('theme.dark')}
      onClick={() => {
        const theme = isDark ? 'light' : 'dark';
        keepTheme(theme);
        setChosen(theme);
      }}
    >
      <Icon of={isDark ? 'light' : 'dark'} />
    </button>
  );
}
