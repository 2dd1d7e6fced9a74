import type { ComponentChildren, ComponentProps } from 'preact';
import type { Place } from '../place/place.js';
import { useWhereabouts } from '../place/use-place.js';

interface Props extends Omit<ComponentProps<'a'>, 'href' | 'onClick' | 'role'> {
  readonly to: Partial<Place>;
  readonly children: ComponentChildren;
}

/** A link to another place of the page: a real one, that can be copied and opened elsewhere. */
export function Link({ to, children, ...rest }: Props) {
  const { go, href } = useWhereabouts();
  return (
    <a
      {...rest}
      href={href(to)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
