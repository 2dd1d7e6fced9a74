/** Rows as high as what comes, so that nothing jumps when it does. */
export function Skeleton({ rows, name }: { readonly rows: number; readonly name: string }) {
  return (
    <div class="skeleton" role="status">
      <span class="hidden">{name}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} class="skeleton-row" aria-hidden="true" />
      ))}
    </div>
  );
}
