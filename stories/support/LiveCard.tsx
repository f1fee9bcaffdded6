import { StripeConnectionCard } from "react-stripe-connection";
import { LiveConnection, type LiveConnectionProps } from "./LiveConnection.js";
import { useStoryWidth } from "./StoryScope.js";

export type LiveCardProps = Omit<LiveConnectionProps, "children">;

/** The card on a whole back end in the page, which obeys the toolbar: who looks, how late answers are, what fails. */
export function LiveCard(props: LiveCardProps) {
  return (
    <div style={{ maxWidth: useStoryWidth(640) }}>
      <LiveConnection {...props}>
        <StripeConnectionCard />
      </LiveConnection>
    </div>
  );
}
