import { Skeleton } from "../components/primitives/Skeleton.js";

/** The place of Stripe's form until it draws itself. */
export const FormWaiting = ({ label }: { label: string }) => (
  <div data-part="waiting">
    <p data-part="hint" role="status">
      {label}
    </p>
    <Skeleton shape="line" />
    <Skeleton shape="text" />
    <Skeleton shape="field" />
    <Skeleton shape="field" />
  </div>
);
