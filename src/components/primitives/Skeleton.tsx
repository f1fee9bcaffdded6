/** A grey place for what is still loading; `shape` has its measures in the styles of the component's root. */
export const Skeleton = ({ shape }: { shape: string }) => (
  <span data-part="skeleton" data-shape={shape} aria-hidden="true" />
);
